// The people page in a real browser: every form without an accessibility fault, merging, splitting, tens of thousands.
import { readFileSync } from 'node:fs'
import { sideways, violations } from '@equalizer/testkit/accessibility'
import { launchBrowser } from '@equalizer/testkit/browser'
import { builtWeb } from '@equalizer/testkit/built-web'
import type { Browser, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { type AppOptions, openApp } from '../../fixtures/app-page.ts'
import { type EvidenceServer, evidenceAnswers } from '../../fixtures/evidence-answers.ts'
import { fixturePeople } from '../../fixtures/people.ts'

builtWeb()
const browser: Browser | null = await launchBrowser()
afterAll(async () => {
  await browser?.close()
})

const desktop = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }
const forms = [
  [desktop, 'light', 'en'],
  [phone, 'dark', 'de'],
] as const

async function open(server: EvidenceServer = {}, options: AppOptions = {}) {
  if (!browser) throw new Error('this suite runs only with a browser')
  const opened = await openApp(browser, '/o/northwind/people', evidenceAnswers(server), options)
  await opened.page.locator('.people-page').waitFor()
  await opened.page.locator('.skeleton').first().waitFor({ state: 'detached' })
  return opened
}

const done = (page: Page) => page.context().close()
const row = (page: Page, name: string) =>
  page
    .locator('.party-row')
    .filter({ has: page.getByRole('button', { name: `Look at ${name}`, exact: true }) })
const last = (asked: readonly { name: string; body: unknown }[], name: string) =>
  asked.filter(one => one.name.startsWith(name)).at(-1)?.body

const states: [string, EvidenceServer][] = [
  ['parties, questions and bots', {}],
  ['a reader', { role: 'reader' }],
  ['nobody yet', { parties: 0 }],
]

describe.skipIf(!browser)('the people page in a browser', () => {
  for (const [viewport, colorScheme, language] of forms) {
    test.each(states)(`${viewport.width} px, ${colorScheme}, in ${language}: %s`, async (_, server) => {
      const { page, faults } = await open(server, { language, context: { viewport, colorScheme } })
      if (server.parties !== 0) await page.locator('.party-open').first().click()
      expect(await violations(page)).toEqual([])
      expect(await sideways(page)).toBe(0)
      expect(faults).toEqual([])
      await done(page)
    })

    test(`${viewport.width} px, ${colorScheme}, in ${language}: every dialog`, async () => {
      const { page, faults } = await open({}, { language, context: { viewport, colorScheme } })
      const look = async () => {
        await page.getByRole('dialog').waitFor()
        expect(await violations(page)).toEqual([])
        await page.keyboard.press('Escape')
        await page.getByRole('dialog').waitFor({ state: 'detached' })
      }
      await page.locator('.suggestion-acts .button-plain').first().click()
      await look()
      await page.locator('.party-open').first().click()
      await page.locator('.party-person-head .button').first().click()
      await look()
      await page.locator('.handle-row .button-icon').first().click()
      await page.getByRole('menuitem').first().click()
      await look()
      expect(faults).toEqual([])
      await done(page)
    })
  }

  test('two parties are chosen and become one person, with a way back', async () => {
    const { page, asked } = await open()
    await page.getByRole('checkbox', { name: 'Choose Bo Diddley', exact: true }).press('Space')
    await page.getByRole('checkbox', { name: 'Choose Grace Hopper', exact: true }).press('Space')
    await page.locator('.people-selection').getByRole('button', { name: 'One person' }).click()
    await page.getByLabel('Name of the person').fill('Bo Hopper')
    await page.getByRole('button', { name: 'Merge' }).click()
    await page.getByText('Merged into Bo Hopper.').waitFor()
    expect(last(asked, 'POST /api/organizations/northwind/people/merge')).toEqual({
      actors: ['github:somebody-1', 'github:somebody-2'],
      name: 'Bo Hopper',
    })
    await expect.poll(() => page.locator('.people-selection').count()).toBe(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Taken back. The board is measured again.').waitFor()
    await done(page)
  })

  test('a handle is split off, and a refusal leaves the dialog open', async () => {
    let refuses = true
    const nothing = { code: 'people.nothing_left', reason: 'No.', facts: {}, request: 'r' }
    const { page, asked } = await open({
      first: ({ name }) =>
        refuses && name.endsWith('/people/split') ? { status: 409, json: nothing } : null,
    })
    await row(page, 'Ada Lovelace').getByRole('button', { name: 'Look at Ada Lovelace' }).click()
    await page.getByRole('button', { name: 'What can be done with somebody-0', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Not this person' }).click()
    await page.getByRole('button', { name: 'Split off' }).click()
    await page.getByText('At least one handle has to stay with the party.').waitFor()
    refuses = false
    await page.getByRole('button', { name: 'Split off' }).click()
    await page.getByText('somebody-0 is no longer Ada Lovelace.').waitFor()
    expect(last(asked, 'POST /api/organizations/northwind/people/split')).toEqual({
      party: 'p0',
      actors: ['github:somebody-0'],
    })
    await done(page)
  })

  test('an employer is kept, changed to another name, and taken away', async () => {
    const { page, asked } = await open()
    const edit = async (employer: string | null) => {
      await page.getByRole('button', { name: 'Edit the person' }).first().click()
      const field = page.getByRole('combobox', { name: 'Employer' })
      await field.waitFor()
      expect(await field.inputValue()).toBe('Analytical Engines')
      if (employer !== null) {
        await field.fill(employer)
        // Escape takes back what was typed, so the field is left; the next one opens its list, which Escape closes.
        await page.keyboard.press('Tab')
        await page.keyboard.press('Escape')
      }
      await page.getByLabel('Name', { exact: true }).press('Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      return last(asked, 'PUT /api/organizations/northwind/people')
    }
    await row(page, 'Ada Lovelace').getByRole('button', { name: 'Look at Ada Lovelace' }).click()
    const one = { actors: ['github:somebody-0'], name: 'Ada Lovelace', payer: null, funder: null }
    expect(await edit(null)).toEqual({ ...one, employer: 'Analytical Engines' })
    expect(await edit('Analytical Engine')).toEqual({ ...one, employer: 'Analytical Engine' })
    expect(await edit('')).toEqual({ ...one, employer: null })
    await done(page)
  })

  test('the list is searched, and nobody is found', async () => {
    const { page } = await open()
    await page.getByLabel('Search by name or handle').fill('grace')
    await expect.poll(() => page.locator('.party-name').first().textContent()).toBe('Grace Hopper')
    await page.getByLabel('Search by name or handle').fill('nobody is called this')
    await page.getByText('Nobody fits.').waitFor()
    await page.getByRole('button', { name: 'Show all' }).click()
    await row(page, 'Ada Lovelace').waitFor()
    await done(page)
  })

  test('what is looked for outlives another language, and stands in the address', async () => {
    const { page } = await open()
    await page.getByLabel('Search by name or handle').fill('grace')
    // At once: leaving the field asks.
    await page.locator('.shell-top').getByRole('button').last().click()
    await page.getByText('Deutsch').click()
    const field = page.getByLabel('Nach Name oder Kennung suchen')
    await field.waitFor()
    expect(await field.inputValue()).toBe('grace')
    expect(page.url()).toContain('q=grace')
    await expect.poll(() => page.locator('.party-name').first().textContent()).toBe('Grace Hopper')
    await done(page)
  })

  test('the focus stays beside what was merged, called a person, set aside, and taken back', async () => {
    let gone: string[] = []
    const first: EvidenceServer['first'] = ({ name, query }) => {
      if (name.endsWith('/people/merge')) gone = ['p1', 'p3']
      if (name.endsWith('/people/bots')) gone = ['github:dependabot[bot]']
      if (name.endsWith('/undo')) gone = []
      if (name !== 'GET /api/organizations/northwind/people') return null
      const people = fixturePeople(60, query)
      const parties = people.parties.filter(({ id }) => !gone.includes(id))
      return { json: { ...people, parties, bots: people.bots.filter(({ actor }) => !gone.includes(actor)) } }
    }
    const { page } = await open({ first })
    const focused = () =>
      page.evaluate(() => {
        const { activeElement } = document
        const label = activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? ''
        return `${activeElement?.tagName} ${label.slice(0, 60)}`
      })
    const undo = page.locator('.toasts').getByRole('button', { name: 'Undo' }).last()
    const takeBack = async () => {
      await undo.press('Enter')
      await page.getByText('Taken back. The board').waitFor()
    }
    await page.getByRole('checkbox', { name: 'Choose Bo Diddley', exact: true }).press('Space')
    await page.getByRole('checkbox', { name: 'Choose 王小明', exact: true }).press('Space')
    await page.locator('.people-selection').getByRole('button', { name: 'One person' }).press('Enter')
    await page.getByRole('dialog').getByRole('textbox').press('Enter')
    await undo.waitFor()
    await expect.poll(focused).toBe('INPUT Choose שירה כהן')
    await takeBack()
    await expect.poll(focused).toMatch(/^INPUT Choose /)

    await page.locator('.bot-row').first().getByRole('button').press('Enter')
    await expect.poll(focused).toContain('release')
    await takeBack()
    await expect.poll(focused).toContain('release')

    await page.locator('.suggestion').first().getByRole('button').first().press('Enter')
    await expect.poll(focused).toBe('BUTTON Leave apart')
    await done(page)
  })

  test('everybody can be taken along as a table, further pages too', async () => {
    const { page } = await open({ parties: 450 })
    await page.getByRole('button', { name: 'Export' }).click()
    const coming = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'Table, CSV' }).click()
    const lines = readFileSync(await (await coming).path(), 'utf8')
      .trimEnd()
      .split('\r\n')
    expect(lines[0]).toBe('organization,simulated,party,party_name,handle,name,person,employer,observations')
    expect(new Set(lines.slice(1).map(line => line.split(',')[2])).size).toBe(450)
    await done(page)
  })

  test('on paper stands everybody who is loaded, one under the other', async () => {
    const { page } = await open({ parties: 300 })
    expect(await page.locator('.party-row').count()).toBeLessThan(60)
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    expect(await page.locator('.party-row').count()).toBeGreaterThanOrEqual(100)
    const [first, second] = await Promise.all(
      [0, 1].map(i => page.locator('.party-row').nth(i).boundingBox()),
    )
    expect(second?.y).toBeGreaterThanOrEqual((first?.y ?? 0) + (first?.height ?? 0))
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await expect.poll(() => page.locator('.party-row').count()).toBeLessThan(60)
    await done(page)
  })

  test('thirty thousand parties are a few rows on the page, and further ones are asked for by scrolling', async () => {
    const { page, asked } = await open({ parties: 30_000 })
    expect(await page.locator('.party-row').count()).toBeLessThan(60)
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    await expect
      .poll(() => asked.filter(({ name, query }) => name.endsWith('/people') && query.has('cursor')).length)
      .toBeGreaterThan(0)
    expect(await page.locator('.party-row').count()).toBeLessThan(60)
    await done(page)
  })
})
