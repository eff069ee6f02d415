// From a claim to a decision that a member voted on and nobody overrode: two people, two windows, one clock, both databases.
import { sideways, violations } from '@equalizer/testkit/accessibility'
import { launchBrowser } from '@equalizer/testkit/browser'
import { type PostgresServer, startPostgres } from '@equalizer/testkit/postgres'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from './store/store.ts'
import { startTestServer, type TestServer } from './testing.ts'
import { createWaitingClock } from './testing-clock.ts'
import { builtApp, type OpenPage, openPage, type PageOptions } from './testing-page.ts'
import { fillInPayment } from './testing-pay-form.ts'
import { bothStores } from './testing-stores.ts'

const webRoot = builtApp()
const browser: Browser | null = await launchBrowser()
const postgres: PostgresServer | null = browser && (await startPostgres())
afterAll(async () => {
  await browser?.close()
  await postgres?.stop()
})

/** A browser and a first measuring share two cores with the other tests. */
const patienceMs = 90_000
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: patienceMs })
const hour = 3_600_000
const day = 24 * hour
const phone = { width: 390, height: 844 }
const at = { organization: 'northwind-commons' }
const payForm = '/o/northwind-commons/act?type=treasury.pay&unit='

/** By the keyboard, which does not wait until it may be pressed. */
async function press(button: Locator): Promise<void> {
  await eventually(() => button.isEnabled()).toBe(true)
  await button.press('Enter')
}
const button = (place: Page | Locator, name: string) => place.getByRole('button', { name, exact: true })

for (const [kind, there, open] of bothStores(postgres, browser !== null)) {
  describe.skipIf(!there)(`the one door on ${kind}`, { timeout: 240_000 }, () => {
    const { clock, wait } = createWaitingClock()
    let store: Store
    let server: TestServer
    let steward: OpenPage
    let member: OpenPage
    let link: string
    let decision: string

    beforeAll(async () => {
      store = await open()
      server = await startTestServer({ store, clock, listen: true, webRoot })
      steward = await openWindow('/')
    })
    afterAll(async () => {
      await steward?.context.close()
      await member?.context.close()
      await server?.close()
      await store?.close()
    })

    async function openWindow(path: string, options: PageOptions = {}): Promise<OpenPage> {
      const opened = await openPage(browser as Browser, server, path, options)
      opened.page.setDefaultTimeout(patienceMs)
      return opened
    }
    const fine = async (page: Page) => {
      expect(await violations(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
    }
    const goTo = (page: Page, name: RegExp) =>
      page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click()
    const fader = () => steward.page.getByRole('slider', { name: /^Finance/ })
    const stands = () => fader().getAttribute('aria-valuenow')
    const balance = async () => {
      const view = 'treasury.balances'
      const read = await server.stewardCall('GET /api/organizations/{organization}/views/{view}', {
        ...at,
        view,
      })
      return read.ok ? read.value.rows.find(row => row.account === 'main')?.balance : read.problem
    }
    async function given(type: string, unit: string, payload: object): Promise<void> {
      const body = { command: { kind: 'act', act: { type, unit, payload } } } as never
      const sent = await server.stewardCall('POST /api/organizations/{organization}/door', at, { body })
      expect(sent).toMatchObject({ ok: true, value: { outcome: 'executed' } })
    }
    /** Puts the fader there by keys alone, and leaves the dialog open. */
    async function moveTo(keys: readonly string[]): Promise<Locator> {
      await fader().focus()
      for (const key of [...keys, 'Enter']) await steward.page.keyboard.press(key)
      const dialog = steward.page.getByRole('dialog', { name: 'Move Finance' })
      await dialog.waitFor()
      return dialog
    }

    test('a slider that was a claim becomes real, on the board and by keys', async () => {
      const { page } = steward
      await page.waitForURL('**/welcome')
      await button(page, 'Start with the example').click()
      await page.waitForURL('**/o/northwind-commons')
      await fader().waitFor()
      expect(await stands()).toBe('50')
      await server.desk.jobs.idle()
      const dialog = await moveTo(['PageUp'])
      await press(button(dialog, 'Go on'))
      await dialog.getByText('These are the unit’s first rules').waitFor()
      await dialog.getByText('whoever sends it, at once.').waitFor()
      await fine(page)
      await press(button(dialog, 'Move'))
      await dialog.getByText('Done.').waitFor()
      await page.keyboard.press('Enter')
      await dialog.waitFor({ state: 'detached' })
      await page.locator('[role="slider"]:focus').waitFor()
      await eventually(stands).toBe('0')
      await page.getByText('The charter claims 50.').first().waitFor()
    })

    test('at Team an act is done at once; what is wrong is said at its field, and nothing typed is lost', async () => {
      const { page } = steward
      await given('treasury.declare_currency', 'organization', { currency: 'EUR', decimals: 2 })
      const account = { account: 'main', name: 'Main account', currency: 'EUR' }
      await given('treasury.open_account', 'finance', account)
      const from = { kind: 'customer', name: 'Grid AG' }
      const money = { account: 'main', amount: '500000', currency: 'EUR', from, attachments: [] }
      await given('treasury.receive', 'finance', money)
      await page.locator('#desk').getByRole('link', { name: 'Finance' }).first().click()
      await page.getByRole('link', { name: 'Act here' }).click()
      await page.getByRole('link', { name: 'Pay somebody outside' }).click()
      await fillInPayment(page, '12.50', 'Lamps for the hall')
      await button(page, 'Send').click()
      await page.getByText('A whole number is asked for').waitFor()
      expect(await page.getByLabel('Amount').inputValue()).toBe('12.50')
      // More than there is: that only the server knows.
      await page.getByLabel('Amount').fill('900000')
      await page.locator('.act-refused').waitFor()
      expect(await page.locator('.act-refused').innerText()).toContain(
        'The account “Main account” has 5,000.00 EUR, and 9,000.00 EUR are needed',
      )
      expect(await page.getByLabel('Purpose').inputValue()).toBe('Lamps for the hall')
      await page.getByLabel('Amount').fill('1250')
      await page.getByText('In money: 12.50 EUR').waitFor()
      await page.getByText('Executed at once.').waitFor()
      await fine(page)
      await button(page, 'Send').click()
      await page.getByRole('heading', { name: 'Done.' }).waitFor()
      await eventually(balance).toBe('498750')
    })

    test('somebody is added and gets a link that works once', async () => {
      const { page } = steward
      await page.goto(`${server.origin}/o/northwind-commons/members`)
      await button(page, 'Add a person').click()
      await page.getByRole('dialog').getByLabel('Name').fill('Mira Lindqvist')
      await page.keyboard.press('Enter')
      const line = page.getByRole('textbox', { name: 'One-time link' })
      await line.waitFor()
      link = await line.inputValue()
      expect(link.startsWith(`${server.origin}/enter#`)).toBe(true)
      await fine(page)
      await button(page, 'Done').click()
      await page.getByRole('listitem').filter({ hasText: 'Mira Lindqvist' }).first().waitFor()
    })

    test('moved to Shared, the same act through the same form opens a decision, and that is said before', async () => {
      const { page } = steward
      await goTo(page, /^Board/)
      await eventually(stands).toBe('0')
      const dialog = await moveTo(['PageUp', 'PageUp'])
      await dialog.getByText('A move forward').waitFor()
      await eventually(() => dialog.locator('.move-to strong').textContent()).toBe('50')
      await press(button(dialog, 'Move'))
      await dialog.getByText('Done.').waitFor()
      await page.keyboard.press('Enter')
      await eventually(stands).toBe('50')
      await page.goto(`${server.origin}${payForm}finance`)
      await fillInPayment(page, '200000', 'Lamps for the yard')
      await page.getByText('Community votes for 5 days; Team may veto within 2 days.').waitFor()
      await fine(page)
      await button(page, 'Propose').click()
      const look = page.getByRole('link', { name: /^Look at decision D-/ })
      decision = ((await look.textContent()) ?? '').replace('Look at decision ', '')
      await look.click()
      await page.getByRole('heading', { level: 1, name: /Lamps for the yard/ }).waitFor()
      await page.getByText('Community votes.').first().waitFor()
      await fine(page)
      expect(await balance()).toBe('498750')
    })

    test('the member enters on a phone, sees what waits, and votes', async () => {
      member = await openPage(browser as Browser, server, '', {
        cookie: null,
        viewport: phone,
        hasTouch: true,
      })
      const { page } = member
      await page.goto(link)
      await page.waitForURL('**/o/northwind-commons')
      await goTo(page, /one waits for you/)
      await page.getByRole('heading', { level: 1, name: 'One decision waits for you.' }).waitFor()
      await fine(page)
      await page.getByRole('link', { name: /Lamps for the yard/ }).click()
      await page.getByText('For', { exact: true }).first().waitFor()
      await page.getByRole('radiogroup').getByText('For', { exact: true }).click()
      await button(page, 'Cast the ballot').click()
      await page.getByText('You voted: For.').waitFor()
      await page.getByText('If it closed now, it would pass.').waitFor()
      await fine(page)
      // The other window hears of it by itself.
      await steward.page.getByText('If it closed now, it would pass.').waitFor()
    })

    test('the clock closes the vote, the time to veto passes, and both windows show it without a reload', async () => {
      const windows = [steward.page, member.page]
      for (const page of windows) await page.evaluate('globalThis.neverReloaded = true')
      wait(5 * day + hour)
      await server.desk.door.moveOn()
      for (const page of windows) {
        await page.getByText('It passed. Team may still veto.').waitFor()
        await page.getByText('What the vote came to').waitFor()
      }
      await button(steward.page, 'Veto').waitFor()
      expect(await button(member.page, 'Veto').count()).toBe(0)
      await fine(steward.page)
      expect(await balance()).toBe('498750')
      wait(2 * day + hour)
      await server.desk.door.moveOn()
      for (const page of windows) {
        await page.getByText('It was decided and carried out.').waitFor()
        expect(await page.evaluate('globalThis.neverReloaded')).toBe(true)
      }
      await fine(member.page)
      expect(await balance()).toBe('298750')
    })

    test('the decision stands among the past ones, with the entry of the log that carried it out', async () => {
      const { page } = steward
      await goTo(page, /^Decisions/)
      await page.getByRole('button', { name: /State/ }).click()
      await page.getByRole('option', { name: 'Past', exact: true }).click()
      await page.getByRole('link', { name: /Lamps for the yard.*Carried out/s }).click()
      const carried = page.locator('.happened-entry').filter({ hasText: 'It was carried out.' })
      const number = (await carried.getByText(/^entry \d+$/).textContent())?.slice('entry '.length)
      const log = await server.stewardCall('GET /api/organizations/{organization}/entries', at)
      const entry = log.ok && log.value.entries.find(({ seq }) => String(seq) === number)
      expect(entry).toMatchObject({ command: { kind: 'advance', decision } })
      expect(JSON.stringify(entry)).toContain('treasury.paid')
      // The answer names people, in titles and beside the entries; what stands in the log does not.
      const said = log.ok ? log.value.entries.map(({ command, events }) => ({ command, events })) : []
      expect(JSON.stringify(said)).not.toContain('Mira')
    })

    test('a member who may not do something is told so in words, before and after pressing', async () => {
      const { page } = member
      await page.goto(`${server.origin}${payForm}technology`)
      await fillInPayment(page, '100', 'A lamp for me')
      const told = page.getByText(/^Only who is in the group “team” can send this here\./i)
      await told.waitFor()
      await button(page, 'Send').click()
      await page.getByText('That was not done.').waitFor()
      expect(await told.count()).toBe(2)
      expect(await page.getByLabel('Purpose').inputValue()).toBe('A lamp for me')
      await fine(page)
    })

    test('and nothing complained on the way', () => {
      expect([...steward.faults, ...member.faults]).toEqual([])
    })
  })
}
