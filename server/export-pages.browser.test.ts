// Every page is taken along by one menu in one place, in five forms that other programs read; on paper nothing is cut.
import { readFile } from 'node:fs/promises'
import { sideways, violations } from '@equalizer/testkit/accessibility'
import { launchBrowser } from '@equalizer/testkit/browser'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from './testing.ts'
import { fillLog } from './testing-log.ts'
import { builtApp, openPage, type PageOptions } from './testing-page.ts'

const webRoot = builtApp()
const browser: Browser | null = await launchBrowser()
/** A browser and a first measuring share two cores with the other tests. */
const patience = { timeout: 60_000 }
const here = '/o/northwind-commons'

/** Address, what its JSON holds, what its picture says. */
const views = {
  board: [here, ['asOf', 'organization', 'units'], 'Finance is Shared in name only'],
  unit: [`${here}/units/finance`, ['asOf', 'organization', 'unit'], 'Finance'],
  'evidence of a unit': [
    `${here}/units/technology?view=evidence`,
    ['rows', 'more'],
    'more rows are not drawn',
  ],
  evidence: [`${here}/evidence`, ['sources'], 'rows were refused'],
  source: [`${here}/evidence/curation`, ['source', 'account', 'jobs'], 'This is not a time'],
  people: [`${here}/people`, [0, 1], 'The evidence names'],
  decisions: [`${here}/decisions`, ['organization', 'decisions'], 'Pay 1,234.56 EUR to Hetzner: Backups'],
  log: [`${here}/log`, ['organization', 'entries'], 'proposed: Pay 1,234.56 EUR to Hetzner: Backups'],
  entry: [`${here}/log/0`, ['seq', 'atMs', 'command', 'events'], 'Leaf hash'],
  acts: [`${here}/act`, ['types'], 'treasury.pay'],
  compare: [`${here}/compare`, ['left', 'right'], 'Finance'],
  settings: [`${here}/settings`, ['organization', 'charter', 'changes', 'keys'], 'Nightly report'],
  organizations: ['/organizations', ['organizations'], 'One organization on this desk'],
} as const
type View = keyof typeof views
const names = Object.keys(views) as View[]

let server: TestServer
/** Where the menu ends, to the right, on each page. */
const ends = new Set<number>()
/** What nobody may read out of a file. */
let secret = ''

beforeAll(async () => {
  server = await startTestServer({ listen: true, webRoot })
  const start = { from: 'example' } as const
  const made = await server.stewardCall('POST /api/organizations', {}, { body: { start } })
  if (!made.ok) throw new Error(made.problem.reason)
  await server.desk.jobs.idle()
  await fillLog(server, 'northwind-commons')
  const body = { name: 'Nightly report', organization: 'northwind-commons', scopes: ['read' as const] }
  const key = await server.stewardCall('POST /api/keys', {}, { body })
  if (!key.ok) throw new Error(key.problem.reason)
  secret = key.value.secret
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

async function open(view: View, options: PageOptions = {}) {
  if (!browser) throw new Error('this suite runs only with a browser')
  const opened = await openPage(browser, server, views[view][0], options)
  const menu = opened.page.locator('.page-lead .export-menu').getByRole('button')
  await menu.waitFor(patience)
  if (view === 'entry') await opened.page.locator('.proof-picture').first().waitFor(patience)
  return { ...opened, menu }
}

const textOf = async (download: Download) => readFile(await download.path(), 'utf8')

/** RFC 4180 by the letter: a quote where none may stand is an error. */
function rowsOf(csv: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  const rows: string[][] = [[]]
  while (cell.lastIndex < csv.length) {
    const at = cell.lastIndex
    const found = cell.exec(csv)
    if (!found) throw new Error(`not CSV at ${at}: ${csv.slice(at, at + 40)}`)
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

const svgProblem = (page: Page, svg: string) =>
  page.evaluate<string | null>(`{
    const read = new DOMParser().parseFromString(${JSON.stringify(svg)}, 'image/svg+xml')
    read.querySelector('parsererror')?.textContent ?? null
  }`)

const sizeOfSvg = (svg: string) =>
  ['width', 'height'].map(name => Number(new RegExp(`<svg[^>]* ${name}="([\\d.]+)"`).exec(svg)?.[1]))

/** Elements that hold more than they show. */
const cut = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('main *')].filter(element => {
    const { overflowX, overflowY, textOverflow, display, clipPath } = getComputedStyle(element)
    if (display === 'inline' || clipPath !== 'none' || textOverflow === 'ellipsis') return false
    const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element
    if (clientWidth === 0 || clientHeight === 0) return false
    return (overflowX !== 'visible' && scrollWidth > clientWidth + 1) ||
      (overflowY !== 'visible' && scrollHeight > clientHeight + 1)
  }).map(element => element.outerHTML.slice(0, 120))`)

describe.skipIf(!browser)('taking a page along', { timeout: 120_000 }, () => {
  test.each(names)('%s, in every form, and on paper with nothing cut', async view => {
    const { page, menu, faults } = await open(view, { acceptDownloads: true })
    const [, keys, says] = views[view]
    const take = async (item: string) => {
      await menu.click()
      const coming = page.waitForEvent('download', patience)
      await page.getByRole('menuitem', { name: item }).click()
      return coming
    }
    await menu.click()
    const items = await page.getByRole('menuitem').allTextContents()
    const proof = view === 'entry' ? ['Proof, .tlog-proof'] : []
    const forms = ['Picture, SVG', 'Picture, PNG', 'Table, CSV', 'Data, JSON', ...proof, 'Print']
    expect(items.map(item => item.replace('At most 1,000,000 rows', ''))).toEqual(forms)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')

    const svg = await textOf(await take('Picture, SVG'))
    expect(await svgProblem(page, svg)).toBeNull()
    expect(svg.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toContain(says)
    expect(svg).toContain('Simulated')
    expect(svg).not.toMatch(/NaN|undefined/)

    const png = await readFile(await (await take('Picture, PNG')).path())
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    const [width = 0, height = 0] = sizeOfSvg(svg)
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * width, Math.round(2 * height)])

    const [head = [], ...rows] = rowsOf(await textOf(await take('Table, CSV')))
    expect(rows.length).toBeGreaterThan(0)
    expect(new Set(rows.map(row => row.length))).toEqual(new Set([head.length]))
    expect(rows.flat().filter(one => /^\s*[=+@]/.test(one))).toEqual([])

    const json = await textOf(await take('Data, JSON'))
    for (const key of keys) expect(JSON.parse(json)).toHaveProperty([key])

    ends.add(Number(await menu.evaluate('element => element.getBoundingClientRect().right')))

    // The browser's own dialog cannot be answered here: what it is asked for is written down in its place.
    await page.evaluate('window.print = () => { document.documentElement.dataset.asked = "print" }')
    await menu.click()
    await page.getByRole('menuitem', { name: 'Print' }).click()
    await page.locator('html[data-asked=print]').waitFor(patience)

    // The width of A4 between its margins.
    await page.setViewportSize({ width: 688, height: 1_000 })
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`)
    expect(await page.locator('.export-menu').first().isVisible()).toBe(false)
    await expect.poll(() => cut(page), patience).toEqual([])
    await expect.poll(() => sideways(page), patience).toBeLessThanOrEqual(0)
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('its menu stands in the same place on every page', () => {
    expect([...ends]).toHaveLength(1)
  })

  test('keys leave by name and date, and nothing of what opens', async () => {
    const { page, menu } = await open('settings', { acceptDownloads: true })
    for (const item of ['Picture, SVG', 'Table, CSV', 'Data, JSON']) {
      await menu.click()
      const coming = page.waitForEvent('download', patience)
      await page.getByRole('menuitem', { name: item }).click()
      const file = await textOf(await coming)
      expect(file).toContain('Nightly report')
      // The first characters are shown on the page, to tell a key by; not even they are taken along.
      expect(file).not.toContain(secret.slice(0, 6))
    }
    await page.context().close()
  })

  test('an entry leaves with the proof that the log publishes', async () => {
    const { page, menu } = await open('entry', { acceptDownloads: true })
    await menu.click()
    const coming = page.waitForEvent('download', patience)
    await page.getByRole('menuitem', { name: 'Proof, .tlog-proof' }).click()
    const file = await coming
    expect(file.suggestedFilename()).toBe('northwind-commons-0.tlog-proof')
    expect(await textOf(file)).toMatch(/^c2sp\.org\/tlog-proof@v1\n/)
    await page.context().close()
  })

  test.each(names)('%s, on a phone, dark, in German', async view => {
    const context = { viewport: { width: 390, height: 844 }, colorScheme: 'dark', language: 'de' } as const
    const { page, menu, faults } = await open(view, context)
    await menu.click()
    await page.getByRole('menuitem', { name: 'Drucken' }).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    expect(faults).toEqual([])
    await page.context().close()
  })
})
