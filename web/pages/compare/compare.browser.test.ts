// The comparison in a real browser: two days, two organizations, the address that says it all, and its table.
import { readFile } from 'node:fs/promises'
import { sideways, violations } from '@equalizer/testkit/accessibility'
import { launchBrowser } from '@equalizer/testkit/browser'
import { builtWeb } from '@equalizer/testkit/built-web'
import type { Browser } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { openApp } from '../../fixtures/app-page.ts'
import { fixtureBoard } from '../../fixtures/board.ts'
import { boardAnswers } from '../../fixtures/board-answers.ts'

builtWeb()
const browser: Browser | null = await launchBrowser()
/** A machine that is busy takes its time. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 })

afterAll(async () => {
  await browser?.close()
})

const north = fixtureBoard()
const south = {
  ...north,
  organization: { ...north.organization, id: 'south', name: 'Southwind', simulated: false },
  units: north.units
    .filter(unit => unit.id !== 'supply')
    .map(unit => (unit.id === 'finance' ? { ...unit, measured: { score: 70, low: 70, high: 80 } } : unit)),
}

describe.skipIf(!browser)('the comparison in a browser', () => {
  async function open(path: string, context = {}, language: 'en' | 'de' = 'en') {
    if (!browser) throw new Error('this suite runs only with a browser')
    const answers = boardAnswers({ board: north, others: [south] })
    const opened = await openApp(browser, `/o/northwind/compare${path}`, answers, { context, language })
    await opened.page.locator('.compare-row').first().waitFor()
    return opened
  }

  test.each([
    [1280, 'light', 'en'],
    [390, 'dark', 'de'],
  ] as const)('%d px, %s, in %s', async (width, colorScheme, language) => {
    const context = { viewport: { width, height: 900 }, colorScheme }
    const { page, faults } = await open('?right=south', context, language)
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('begins with this organization ninety days ago and today', async () => {
    const { page, asked } = await open('')
    expect(asked.some(({ query }) => query.get('asOf') === '2026-08-23')).toBe(true)
    expect(await page.locator('h1').textContent()).toMatch(
      /^From 23 Aug 2026 to today: External contributors rose/,
    )
    await page.context().close()
  })

  test('two organizations: the widest difference first, and what only one has', async () => {
    const { page } = await open('')
    await page
      .getByRole('button', { name: /Organization/ })
      .last()
      .click()
    await page.getByRole('option', { name: 'Southwind' }).click()
    await eventually(() => page.locator('.compare-row h2').first().textContent()).toBe('Finance')
    const search = new URL(page.url()).searchParams
    expect([search.get('left'), search.get('right')]).toEqual(['northwind', 'south'])
    await page.getByText('Supply chain', { exact: false }).last().waitFor()
    await page.reload()
    await page.locator('.compare-row').first().waitFor()
    await eventually(() => page.locator('.compare-row h2').first().textContent()).toBe('Finance')
    await page.context().close()
  })

  test('the sentence comes first, the choosers under it', async () => {
    const { page } = await open('?right=south')
    const [sentence, choice] = await Promise.all(
      ['h1', '.compare-choice'].map(part => page.locator(part).boundingBox()),
    )
    expect(sentence?.y).toBeLessThan(choice?.y ?? 0)
    await page.context().close()
  })

  test('sides are swapped, and what rose falls', async () => {
    const { page } = await open('?leftDay=2026-08-23')
    await page.getByRole('button', { name: 'Swap sides' }).click()
    await eventually(() => page.locator('h1').textContent()).toMatch(/External contributors fell/)
    await page.context().close()
  })

  test('its table has a row for every unit', async () => {
    const { page } = await open('?right=south')
    await page.getByRole('button', { name: 'Export' }).click()
    const coming = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'Table, CSV' }).click()
    const lines = (await readFile(await (await coming).path(), 'utf8')).trimEnd().split('\r\n')
    expect(lines).toHaveLength(1 + north.units.length)
    expect(lines.find(line => line.startsWith('supply,'))).toMatch(/,south,.*,,,$/)
    await page.context().close()
  })
})
