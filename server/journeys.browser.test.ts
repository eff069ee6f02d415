// The ways people go through the desk, from the first run to a file in hand, in a real browser, on both databases.
import { readFile } from 'node:fs/promises'
import { violations } from '@equalizer/testkit/accessibility'
import { launchBrowser } from '@equalizer/testkit/browser'
import { type PostgresServer, startPostgres } from '@equalizer/testkit/postgres'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from './store/store.ts'
import { startTestServer, type TestServer } from './testing.ts'
import { builtApp, openPage } from './testing-page.ts'
import { bothStores } from './testing-stores.ts'

const webRoot = builtApp()
const browser: Browser | null = await launchBrowser()
const postgres: PostgresServer | null = browser && (await startPostgres())
afterAll(async () => {
  await browser?.close()
  await postgres?.stop()
})

/** A browser and a first measuring share two cores with the other tests. */
const patience = { timeout: 120_000 }

const payments = `date,payer,payee,amount,currency
2026-11-02,Treasury,Ada Lovelace,1200.00,EUR
2026-11-03,Treasury,Grace Hopper,900.50,EUR
2026-11-04,Treasury,not a number at all,twelve,EUR
`

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8')
}

async function exported(page: Page, item: string): Promise<Download> {
  await page.getByRole('button', { name: 'Export' }).first().click()
  const [download] = await Promise.all([
    page.waitForEvent('download', patience),
    page.getByRole('menuitem', { name: item }).click(),
  ])
  return download
}

for (const [kind, there, open] of bothStores(postgres, browser !== null)) {
  describe.skipIf(!there)(`journeys on ${kind}`, { timeout: 240_000 }, () => {
    let store: Store
    let server: TestServer
    let page: Page
    let faults: readonly string[]

    beforeAll(async () => {
      store = await open()
      server = await startTestServer({ store, listen: true, webRoot })
      const opened = await openPage(browser as Browser, server, '/', { acceptDownloads: true })
      page = opened.page
      faults = opened.faults
    })
    afterAll(async () => {
      await page?.context().close()
      await server?.close()
      await store?.close()
    })

    const goTo = (name: string) =>
      page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true }).click()
    const settled = () => server.desk.jobs.idle()

    test('the first run: from three choices to a board that says what matters', async () => {
      await page.waitForURL('**/welcome')
      await page.getByRole('button', { name: 'Start with the example' }).click()
      await page.waitForURL('**/o/northwind-commons', patience)
      const headline = page.getByRole('heading', { level: 1 })
      await headline.filter({ hasText: 'Finance is Shared in name only' }).waitFor(patience)
      expect(await page.getByRole('slider', { name: /^Finance/ }).getAttribute('aria-valuenow')).toBe('50')
      expect(await violations(page)).toEqual([])
    })

    test('add evidence: put a file in, see what it is, let it count, see the refused row, take it back', async () => {
      await goTo('Evidence')
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Add files' }).click()
      const file = { name: 'november.csv', mimeType: 'text/csv', buffer: Buffer.from(payments) }
      await (await chooser).setFiles(file)
      await page.getByText('Ada Lovelace').first().waitFor(patience)
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Let it count' }).click()
      await settled()
      const row = page.getByRole('listitem').filter({ hasText: 'november.csv' })
      await row.getByText('1 refused').waitFor(patience)
      await row.getByRole('link', { name: /november\.csv/ }).click()
      await page.getByText('This is not an amount').first().waitFor(patience)
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Take back' }).first().click()
      await settled()
    })

    test('read a unit down to one commit', async () => {
      await goTo('Board')
      await page.locator('#desk').getByRole('link', { name: 'Technology' }).first().click()
      await page.getByRole('heading', { level: 1, name: /Technology/ }).waitFor(patience)
      expect(await violations(page)).toEqual([])
      const surface = page.locator('details', {
        has: page.locator('summary', { hasText: 'What ships' }),
      })
      await surface.locator('summary').first().click()
      await surface.getByRole('link', { name: /^Show the/ }).click()
      const commit = page.getByRole('row').nth(1)
      await commit.waitFor(patience)
      expect(await violations(page)).toEqual([])
      await commit.click()
      const one = page.getByRole('dialog')
      await one
        .getByText(/^[0-9a-f]{40}$/)
        .first()
        .waitFor(patience)
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await one.waitFor({ state: 'detached' })
    })

    test('merge two people, and undo it', async () => {
      // Loaded anew, so that the message of what was done before is gone and there is one way back to press.
      await page.goto(`${server.origin}/o/northwind-commons/people`)
      await page.getByRole('button', { name: 'One person' }).first().click(patience)
      await page.getByRole('dialog').getByRole('button', { name: 'Merge' }).click()
      await page.getByRole('button', { name: 'Undo' }).click(patience)
      await settled()
      await page.getByRole('button', { name: 'One person' }).first().waitFor(patience)
      const { db } = store
      const kinds = await db.selectFrom('charters').select('kind').orderBy('version').execute()
      expect(kinds.slice(-2).map(row => row.kind)).toEqual(['people.merged', 'undone'])
    })

    test('compare two days', async () => {
      await goTo('Compare')
      await page.getByRole('heading', { level: 2, name: 'Finance' }).waitFor(patience)
      expect(await violations(page)).toEqual([])
    })

    test('export the board as picture, table and data', async () => {
      await goTo('Board')
      const svg = await textOf(await exported(page, 'Picture, SVG'))
      expect(svg).toMatch(/<svg[^>]+>[\s\S]*Finance[\s\S]*<\/svg>\s*$/)
      const csv = await textOf(await exported(page, 'Table, CSV'))
      expect(csv.split('\r\n').length).toBeGreaterThan(6)
      expect(JSON.parse(await textOf(await exported(page, 'Data, JSON')))).toMatchObject({
        weakest: 'finance',
      })
    })

    test('and nothing complained on the way', () => {
      expect(faults).toEqual([])
    })
  })
}
