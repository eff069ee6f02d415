// The log's pages on a real server in a real browser: sentences, looking, the proof of an entry, and commands that work as
// they stand.
import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sideways, violations } from '@equalizer/testkit/accessibility'
import { launchBrowser } from '@equalizer/testkit/browser'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestStore } from './store/testing.ts'
import { startTestServer, type TestServer } from './testing.ts'
import { actOf, type LoggedOrganization, logOf } from './testing-log.ts'
import { builtApp, openPage, type PageOptions } from './testing-page.ts'

const webRoot = builtApp()
const browser: Browser | null = await launchBrowser()
const folder = mkdtempSync(join(tmpdir(), 'equalizer-log-page-'))
const patienceMs = 60_000
const forms = [
  [{ width: 1280, height: 900 }, 'light', 'en', 'entries stand in the log'],
  [{ width: 390, height: 844 }, 'dark', 'de', 'Einträge stehen im Protokoll'],
] as const
const changed = { en: 'changed who decides in', de: 'änderte, wer in' } as const
let server: TestServer
let northwind: LoggedOrganization

beforeAll(async () => {
  if (!browser) return
  server = await startTestServer({ listen: true, webRoot })
  await server.addOrganization('empty')
  northwind = await logOf(server, 'northwind')
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function open(path: string, options: PageOptions = {}) {
  const opened = await openPage(browser as Browser, server, path, options)
  opened.page.setDefaultTimeout(patienceMs)
  return opened
}
async function fine(page: Page, faults: readonly string[]): Promise<void> {
  expect(await violations(page)).toEqual([])
  expect(await sideways(page)).toBeLessThanOrEqual(0)
  expect(faults).toEqual([])
  await page.context().close()
}
const sentences = (page: Page) => page.locator('.log-sentence').allTextContents()
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: patienceMs })

describe.skipIf(!browser)('the log', { timeout: 120_000 }, () => {
  test('that began before logs were published says who has to say that it may be', async () => {
    const store = await openTestStore()
    const before = await startTestServer({ store, publishes: false })
    await logOf(before, 'older')
    await before.close()
    await store.db.updateTable('log_heads').set({ held: true }).execute()
    const later = await startTestServer({ store, listen: true, webRoot })
    const { page } = await openPage(browser as Browser, later, '/o/older/log')
    await page.getByText('equalizer log publish older').waitFor({ timeout: patienceMs })
    expect(await violations(page)).toEqual([])
    expect(await sentences(page)).not.toEqual([])
    await page.context().close()
    await later.close()
    await store.close()
  })

  test('that nothing stands in says how it begins', async () => {
    const { page, faults } = await open('/o/empty/log')
    await page.getByRole('heading', { name: 'Nothing stands in the log yet.' }).waitFor()
    await page.getByRole('link', { name: 'Do something' }).waitFor()
    await fine(page, faults)
  })

  test.each(forms)(
    '%o %s %s: entries as sentences below the checkpoint',
    async (viewport, colorScheme, language, headline) => {
      const { page, faults } = await open('/o/northwind/log', { viewport, colorScheme, language })
      await page.getByRole('heading', { level: 1, name: headline }).waitFor()
      await page.locator('.log-head').waitFor()
      const root = await page.locator('.log-head .log-hash').first().textContent()
      const checkpoint = await (await server.fetch('/log/northwind/checkpoint')).text()
      expect(Buffer.from(checkpoint.split('\n')[2] ?? '', 'base64').toString('hex')).toBe(root)
      const said = await sentences(page)
      expect(said.length).toBe(11)
      expect(said.at(-6)).toContain(
        language === 'en' ? 'recorded that 50,000.00 EUR came in' : '50.000,00 EUR von Globex',
      )
      expect(said[2]).toBe(
        language === 'en'
          ? 'Ada Lovelace proposed: Pay 1,234.56 EUR to Hetzner: Backups.'
          : 'Ada Lovelace schlug vor: 1.234,56 EUR an Hetzner zahlen: Backups.',
      )
      const [came] = await page
        .locator('.log-row', { hasText: changed[language] })
        .locator('.log-came')
        .allTextContents()
      expect(came).toContain(
        language === 'en'
          ? 'Before: Any one of Team decides. Now: Community votes for 5 days;'
          : 'Vorher: Wer immer zu Team gehört, entscheidet allein. Jetzt: Community stimmt ab',
      )
      await page.locator('.log-yourself > summary').click()
      await fine(page, faults)
    },
  )

  test('says who cosigned, who is waited for, and how far mirrors are behind', async () => {
    const { page, faults } = await open('/o/empty/log')
    const json = {
      size: 11,
      signed: 12,
      signedMs: Date.parse('2026-03-01T12:00:00Z'),
      quorum: { needed: '2 of (w1, w2, w3)', met: false },
      policy: 'in_force',
      witnesses: [
        { name: 'w1', url: null, timestampMs: Date.parse('2026-03-01T12:00:01Z'), size: 12, problem: null },
        { name: 'w2', url: null, timestampMs: null, size: null, problem: 'witness.unreachable' },
      ],
      mirrors: [
        { name: 'm1', url: null, timestampMs: Date.parse('2026-03-01T12:00:02Z'), size: 5, problem: null },
      ],
    }
    await page.route('**/log/northwind/witnesses', route => route.fulfill({ json }))
    await page.goto(`${server.origin}/o/northwind/log`)
    await page.getByText('The quorum is not met: 2 of (w1, w2, w3).').waitFor()
    await page.getByText('The checkpoint of 12 entries waits for them.').waitFor()
    const rows = await page.locator('.log-witnesses li').allInnerTexts()
    expect(rows.map(row => row.replace(/\s+/g, ' '))).toEqual([
      'w1 1 Mar 2026, 12:00 UTC',
      'w2 waits witness.unreachable',
      'm1 1 Mar 2026, 12:00 UTC 7 entries behind',
    ])
    await fine(page, faults)
  })

  test('is looked through by words, names and kinds, and the address keeps what was looked for', async () => {
    const { page, faults } = await open('/o/northwind/log')
    await page.getByLabel('Find in entries').fill('hetzner')
    await eventually(() => sentences(page)).toEqual([
      'Ada Lovelace proposed: Pay 1,234.56 EUR to Hetzner: Backups.',
      expect.stringContaining('paid 4,000.00 EUR to Hetzner: Servers.'),
    ])
    await page.getByLabel('Find in entries').fill('okri')
    await eventually(() => sentences(page)).toEqual([
      expect.stringContaining('Ben Okri voted “Against” on'),
      expect.stringContaining('made Ben Okri a member.'),
    ])
    await page.getByText('Looked through entries 0 to 10.').waitFor()
    expect(new URL(page.url()).searchParams.get('text')).toBe('okri')
    await page.getByRole('button', { name: 'Everything What' }).click()
    await page.getByRole('option', { name: 'Vetoes' }).click()
    await page.getByText('No entry fits.').waitFor()
    await page.getByRole('button', { name: 'Show all' }).click()
    await eventually(async () => (await sentences(page)).length).toBe(11)
    await page.getByLabel('Go to entry').fill('99')
    await page.getByRole('button', { name: 'Go', exact: true }).click()
    await page.getByText('The log ends at entry 10.').waitFor()
    await page.getByLabel('Go to entry').fill('6')
    await page.getByRole('button', { name: 'Go', exact: true }).click()
    await page.getByRole('heading', { name: /paid 4,000.00 EUR to Hetzner/ }).waitFor()
    await fine(page, faults)
  })

  test('shows what others add while it is looked at', async () => {
    const { page, faults } = await open('/o/northwind/log')
    await eventually(async () => (await sentences(page)).length).toBe(11)
    await northwind.send(
      actOf('treasury.declare_currency', { currency: 'USD', decimals: 2 }),
      northwind.ada.call,
    )
    await eventually(async () => (await sentences(page))[0]).toContain('Ada Lovelace proposed')
    // The checkpoint follows within seconds.
    await eventually(() => page.locator('.log-head dd').first().textContent()).toMatch(/^12\s*$/)
    await fine(page, faults)
  })

  test('is taken along as a table with its sentences', async () => {
    const { page } = await open('/o/northwind/log?text=globex')
    await page.locator('.log-row').waitFor()
    await page.getByRole('button', { name: 'Export' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Table, CSV' }).click(),
    ])
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n')
    expect(lines.length).toBe(2)
    expect(lines[1]).toMatch(/^5,.*recorded that 50\u002c000\.00 EUR came in from Globex/)
    await page.context().close()
  })

  test('is found by the palette', async () => {
    const { page } = await open('/o/northwind')
    await page.getByRole('navigation', { name: 'Pages' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').locator('input').fill('log')
    await page.getByRole('menuitem', { name: 'Log', exact: true }).click()
    await page.waitForURL('**/o/northwind/log')
    await page.context().close()
  })
})

describe.skipIf(!browser)('one entry', { timeout: 120_000 }, () => {
  test.each(forms)(
    '%o %s %s: its path to the root is drawn, done again here, and holds',
    async (viewport, colorScheme, language) => {
      const { page, faults } = await open('/o/northwind/log/6', { viewport, colorScheme, language })
      await page.locator('.proof-picture').waitFor()
      await page.locator('.notice-true').waitFor()
      expect(await page.locator('.proof-box-neighbour').count()).toBe(
        await page.locator('.proof-full tbody tr').count(),
      )
      await page.locator('.proof-full summary').click()
      await fine(page, faults)
    },
  )

  test('a proof in which one bit is wrong does not hold; one of another entry is none of this', async () => {
    const proof = await (await server.fetch('/log/northwind/proof/6')).text()
    const lines = proof.split('\n')
    const hash = Buffer.from(lines[3] ?? '', 'base64')
    hash[0] = (hash[0] ?? 0) ^ 1
    lines[3] = hash.toString('base64')
    const { page } = await open('/o/northwind/log')
    await page.route('**/log/northwind/proof/6', route => route.fulfill({ body: lines.join('\n') }))
    await page.goto(`${server.origin}/o/northwind/log/6`)
    await page.getByText('It does not hold:').waitFor()
    await page.route('**/log/northwind/proof/5', route => route.fulfill({ body: proof }))
    await page.goto(`${server.origin}/o/northwind/log/5`)
    await page.getByText('is no proof of this entry').waitFor()
    await page.context().close()
  })

  test('is reached from the decision that it is part of, and leads back', async () => {
    const { page, faults } = await open('/o/northwind/decisions/D-1')
    await page.getByRole('link', { name: 'entry 8' }).click()
    await page.waitForURL('**/o/northwind/log/8')
    await page.getByRole('heading', { name: /^Ada Lovelace proposed/ }).waitFor()
    await page.locator('.proof-picture').waitFor()
    await page.getByRole('link', { name: 'Entry after' }).click()
    await page.getByRole('heading', { name: /^Ada Lovelace voted “For”/ }).waitFor()
    await page.getByRole('link', { name: 'D-1' }).waitFor()
    await fine(page, faults)
  })

  test('shows what somebody said with it, and that it is gone once it is erased', async () => {
    const { page, faults } = await open('/o/northwind/log/10')
    await page.getByText('Too dear for now').waitFor()
    expect(await page.locator('.log-json').innerText()).not.toContain('Too dear')
    await page.route('**/log/northwind/text/*', route => route.fulfill({ status: 404, body: '{}' }))
    await page.reload()
    await page.getByText('The text is erased.').waitFor()
    await page.locator('.notice-true').waitFor()
    await fine(page, faults)
  })

  test('that is not there says so', async () => {
    const { page, faults } = await open('/o/northwind/log/999')
    await page.getByText('There is no such entry.').waitFor()
    await fine(page, faults)
  })
})

/** `npx equalizer` as a reader of this repository has it. */
function shim(): string {
  const bin = join(folder, 'npx')
  const main = fileURLToPath(new URL('../cli/main.ts', import.meta.url))
  writeFileSync(bin, `#!/bin/sh\nshift\nexec '${process.execPath}' '${main}' "$@"\n`)
  chmodSync(bin, 0o755)
  return folder
}

describe.skipIf(!browser)('what "Check it yourself" says to type', { timeout: 240_000 }, () => {
  test('works as it stands', async () => {
    const { page } = await open('/o/northwind/log')
    await page.locator('.log-yourself > summary').click()
    const inputs = await page.locator('.copy-line-text').all()
    const lines = await Promise.all(inputs.map(one => one.inputValue()))
    await page.context().close()
    expect(lines.length).toBe(9)
    const env = {
      ...process.env,
      PATH: `${shim()}:${process.env.PATH}`,
      HOME: folder,
      XDG_STATE_HOME: folder,
    }
    const said: string[] = []
    for (const line of lines) {
      const run = promisify(execFile)('bash', ['-e', '-o', 'pipefail', '-c', line], { cwd: folder, env })
      const done = await run.catch((fault: { stdout: string; stderr: string }) => {
        throw new Error(`${line}\n${fault.stdout}\n${fault.stderr}`)
      })
      said.push(done.stdout)
    }
    const [leaf, tile] = said.slice(-2).map(one => one.trim())
    expect(leaf).toMatch(/^[0-9a-f]{64}$/)
    expect(tile).toBe(leaf)
  })
})
