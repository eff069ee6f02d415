// The page in a real browser: at every width and theme without an accessibility fault, by keyboard, and without script.
import { sideways, violations } from '@equalizer/testkit/accessibility'
import { launchBrowser } from '@equalizer/testkit/browser'
import { builtWeb } from '@equalizer/testkit/built-web'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { allRefusedReport, fixtureReport, manyUnitsReport, noUnitsReport } from './fixtures/report.ts'
import { renderProblem, renderReport } from './index.ts'

builtWeb()

const browser: Browser | null = await launchBrowser()
const address = 'http://report.test/'
const desktop = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }

afterAll(async () => {
  await browser?.close()
})

/** A page served from memory; whatever else it asks for, and whatever it complains of, is written down. */
async function open(
  html: string,
  options: BrowserContextOptions = {},
  path = '',
): Promise<{ page: Page; faults: string[] }> {
  if (!browser) throw new Error('this suite runs only with a browser')
  const context = await browser.newContext({ viewport: desktop, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', message => {
    if (message.type() !== 'info') faults.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', error => faults.push(`error: ${error.message}`))
  await page.route('**/*', route => {
    const url = route.request().url()
    if (url.replace(/#.*/, '') === address)
      return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
    faults.push(`request: ${url}`)
    return route.abort()
  })
  await page.goto(`${address}${path}`)
  return { page, faults }
}

const isOpen = (page: Page, id: string) =>
  page.locator(`details:has(> #unit-${id})`).evaluate(element => element.hasAttribute('open'))

const states: [string, () => string][] = [
  ['normal', () => renderReport(fixtureReport())],
  ['no units', () => renderReport(noUnitsReport())],
  ['all sources refused', () => renderReport(allRefusedReport())],
  ['many units', () => renderReport(manyUnitsReport(30))],
  [
    'problem',
    () => renderProblem({ title: 'Nothing here', sentence: 'No page.', hint: 'The report is at /.' }),
  ],
]

describe.skipIf(!browser)('the report in a browser', () => {
  for (const viewport of [desktop, phone]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test.each(states)(`${viewport.width} px, ${colorScheme}: %s`, async (_, html) => {
        const { page, faults } = await open(html(), { viewport, colorScheme })
        expect(await violations(page)).toEqual([])
        expect(await sideways(page)).toBeLessThanOrEqual(0)
        expect(faults).toEqual([])
        await page.context().close()
      })

      test(`${viewport.width} px, ${colorScheme}: a unit opened down to the facts`, async () => {
        const { page, faults } = await open(
          renderReport(fixtureReport()),
          { viewport, colorScheme },
          '#unit-core-team',
        )
        await page.locator('#unit-core-team canvas').first().waitFor()
        // The history, and a Lorenz curve of each of its two surfaces.
        await expect.poll(() => page.locator('#unit-core-team canvas').count()).toBe(3)
        expect(await violations(page)).toEqual([])
        expect(await sideways(page)).toBeLessThanOrEqual(0)
        expect(faults).toEqual([])
        await page.context().close()
      })
    }
  }

  test('320 px, which is 400% zoom on a desktop: nothing runs out of the page', async () => {
    const { page } = await open(renderReport(fixtureReport()), { viewport: { width: 320, height: 256 } })
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    const ends = await page
      .locator('.unit-gap')
      .evaluateAll(all => all.map(one => one.getBoundingClientRect().right))
    expect(Math.max(...ends)).toBeLessThanOrEqual(320)
    const band = page.locator('.simulated-banner')
    expect(await band.evaluate(element => getComputedStyle(element).position)).toBe('static')
    await page.context().close()
  })

  test('with forced colours fader, meter and key are still drawn', async () => {
    const { page } = await open(renderReport(fixtureReport()), { forcedColors: 'active' })
    const drawn = (selector: string, pseudo?: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, pseudo) => {
          const style = getComputedStyle(element, pseudo)
          const ground = getComputedStyle(document.body).backgroundColor
          return style.backgroundImage !== 'none' || style.backgroundColor !== ground
        }, pseudo)
    expect(await drawn('.track')).toBe(true)
    expect(await drawn('.cap')).toBe(true)
    expect(await drawn('.lamps.lit')).toBe(true)
    expect(await drawn('.key-lit', '::before')).toBe(true)
    await page.context().close()
  })

  test('a strip opens by keyboard, Escape closes it and gives the focus back', async () => {
    const { page } = await open(renderReport(fixtureReport()))
    await page.locator('.strip-name a', { hasText: 'Finance' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => isOpen(page, 'finance')).toBe(true)
    expect(page.url()).toBe(`${address}#unit-finance`)
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('open-finance')
    await page.keyboard.press('Escape')
    await expect.poll(() => isOpen(page, 'finance')).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Finance')
    await page.context().close()
  })

  test('everything that can be pressed is reached by Tab, and seen when it is', async () => {
    const { page } = await open(renderReport(fixtureReport()))
    const reached = new Set<string>()
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press('Tab')
      const text = await page.evaluate(() => {
        const element = document.activeElement
        const ring = element?.closest('.strip') ?? element
        if (!element || !ring || getComputedStyle(ring).outlineStyle === 'none') return null
        return element.textContent
      })
      if (text) reached.add(text.trim())
    }
    for (const name of ['Skip to the desk', 'Dark', 'Finance', 'Supply chain'])
      expect([...reached]).toContain(name)
    expect([...reached].some(text => text.startsWith('Core team') && text.includes('gap'))).toBe(true)
    await page.context().close()
  })

  test('the theme is chosen by its button and remembered', async () => {
    const { page, faults } = await open(renderReport(fixtureReport()), { colorScheme: 'light' })
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const before = await ground()
    await page.getByRole('button', { name: 'Dark theme' }).click()
    const after = await ground()
    expect(after).not.toBe(before)
    await page.reload()
    expect(await ground()).toBe(after)
    await page.getByRole('button', { name: 'Light theme' }).click()
    expect(await ground()).toBe(before)
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('without script it reads, and its units open', async () => {
    const { page, faults } = await open(renderReport(fixtureReport()), { javaScriptEnabled: false })
    expect(await page.locator('h1').textContent()).toContain('Finance is Shared in name only:')
    await page.locator('summary', { hasText: 'Finance' }).click()
    expect(await page.getByText('Bank account: Inês Carvalho can override').last().isVisible()).toBe(true)
    expect(await page.locator('.theme').isVisible()).toBe(false)
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('names from outside are text and run nothing', async () => {
    const { page, faults } = await open(renderReport(fixtureReport()), {}, '#unit-core-team')
    expect(await page.getByText('</script><script>alert(1)</script>').first().isVisible()).toBe(true)
    expect(await page.locator('#unit-core-team b', { hasText: 'bold' }).count()).toBe(0)
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('on paper every unit stands open, in the colours of paper, and a simulated one says so', async () => {
    const { page } = await open(renderReport(fixtureReport()), { colorScheme: 'dark' })
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    for (const id of ['core-team', 'finance', 'supply']) expect(await isOpen(page, id)).toBe(true)
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    )
    expect(await page.locator('.simulated-banner').isVisible()).toBe(true)
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await expect.poll(() => isOpen(page, 'supply')).toBe(false)
    await page.context().close()
  })

  test('two thousand units are there within seconds, and one opens', async () => {
    const { page, faults } = await open(renderReport(manyUnitsReport(2_000)), {}, '#unit-unit-1500')
    await page.locator('#unit-unit-1500 .holders').first().waitFor({ timeout: 30_000 })
    expect(await page.locator('.strip').count()).toBe(2_000)
    expect(faults).toEqual([])
    await page.context().close()
  })
})
