// What axe finds wrong with a page in a browser, and whether the page runs out of its window; for tests of pages.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** A rule, and the elements that break it; of what keeps the rules, how many there are. */
interface Found {
  readonly passed: number
  readonly violations: string[]
}

/** Of rules that were kept not every element is described, and nothing but these lines comes out of the browser. */
const run = `axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] }).then(
  ({ passes, violations }) => ({
    passed: passes.length,
    violations: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))),
  }),
)`

/** Violations of WCAG 2.2 AA and of good practice, one line each; throws where hardly a rule had something to look at. */
export async function violations(page: Page): Promise<string[]> {
  const there = await page.evaluate('typeof axe === "object"')
  const found = (await page.evaluate(there ? run : `${axe}; ${run}`)) as Found
  if (found.passed <= 10) throw new Error(`only ${found.passed} rules found something that keeps them`)
  return found.violations
}

/** How far the page runs out of the window sideways, in pixels. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
