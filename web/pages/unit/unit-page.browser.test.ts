// The unit page in a real browser: in every form without an accessibility fault, and down from a surface to one commit.
import { sideways, violations } from '@equalizer/testkit/accessibility'
import { launchBrowser } from '@equalizer/testkit/browser'
import { builtWeb } from '@equalizer/testkit/built-web'
import type { Browser, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { type AppOptions, openApp } from '../../fixtures/app-page.ts'
import { fixtureReport } from '../../fixtures/report.ts'
import { type FixtureOptions, unitAnswers } from './unit-fixture.ts'

builtWeb()
const browser: Browser | null = await launchBrowser()
afterAll(async () => {
  await browser?.close()
})

const desktop = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }

async function open(path: string, server: FixtureOptions = {}, options: AppOptions = {}) {
  if (!browser) throw new Error('this suite runs only with a browser')
  const opened = await openApp(browser, `/o/northwind/units/${path}`, unitAnswers(server), options)
  await opened.page.locator('h1').waitFor()
  return opened
}

const done = (page: Page) => page.context().close()
const table = (page: Page) => page.getByRole('grid')
const rows = (page: Page) => page.locator('.data-table tbody tr')
const observations = 'GET /api/organizations/northwind/observations'

/** A unit with as many surfaces as a charter may give it. */
function wideUnit() {
  const [unit] = fixtureReport().units
  const surface = unit?.surfaces[0]
  if (!unit || !surface) throw new Error('the fixture has a unit')
  const surfaces = Array.from({ length: 50 }, (_, i) => ({
    ...surface,
    id: `surface-${i}`,
    name: `Surface number ${i + 1} with a name that is rather long`,
    score: i === 0 ? 24 : 30 + i,
  }))
  return [{ ...unit, surfaces, binding: 'surface-0' }]
}

const states: [string, string, FixtureOptions][] = [
  ['where it stands', 'core-team', {}],
  ['a reader’s view', 'finance', { role: 'reader' }],
  ['without evidence', 'supply', {}],
  ['with rules of its own', 'finance', { governed: true }],
  ['an earlier day', 'technology?asOf=2026-06-30', { basis: 'reconstructed' }],
  ['no such unit', 'nobody', {}],
  ['fifty surfaces', 'core-team', { units: wideUnit() }],
  ['its evidence', 'core-team?view=evidence', {}],
  ['nothing found', 'core-team?view=evidence&party=nobody', {}],
  ['one observation', 'core-team?view=evidence&row=history/3', {}],
]

describe.skipIf(!browser)('the unit page in a browser', () => {
  for (const [name, viewport, colorScheme, language] of [
    ['desktop, light', desktop, 'light', 'en'],
    ['phone, dark, German', phone, 'dark', 'de'],
  ] as const) {
    test.each(states)(`${name}: %s`, async (_, path, server) => {
      const { page, faults } = await open(path, server, { language, context: { viewport, colorScheme } })
      if (path.includes('view=evidence')) await page.locator('.data-table').waitFor()
      if (path.includes('row=')) await page.getByRole('dialog').locator('.one-facts').waitFor()
      expect(await violations(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
      expect(faults).toEqual([])
      await done(page)
    })
  }

  test('from the surface that binds down to a single commit, and back by the browser', async () => {
    const { page, asked } = await open('core-team')
    await page
      .getByRole('link', { name: /^Show the \d+ observations$/ })
      .first()
      .click()
    await rows(page).first().waitFor()
    expect(new URL(page.url()).searchParams.get('surface')).toBe('approvals')
    const query = asked.findLast(({ name }) => name === observations)?.query
    expect([query?.get('unit'), query?.get('surface')]).toEqual(['core-team', 'approvals'])

    await rows(page).filter({ hasText: 'Commit merged' }).first().click()
    const drawer = page.getByRole('dialog')
    await drawer.getByText('4e1243bd22c66e76c2ba9eddc1f91394e57f9f83').waitFor()
    expect(await drawer.getByText('Core team · Approvals of changes').isVisible()).toBe(true)
    expect(await drawer.getByText('treasury/signers.yaml').isVisible()).toBe(true)
    const first = await drawer.getByRole('heading', { level: 2 }).textContent()
    await drawer.getByRole('button', { name: 'Next row' }).click()
    await expect.poll(() => drawer.getByRole('heading', { level: 2 }).textContent()).not.toBe(first)
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })

    await page.goBack()
    await page.goBack()
    await page.getByRole('heading', { name: 'Surfaces' }).waitFor()
    await done(page)
  })

  test('a holder’s name leads to what that party did', async () => {
    const { page } = await open('core-team')
    await page.locator('.holder-name a', { hasText: 'Priya Raman' }).click()
    await rows(page).first().waitFor()
    const who = await rows(page).locator('.card-title').allTextContents()
    expect(new Set(who)).toEqual(new Set(['Priya Raman']))
    await page.getByRole('button', { name: 'Remove the filter Who: Priya Raman' }).click()
    await page.getByText('214 observations').waitFor()
    await done(page)
  })

  test('the table is moved through and opened by keyboard alone', async () => {
    const { page } = await open('core-team?view=evidence')
    await rows(page).first().waitFor()
    await table(page).focus()
    const active = () =>
      page.evaluate(() => {
        const id = document.activeElement?.getAttribute('aria-activedescendant')
        return id ? document.getElementById(id)?.getAttribute('aria-rowindex') : null
      })
    expect(await active()).toBe('2')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await active()).toBe('4')
    await page.keyboard.press('PageDown')
    expect(await active()).toBe('16')
    await page.keyboard.press('End')
    await expect.poll(active).toBe('201')
    // The rest came while the end was in sight.
    await page.getByText('214 rows.').waitFor()
    await page.keyboard.press('End')
    await expect.poll(active).toBe('215')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').locator('.one-facts').waitFor()
    expect(new URL(page.url()).searchParams.get('row')).toBe('history/214')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid')
    await done(page)
  })

  test('a quarter of a million rows: only those in sight are drawn, the order is the server’s', async () => {
    const { page, asked } = await open('core-team?view=evidence', { observations: 250_000 })
    await page.getByText('250,000 observations').waitFor()
    await rows(page).first().waitFor()
    expect(await table(page).getAttribute('aria-rowcount')).toBe('250001')
    for (let i = 0; i < 5; i++) {
      await page.locator('.data-place').evaluate(place => place.scrollTo({ top: place.scrollHeight }))
      await expect
        .poll(() => page.locator('.data-foot').textContent())
        .toContain(((i + 2) * 200).toLocaleString('en'))
    }
    expect(await rows(page).count()).toBeLessThan(60)
    const weight = page.getByRole('columnheader', { name: 'Weight' })
    await weight.getByRole('button').click()
    await expect.poll(() => weight.getAttribute('aria-sort')).toBe('descending')
    await expect
      .poll(() => asked.findLast(({ name }) => name === observations)?.query.get('sort'))
      .toBe('weight')
    await weight.getByRole('button').click()
    await expect.poll(() => weight.getAttribute('aria-sort')).toBe('ascending')
    expect(new URL(page.url()).searchParams.get('order')).toBe('asc')
    await done(page)
  })

  test('what is sought stands in the address, and nothing that a file claims becomes a link', async () => {
    const { page } = await open('core-team?view=evidence')
    await page.getByLabel('Search', { exact: true }).last().fill('javascript')
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('javascript')
    await page.reload()
    await rows(page).first().click()
    const drawer = page.getByRole('dialog')
    await drawer.getByText('javascript:alert(1)').waitFor()
    expect(await drawer.locator('.reference-line a').count()).toBe(0)
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0)
    await done(page)
  })

  test('a web address is followed in a tab that knows nothing of this one', async () => {
    const { page } = await open('core-team?view=evidence&row=history/1')
    const link = page.getByRole('dialog').getByRole('link', { name: 'Open in a new tab' })
    await link.waitFor()
    expect(await link.getAttribute('href')).toBe('https://example.org/northwind/pull/214')
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
    await page.getByRole('button', { name: 'Show only Tomáš Dvořák' }).click()
    await page.getByRole('button', { name: 'Remove the filter Who: Tomáš Dvořák' }).waitFor()
    await done(page)
  })

  test('a steward moves the slider and renames the unit; a reader cannot', async () => {
    const { page, asked } = await open('core-team')
    const sent = () => asked.filter(({ name }) => name.startsWith('PATCH')).map(({ body }) => body)
    await page.getByRole('slider', { name: 'Core team, declared position' }).focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.getByRole('radio', { name: /^Only note 100/ }).check({ force: true })
    await page.getByRole('button', { name: 'Note it' }).click()
    await expect.poll(sent).toEqual([{ declared: 100 }])
    await page.getByRole('button', { name: 'Edit' }).click()
    await page.getByRole('menuitem', { name: 'Rename …' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Stewards')
    await page.keyboard.press('Enter')
    await expect.poll(sent).toEqual([{ declared: 100 }, { name: 'Stewards' }])
    await page.getByRole('slider', { name: /^Target of/ }).focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await expect.poll(() => sent().at(-1)).toEqual({ target: { position: 0, by: '2027-01-20' } })
    await done(page)

    const reader = await open('core-team', { role: 'reader' })
    expect(await reader.page.getByRole('slider').getAttribute('aria-readonly')).toBe('true')
    expect(await reader.page.getByRole('button', { name: 'Edit' }).count()).toBe(0)
    await done(reader.page)
  })

  test('who decides: classes with their stages and rules in words, and the ways to act and to move', async () => {
    const { page } = await open('finance', { governed: true })
    const section = page.locator('#who-decides')
    await section.getByText('Community votes for 5 days; Team may veto within 2 days.').waitFor()
    expect(await section.locator('.stage-badge').allTextContents()).toEqual(['Shared', 'Team'])
    expect(await page.getByRole('slider', { name: /^Finance/ }).getAttribute('aria-valuenow')).toBe('14')
    await section.getByText('The charter claims').waitFor()
    expect(await section.getByRole('link', { name: 'Act here' }).getAttribute('href')).toContain(
      'unit=finance',
    )
    await section.getByRole('button', { name: 'Move …' }).click()
    await page.getByRole('dialog').getByText('That is how the rules are already.').waitFor()
    await done(page)
  })

  test('the units beside it are one press away, and keep the day and the view', async () => {
    const { page } = await open('contributors?asOf=2026-06-30&view=evidence')
    await page.getByRole('link', { name: 'Next unit: Technology' }).click()
    await page.getByRole('heading', { level: 1, name: /^Technology/ }).waitFor()
    const { pathname, searchParams } = new URL(page.url())
    expect([pathname, searchParams.get('asOf'), searchParams.get('view')]).toEqual([
      '/o/northwind/units/technology',
      '2026-06-30',
      'evidence',
    ])
    await done(page)
  })

  test('every surface is found by its name, the weakest first', async () => {
    const { page } = await open('core-team', { units: wideUnit() })
    const names = page.locator('.surface-item h3')
    expect(await names.first().textContent()).toContain('Surface number 1 ')
    expect(await names.count()).toBe(20)
    await page.getByLabel('Find a surface').fill('number 50')
    await expect.poll(() => names.count()).toBe(1)
    await done(page)
  })
})
