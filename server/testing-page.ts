// The built app on a real server in a real browser, as a person meets it; whatever the page complains of is written down.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { TestServer } from './testing.ts'

const web = fileURLToPath(new URL('../web', import.meta.url))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Builds the app where that is due, and answers where it lies. */
export function builtApp(): string {
  execFileSync(process.execPath, [join(web, 'build.ts')], { stdio: 'inherit' })
  return join(process.env.EQUALIZER_WEB_DIST ?? join(web, 'dist'), 'app')
}

export interface PageOptions extends BrowserContextOptions {
  readonly language?: 'en' | 'de'
  /** A cookie header; left out: the steward's; null: nobody is signed in. */
  readonly cookie?: string | null
}

export interface OpenPage {
  readonly page: Page
  readonly context: BrowserContext
  readonly faults: string[]
}

function cookieOf(header: string, url: string) {
  const at = header.indexOf('=')
  return { name: header.slice(0, at), value: header.slice(at + 1), url }
}

export async function openPage(
  browser: Browser,
  server: TestServer,
  path: string,
  { language = 'en', cookie = server.cookie, ...given }: PageOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
    locale: language,
    ...given,
  })
  if (cookie !== null) await context.addCookies([cookieOf(cookie, server.origin)])
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', message => {
    // A refusal is no fault of the page; Chromium writes every status from 400 up.
    const refused = /^Failed to load resource/.test(message.text())
    if (!refused && message.type() !== 'info') faults.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', error => faults.push(`error: ${error.message}`))
  await page.goto(`${server.origin}${path}`)
  return { page, context, faults }
}

/** Violations of WCAG 2.2 AA and of good practice, one line each. */
export async function violations(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const run = `${axe}; axe.run(document, { runOnly: ${JSON.stringify(tags)} })`
  const found = (await page.evaluate(run)) as AxeResults
  return found.violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 200)}`))
}

/** How far the page runs out of the window sideways, in pixels. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
