// Signed votes in a real browser against a real server: turned on by the keyboard, on a phone; on another device it is said
// what to do.

import { presetRule } from '@equalizer/core'
import { sideways, violations } from '@equalizer/testkit/accessibility'
import { launchBrowser } from '@equalizer/testkit/browser'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestPerson, type TestServer } from './testing.ts'
import { builtApp, type OpenPage, openPage } from './testing-page.ts'

const webRoot = builtApp()
const browser: Browser | null = await launchBrowser()
afterAll(async () => {
  await browser?.close()
})

const patienceMs = 60_000
const organization = 'acme'
const at = { organization }
const phone = { width: 390, height: 844 }

describe.skipIf(!browser)('signed votes', { timeout: 180_000 }, () => {
  let server: TestServer
  let mira: TestPerson
  let device: OpenPage
  let other: OpenPage

  beforeAll(async () => {
    server = await startTestServer({ listen: true, webRoot })
    await server.addOrganization(organization)
    const added = await server.stewardCall('POST /api/organizations/{organization}/members', at, {
      body: { name: 'Mira' },
    })
    if (!added.ok) throw new Error(added.problem.reason)
    await act('charter.admit', { person: added.value.id })
    mira = await server.enterAsMember(organization, added.value.id)
    const rule = presetRule(3, { center: 'team', edge: 'community', council: 'council' })
    const catchAll = { id: 'everything', name: 'Everything', filter: { acts: ['*'] }, consequence: 10, rule }
    await act('rule.move', { unit: 'organization', classes: [catchAll] })
    await act('charter.admit', { person: 'p-sombody1' })
    await act('charter.admit', { person: 'p-sombody2' })
    device = await openAs('members', phone)
  }, 120_000)
  afterAll(async () => {
    await device?.context.close()
    await other?.context.close()
    await server?.close()
  })

  async function act(type: string, payload: object): Promise<void> {
    const body = { command: { kind: 'act', act: { type, unit: 'organization', payload } } } as never
    const sent = await server.stewardCall('POST /api/organizations/{organization}/door', at, { body })
    if (!sent.ok) throw new Error(JSON.stringify(sent.problem))
  }

  async function openAs(path: string, viewport: { width: number; height: number }, language?: 'de') {
    const options = { cookie: mira.cookie, viewport, ...(language ? { language } : {}) }
    const opened = await openPage(browser as Browser, server, `/o/${organization}/${path}`, options)
    opened.page.setDefaultTimeout(patienceMs)
    return opened
  }
  const fine = async (page: Page) => {
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toBeLessThanOrEqual(0)
  }
  const button = (place: Page | Locator, name: string) => place.getByRole('button', { name, exact: true })
  const newest = async () => {
    const got = await mira.call('GET /api/organizations/{organization}/entries', {
      ...at,
      order: 'newest',
      limit: 1,
    })
    return got.ok ? got.value.entries[0] : undefined
  }
  async function vote(page: Page, option: string, press: string): Promise<void> {
    await page.getByRole('radiogroup').getByText(option, { exact: true }).click()
    await button(page, press).click()
    await page.getByText(`You voted: ${option}.`).waitFor()
  }

  test('are turned on by keys, on a phone', async () => {
    const { page } = device
    const on = button(page, 'Sign my votes on this device')
    await on.waitFor()
    await fine(page)
    await on.press('Enter')
    await page.getByText('Your votes from this device are signed.', { exact: false }).waitFor()
    await page.getByText('No ballot was signed by it yet.').waitFor()
    await fine(page)
    expect((await newest())?.command).toMatchObject({
      kind: 'set_key',
      key: expect.stringMatching(/^ed25519\+/),
    })
  })

  test('a ballot is signed without a further press, again when it is changed, and after a reload', async () => {
    const { page } = device
    await page.goto(`${server.origin}/o/${organization}/decisions/D-1`)
    await page.getByText('Your ballot is signed on this device.').waitFor()
    await vote(page, 'For', 'Cast the ballot')
    await vote(page, 'Against', 'Change the ballot')
    await page.reload()
    await vote(page, 'For', 'Change the ballot')
    await fine(page)
    const entry = await newest()
    expect(entry?.command).toMatchObject({
      kind: 'ballot',
      choice: 0,
      signed: { signature: expect.any(String) },
    })
    expect(entry?.events.map(event => event.type)).toEqual(['decision.ballot_cast', 'key.used'])
  })

  test('the key cannot be read out of the browser', async () => {
    const read = `new Promise((done, failed) => {
      const asked = indexedDB.open('equalizer', 1)
      asked.onsuccess = () => {
        const all = asked.result.transaction('keys').objectStore('keys').getAll()
        all.onsuccess = () => crypto.subtle.exportKey('pkcs8', all.result[0].secret).then(() => done('read'), failed)
      }
    })`
    await expect(device.page.evaluate(read)).rejects.toThrow(/InvalidAccessError|not extractable/)
  })

  test('on another device it is said where to vote, and that key can be dropped', async () => {
    other = await openAs('decisions/D-2', { width: 1280, height: 900 })
    const { page } = other
    await page.getByText('Your votes are signed on another device.').waitFor()
    expect(await button(page, 'Cast the ballot').count()).toBe(0)
    await fine(page)
    const german = await openAs('members', phone, 'de')
    await german.page.getByText('Die eigenen Stimmen werden auf einem anderen Gerät signiert.').waitFor()
    await fine(german.page)
    await german.context.close()
    await button(page, 'Drop that key').press('Enter')
    await vote(page, 'For', 'Cast the ballot')
    expect((await newest())?.command).not.toHaveProperty('signed')
    // The first device hears of it, and can go on signing by the key that it has.
    await device.page.goto(`${server.origin}/o/${organization}/members`)
    await button(device.page, 'Sign my votes on this device').press('Enter')
    await device.page
      .getByText(/^Last used /)
      .or(device.page.getByText('Last used', { exact: false }))
      .first()
      .waitFor()
  })

  test.each([
    ['the options in another order', '["for","against"]', '["against","for"]'],
    ['somebody else to be admitted', '"person":"p-sombody2"', '"person":"p-sombody3"'],
  ])('nothing is signed where the page shows %s than the log', async (_, from, to) => {
    const { page } = device
    const lies = `**/api/organizations/${organization}/decisions/D-2`
    await page.route(lies, async route => {
      const got = await route.fetch()
      const text = await got.text()
      expect(text).toContain(from)
      await route.fulfill({ response: got, body: text.replaceAll(from, to) })
    })
    const before = (await newest())?.seq
    await page.goto(`${server.origin}/o/${organization}/decisions/D-2`)
    await page.getByRole('radiogroup').getByText('For', { exact: true }).click()
    await page.getByRole('button', { name: /^(Cast|Change) the ballot$/ }).click()
    const told = 'The log does not say of this decision what this page shows.'
    await page.getByText(told, { exact: false }).waitFor()
    expect((await newest())?.seq).toBe(before)
    await fine(page)
    await page.unroute(lies)
  })

  test('and nothing complained on the way', () => {
    expect([...device.faults, ...other.faults]).toEqual([])
  })
})
