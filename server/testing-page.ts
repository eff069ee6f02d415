// The built app on a real server in a real browser, as a person meets it; whatever the page complains of is written down.
import { join } from 'node:path'
import { builtWeb } from '@equalizer/testkit/built-web'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { TestServer } from './testing.ts'

/** Builds the app where that is due, and answers where it lies. */
export const builtApp = (): string => join(builtWeb(), 'app')

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
