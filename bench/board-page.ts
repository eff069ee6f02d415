// The board of 1,000 units in a browser against the board of seven: first paint and answers to a hand, from Chromium's trace.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { launchBrowser } from '@equalizer/testkit/browser'
import type { Browser, Page } from 'playwright-core'
import type { Bench, BenchLine, BenchResult } from './bench.ts'
import { boardAnswer } from './board-page-answers.ts'
import { eventMs, paintMs, type TraceEvent } from './board-page-trace.ts'

const many = 1_000
const few = 7
const rounds = 5
const settleMs = 300
const web = fileURLToPath(new URL('../web/', import.meta.url))
const dist = join(process.env.EQUALIZER_WEB_DIST ?? join(web, 'dist'), 'app')

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** The app's files as they are, and the answers of a made-up organization called `of-<units>`. */
async function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname.startsWith('/api/')) {
      const answer = boardAnswer(pathname)
      response.writeHead(answer === null ? 404 : 200, { 'content-type': 'application/json' })
      return response.end(JSON.stringify(answer))
    }
    const asked = join(dist, pathname)
    const file = extname(pathname) !== '' && existsSync(asked) ? asked : join(dist, 'index.html')
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    return response.end(readFileSync(file))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return server
}

interface Seen {
  readonly paint: number
  readonly fader: number
  readonly order: number
  readonly filter: number | null
}

async function traced(browser: Browser, page: Page, act: () => Promise<void>): Promise<TraceEvent[]> {
  await browser.startTracing(page, {
    categories: ['loading', 'devtools.timeline', 'blink.user_timing', 'latencyInfo'],
  })
  await act()
  // An event is written down when its frame has been shown, which the page does not hear of.
  await page.waitForTimeout(settleMs)
  return JSON.parse((await browser.stopTracing()).toString()).traceEvents
}

async function look(browser: Browser, origin: string, units: number): Promise<Seen> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const loading = await traced(browser, page, async () => {
    await page.goto(`${origin}/o/of-${units}`)
    await page.locator('#desk .strip').first().waitFor()
  })
  const fader = page.locator('#desk [role="slider"]').first()
  await fader.focus()
  const moving = await traced(browser, page, async () => {
    for (let i = 0; i < 10; i += 1) await page.keyboard.press('ArrowUp')
  })
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Order' }).click()
  await page.getByRole('option', { name: 'Weakest first' }).focus()
  const ordering = await traced(browser, page, () => page.keyboard.press('Enter'))
  let filtering: TraceEvent[] | null = null
  if (units > few) {
    await page.getByLabel('Find a unit').focus()
    filtering = await traced(browser, page, () => page.keyboard.type('unit 77'))
  }
  await page.close()
  return {
    paint: paintMs(loading),
    fader: eventMs(moving, 'keydown'),
    order: Math.max(eventMs(ordering, 'keydown'), eventMs(ordering, 'keyup')),
    filter: filtering && eventMs(filtering, 'keydown'),
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

function line(name: string, ours: readonly number[], theirs: readonly number[], limit: number): BenchLine {
  const [ms, baselineMs] = [median(ours), median(theirs)]
  const baseline = `${few} units`
  return {
    name,
    ms,
    baseline,
    baselineMs,
    ratio: ms / baselineMs,
    limit,
    peakBytes: null,
    peakLimitBytes: null,
  }
}

/** Every script that the board's page loaded, compressed. */
async function scriptKilobytes(browser: Browser, origin: string): Promise<number> {
  const page = await browser.newPage()
  const scripts: string[] = []
  page.on('response', response => {
    if (response.url().endsWith('.js')) scripts.push(new URL(response.url()).pathname)
  })
  await page.goto(`${origin}/o/of-${few}`)
  await page.locator('#desk .strip').first().waitFor()
  await page.close()
  const bytes = scripts.map(path => gzipSync(readFileSync(join(dist, path)), { level: 9 }).length)
  return bytes.reduce((sum, one) => sum + one, 0) / 1_000
}

export const boardPageBench: Bench = {
  name: 'board-page',
  async run(): Promise<BenchResult> {
    execFileSync(process.execPath, [join(web, 'build.ts')], { stdio: 'ignore' })
    const browser = await launchBrowser()
    if (!browser) return { lines: [], notes: ['Nothing was measured: there is no browser.'] }
    const server = await serve()
    try {
      const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      const [ours, theirs]: [Seen[], Seen[]] = [[], []]
      for (let round = 0; round <= rounds; round += 1) {
        const seen = [await look(browser, origin, few), await look(browser, origin, many)] as const
        if (round === 0) continue
        theirs.push(seen[0])
        ours.push(seen[1])
      }
      const of = (all: readonly Seen[], key: 'paint' | 'fader' | 'order') => all.map(one => one[key])
      const filters = ours.flatMap(one => one.filter ?? [])
      return {
        lines: [
          line(`${many} units: largest paint`, of(ours, 'paint'), of(theirs, 'paint'), 3),
          line(`${many} units: a key on a fader`, of(ours, 'fader'), of(theirs, 'fader'), 3),
          line(`${many} units: sorting them`, of(ours, 'order'), of(theirs, 'order'), 4),
        ],
        notes: [
          'Medians of five loads; largest contentful paint since navigation, and from a key to the frame that shows it.',
          `A key in the filter of ${many} units: ${median(filters).toFixed(0)} ms.`,
          `Scripts of the board's page, gzip: ${(await scriptKilobytes(browser, origin)).toFixed(1)} kB.`,
        ],
      }
    } finally {
      await browser.close()
      server.close()
    }
  },
}
