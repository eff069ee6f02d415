// What axe finds wrong with a page in a browser, and whether the page runs out of its window; for tests of pages.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Of rules that are kept not every element is described: that took longer than looking at it. */
const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
}

interface Found {
  /** How many rules had something to look at and found it right. */
  readonly passed: number
  readonly violations: Pick<AxeResults['violations'][number], 'id' | 'nodes'>[]
}

/** In the browser; half a megabyte about what is right stays there. */
const run = `axe.run(document, ${JSON.stringify(options)}).then(({ passes, violations }) => ({
  passed: passes.length,
  violations: violations.map(({ id, nodes }) => ({ id, nodes })),
}))`

/** Violations of WCAG 2.2 AA and of good practice, one line each; throws where there was hardly anything to look at. */
export async function violations(page: Page): Promise<string[]> {
  const there = await page.evaluate('typeof axe === "object"')
  const found = (await page.evaluate(there ? run : `${axe}; ${run}`)) as Found
  if (found.passed <= 10) throw new Error(`only ${found.passed} rules had something to look at`)
  return found.violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 200)}`))
}

/** How far the page runs out of the window sideways, in pixels. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
