// The page as a file: what stands in it before any script runs, what cannot break out of it, and what it weighs.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { reportSchema } from '@equalizer/measure'
import { beforeAll, describe, expect, test } from 'vitest'
import { allRefusedReport, fixtureReport, manyUnitsReport, noUnitsReport } from './fixtures/report.ts'
import { renderProblem, renderReport } from './index.ts'
import { en } from './messages/en.ts'

beforeAll(() => {
  execFileSync(process.execPath, [fileURLToPath(new URL('./build.ts', import.meta.url))], {
    stdio: 'inherit',
  })
})

const dataOf = (html: string): string =>
  /<script type="application\/json" id="report">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''

/** The text of every inline script that runs, and of every style. */
function inline(html: string, element: 'script' | 'style'): string[] {
  return Array.from(
    html.matchAll(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`, 'g')),
    match => match[1] ?? '',
  )
}

const policyOf = (html: string): string =>
  /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html)?.[1] ?? ''

test('the fixtures are reports', () => {
  for (const report of [fixtureReport(), noUnitsReport(), allRefusedReport(), manyUnitsReport(30)]) {
    expect(reportSchema.safeParse(report).error).toBeUndefined()
  }
})

describe('before any script runs', () => {
  test('the sentence, the units and their labels are there to read', () => {
    const html = renderReport(fixtureReport())
    expect(html).toContain('<em>Finance is Shared in name only:</em>')
    expect(html).toContain(
      'Finance: declared 50, Shared; measured 0; one party decides Bank account; gap 50; target 60',
    )
    expect(html).toContain('Supply chain: declared 20, Team; measured unknown, no evidence')
    expect(html).toContain('unproven, only 54% of the weight is accounted for')
    expect(html).toContain('id="unit-finance"')
  })

  test('a simulated organization says so, in its title too; a real one does not', () => {
    const simulated = renderReport(fixtureReport())
    expect(simulated).toContain('This organization is made up.')
    expect(simulated).toContain('<title>Simulated: Northwind Commons')
    const real = renderReport(noUnitsReport())
    expect(real).not.toContain('<aside class="simulated-banner"')
    expect(real).toContain('class="real"')
  })

  test('counts of one are spelled as one, the folder itself is named, and the rules say what each number is for', () => {
    expect(en.identities.lead('1', '1')).toContain('The one handle in the evidence is one party.')
    expect(en.identities.lead('151', '40')).toContain('151 handles in the evidence are 40 parties.')
    const report = fixtureReport()
    const [first] = report.sources
    if (!first) throw new Error('the fixture has sources')
    const html = renderReport({ ...report, sources: [{ ...first, path: '.' }] })
    expect(html).toContain('>the folder itself<')
    expect(html).toContain(
      'proven from 80% coverage; a window with fewer than 20 observations gives way to the next longer one',
    )
  })

  test('refused rows stand there with file, line, column and reason', () => {
    const html = renderReport(fixtureReport())
    expect(html).toMatch(/evidence\/payments-2026\.csv<\/td><td[^>]*>17<\/td><td[^>]*>amount<\/td>/)
    expect(html).toContain('the row has 5 columns, the header 7')
  })

  test('every state has words of its own', () => {
    expect(renderReport(noUnitsReport())).toContain('There is no unit to show yet.')
    expect(renderReport(allRefusedReport())).toContain('Every source was refused')
    const silent = fixtureReport({ headline: { lead: '', alarm: '', rest: '' }, units: [] })
    expect(renderReport(silent)).toContain('Nothing has been measured yet.')
  })

  test('siblings are offered where there is more than one', () => {
    const siblings = [
      { name: 'Equalizer', href: '/', simulated: false },
      { name: 'Northwind Commons', href: '/simulated', simulated: true },
    ]
    const html = renderReport(fixtureReport(), { siblings, self: '/simulated' })
    expect(html).toMatch(/<a href="\/simulated"[^>]* aria-current="page"/)
    expect(renderReport(fixtureReport(), { siblings: siblings.slice(1) })).not.toContain('class="siblings"')
  })
})

describe('what comes from outside', () => {
  test('a name that ends a script is text, in the page and in its data', () => {
    const html = renderReport(fixtureReport())
    expect(html).not.toContain('<script>alert(1)')
    expect(html).not.toContain('<img src=x')
    expect(html).toContain('&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(JSON.parse(dataOf(html)).report).toEqual(fixtureReport())
    expect(dataOf(html)).not.toMatch(/[<>\u2028\u2029]/)
  })

  test('a name that looks like a mark of the template, a replacement pattern or a separator stays as it is', () => {
    const name = "%body% $& $' %data% \u2028 <!--"
    const report = fixtureReport({
      organization: { id: 'odd', name, simulated: false, charter: 'given' },
    })
    const html = renderReport(report)
    expect(html.match(/<div id="page">/g)).toHaveLength(1)
    expect(JSON.parse(dataOf(html)).report.organization.name).toBe(name)
    expect(html).toContain('<title>%body% $&amp; $&#39; %data%')
  })

  test('a problem page escapes its three texts', () => {
    const html = renderProblem({ title: '<b>a</b>', sentence: '<i>b</i>', hint: '"c"' })
    expect(html).toContain('&lt;b&gt;a&lt;/b&gt;')
    expect(html).not.toMatch(/<b>a|<i>b/)
  })
})

describe('self-contained', () => {
  const html = () => renderReport(fixtureReport())

  test('the policy allows exactly the script and style that are there', () => {
    for (const page of [
      html(),
      renderReport(noUnitsReport()),
      renderProblem({ title: 'a', sentence: 'b', hint: 'c' }),
    ]) {
      const policy = policyOf(page)
      expect(policy).toMatch(/^default-src 'none'; /)
      expect(policy).not.toContain('unsafe')
      const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
      const scripts = inline(page, 'script')
      expect(scripts.length).toBeGreaterThan(0)
      for (const script of scripts) expect(policy).toContain(hash(script))
      const styles = inline(page, 'style')
      expect(styles.length).toBeGreaterThan(0)
      for (const style of styles) expect(policy).toContain(hash(style))
    }
  })

  test('nothing is fetched from anywhere', () => {
    const page = html()
    expect(page).not.toMatch(/<(?:script|img|iframe|link)[^>]+(?:src|href)="(?!data:)/)
    expect(page).not.toMatch(/url\(["']?(?!["']?data:)/)
    expect(page).not.toMatch(/@import/)
    expect(page).not.toMatch(/ style="/)
  })

  test('a small report stays under 900 kB, its script under 200 kB gzipped', () => {
    const small = fixtureReport({ units: fixtureReport().units.slice(0, 3) })
    expect(Buffer.byteLength(renderReport(small))).toBeLessThan(900_000)
    const script = inline(html(), 'script').join('')
    expect(script.length).toBeGreaterThan(50_000)
    expect(gzipSync(script).byteLength).toBeLessThan(200_000)
  })

  test('two thousand units render, their facts left for when they are opened', () => {
    const page = renderReport(manyUnitsReport(2_000))
    expect(page.match(/<details class="unit/g)).toHaveLength(2_000)
    expect(page).not.toContain('class="holders"')
  })

  test('a folder without the built page is said in one sentence', () => {
    expect(() => renderReport(fixtureReport(), { dist: new URL('./nowhere/', import.meta.url) })).toThrow(
      /^The report page is not built: run "node web\/build.ts"/,
    )
  })
})
