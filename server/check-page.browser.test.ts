// Checking a log in the visitor's own browser, without an account: an honest log, one that grew, copies that lie, an export, a
// proof, and what happens in between.
import { Buffer } from 'node:buffer'
import { sideways, violations } from '@equalizer/testkit/accessibility'
import { launchBrowser } from '@equalizer/testkit/browser'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startTestServer, type TestServer } from './testing.ts'
import { actOf, type LoggedOrganization, logOf } from './testing-log.ts'
import { builtApp, openPage, type PageOptions } from './testing-page.ts'

const webRoot = builtApp()
const browser: Browser | null = await launchBrowser()
const patienceMs = 60_000
const path = '/check/northwind'
let server: TestServer
let northwind: LoggedOrganization

/** Every act so far stands in the signed log. */
async function signed(size: number): Promise<string> {
  const checkpoint = async () => (await server.fetch('/log/northwind/checkpoint')).text()
  const published = async () => expect((await checkpoint()).split('\n')[1]).toBe(String(size))
  await vi.waitFor(published, { timeout: patienceMs, interval: 200 })
  return checkpoint()
}

beforeAll(async () => {
  if (!browser) return
  server = await startTestServer({ listen: true, webRoot })
  northwind = await logOf(server, 'northwind')
  await signed(11)
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

async function open(options: PageOptions = {}, at = path) {
  const opened = await openPage(browser as Browser, server, at, { cookie: null, ...options })
  opened.page.setDefaultTimeout(patienceMs)
  return opened
}
const go = (page: Page) => page.locator('.check-form .button-primary').click()
const verdict = (page: Page) => page.locator('.notice').innerText()
const bytesOf = async (file: string) =>
  Buffer.from(await (await server.fetch(`/log/northwind/${file}`)).arrayBuffer())
const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}
/** Of the page, a file that is chosen. */
const choose = (page: Page, label: string, name: string, buffer: Buffer) =>
  page
    .locator(`input[aria-label="${label}"]`)
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer })

describe.skipIf(!browser)('checking in the browser', { timeout: 120_000 }, () => {
  test.each([
    [{ width: 1280, height: 900 }, 'light', 'en', 'Everything holds.'],
    [{ width: 390, height: 844 }, 'dark', 'de', 'Alles hält.'],
  ] as const)(
    '%o %s %s: an honest log holds, and it is said what was not looked at',
    async (viewport, colorScheme, language, holds) => {
      const { page, faults } = await open({ viewport, colorScheme, language })
      await go(page)
      await page.getByText(holds).waitFor()
      expect(await page.locator('.check-not li').count()).toBe(3)
      expect(await violations(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
      expect(faults).toEqual([])
      await page.context().close()
    },
  )

  test('one flipped bit in a file of entries is found, and the entry is named', async () => {
    const file = 'tile/entries/000.p/11'
    const bundle = await bytesOf(file)
    const { page } = await open()
    await page.route(`**/log/northwind/${file}`, route =>
      route.fulfill({ body: flipped(bundle, bundle.indexOf('"amount":"400000"') + 12) }),
    )
    await go(page)
    await page.getByText('Entry 6 does not hold.').waitFor()
    expect(await verdict(page)).toContain('not the one whose hash stands in the tree')
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })

  test('one flipped bit in a tile, in the state, or under the checkpoint is found, and the file is named', async () => {
    const { page } = await open()
    const lies = [
      ['tile/0/000.p/11', 40],
      ['state', 60],
      ['checkpoint', 60],
    ] as const
    for (const [file, at] of lies) {
      const bytes = await bytesOf(file)
      await page.route(`**/log/northwind/${file}`, route => route.fulfill({ body: flipped(bytes, at) }))
      await go(page)
      const notice = page.locator('.notice-warn')
      await notice.waitFor()
      expect(await verdict(page), file).toMatch(/does not hold/)
      expect(await verdict(page), file).toContain(file)
      await page.unroute(`**/log/northwind/${file}`)
      await go(page)
      await page.locator('.notice-true').waitFor()
    }
    await page.context().close()
  })

  test('a log that grew is found to have grown; one that shrank is caught, for this browser remembers', async () => {
    const { page } = await open()
    const held = await signed(11)
    await go(page)
    await page.getByText('this browser saw it for the first time').waitFor()
    await northwind.send(
      actOf('treasury.declare_currency', { currency: 'USD', decimals: 2 }),
      northwind.ada.call,
    )
    await signed(12)
    await page.reload()
    await go(page)
    await page.getByText('from the 11 entries that this browser saw').waitFor()
    await page.route('**/log/northwind/checkpoint', route => route.fulfill({ body: held }))
    await page.route('**/log/northwind/state', route => route.fulfill({ status: 404, body: '' }))
    await page.reload()
    await go(page)
    await page.getByText('The log is shorter than when this browser saw it last.').waitFor()
    await page.context().close()
  })

  test('the log of another server is checked from here, by its address', async () => {
    const other = await startTestServer({ listen: true })
    try {
      await logOf(other, 'elsewhere')
      const { page, faults } = await open(
        {},
        `/check?log=${encodeURIComponent(`${other.origin}/log/elsewhere/`)}`,
      )
      await go(page)
      await page.getByText('Everything holds.').waitFor()
      expect(await violations(page)).toEqual([])
      expect(faults).toEqual([])
      await page.getByLabel('Address of a published log').fill('javascript:alert(1)')
      await page.getByRole('button', { name: 'Check again' }).waitFor({ state: 'detached' })
      await page.context().close()
    } finally {
      await other.close()
    }
  })

  test('an address without a log accuses nobody, be it one that is not there or a page', async () => {
    const board = encodeURIComponent(`${server.origin}/northwind`)
    for (const at of ['/check/nope', `/check?log=${board}`]) {
      const { page, faults } = await open({}, at)
      await go(page)
      await page.getByText('No log is there: there is no checkpoint.').waitFor()
      expect(await verdict(page), at).toContain('This could not be checked.')
      expect(await verdict(page), at).not.toContain('does not hold')
      expect(faults, at).toEqual([])
      await page.context().close()
    }
  })

  test('somebody who gave another key trusts nothing of it', async () => {
    const { page } = await open()
    const { vkey } = JSON.parse((await bytesOf('log.json')).toString()) as { vkey: string }
    await page.getByLabel('Whom you trust').fill('please')
    await go(page)
    await page.getByText('What you typed is neither a key nor a policy.').waitFor()
    await page.getByLabel('Whom you trust').fill(`log ${vkey}\nquorum none\n`)
    await go(page)
    await page.getByText('the policy that you gave').waitFor()
    await page.getByLabel('Whom you trust').fill(vkey)
    await go(page)
    await page.getByText('the key that you gave').waitFor()
    await page.context().close()
  })

  test('an export holds with the server away; one flipped bit in it does not', async () => {
    const { page, faults } = await open({}, '/check')
    const tar = await bytesOf('export.tar')
    await page.route('**/log/**', route => route.abort())
    await choose(page, 'Choose an export, .tar', 'northwind.tar', tar)
    await page.getByText('Everything holds.').waitFor()
    await choose(
      page,
      'Choose an export, .tar',
      'northwind.tar',
      flipped(tar, tar.lastIndexOf('"amount":"400000"') + 12),
    )
    await page.getByText('Entry 6 does not hold.').waitFor()
    await choose(page, 'Choose an export, .tar', 'northwind.tar', Buffer.from('nothing of the kind'))
    await page.getByText('No log is there: there is no checkpoint.').waitFor()
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('a proof holds against a key, and against nobody’s it is not looked at', async () => {
    const { page } = await open({}, '/check')
    const proof = await bytesOf('proof/6')
    const { vkey } = JSON.parse((await bytesOf('log.json')).toString()) as { vkey: string }
    await choose(page, 'Choose a proof', '6.tlog-proof', proof)
    await page.getByText('A log or a proof is checked against a key.').waitFor()
    await page.getByLabel('Whom you trust').fill(vkey)
    await choose(page, 'Choose a proof', '6.tlog-proof', proof)
    await page.getByText('The proof holds: this is entry 6.').waitFor()
    expect(await violations(page)).toEqual([])
    const index = Buffer.from(proof.toString().replace('index 6', 'index 7'))
    await choose(page, 'Choose a proof', '6.tlog-proof', index)
    await page.getByText('The entry is not at that place in the log.').waitFor()
    await page.context().close()
  })

  test('it can be stopped while it waits for the server, and begun again', async () => {
    const { page } = await open()
    let answer = () => {}
    const asked = new Promise<void>(resolve => {
      void page.route('**/log/northwind/tile/**', async route => {
        resolve()
        await new Promise<void>(done => {
          answer = done
        })
        await route.continue().catch(() => undefined)
      })
    })
    await go(page)
    await asked
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByRole('button', { name: 'Check everything' }).waitFor()
    answer()
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await go(page)
    await page.getByText('Everything holds.').waitFor()
    await page.context().close()
  })
})
