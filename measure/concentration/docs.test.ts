// docs/metrics.md says what the code does: its example runs, and it names every metric of the catalogue.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { gini } from './gini.ts'
import { metricCatalog } from './metrics.ts'
import { nakamotoCoefficient } from './nakamoto-coefficient.ts'
import { type Ranked, rank } from './ranked.ts'

const page = readFileSync(new URL('../../docs/metrics.md', import.meta.url), 'utf8')

test('the example gives what the page says', () => {
  const weights = page.match(/rank\(\[([^\]]+)\]\)/)?.[1]?.split(', ') ?? []
  const ranked = rank(weights.map(weight => BigInt(weight.replace('n', '')))) as Ranked
  expect(page).toContain(`nakamotoCoefficient(ranked) // ${nakamotoCoefficient(ranked)}\n`)
  expect(page).toContain(`gini(ranked) // ${Number(gini(ranked)?.toFixed(12))}\n`)
})

test('every metric of the catalogue has its row, with the catalogue’s direction', () => {
  for (const { key, direction } of metricCatalog) {
    const row = page.split('\n').find(line => line.startsWith(`| \`${key}(`))
    expect(row, key).toMatch(new RegExp(`\\| ${direction.split(' ')[0]} \\|`))
  }
})
