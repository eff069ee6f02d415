// The pages of docs/evidence about plain sources: their charters are valid and their example files are read in full.
import { readFileSync } from 'node:fs'
import { charterSchema, limits } from '@equalizer/core'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { holdersReader } from '../holders/holders.ts'
import { paymentsReader } from '../payments/payments.ts'
import { collect, sample } from '../reading/sample.ts'
import { tableReader } from './table.ts'

const docs = new URL('../../docs/', import.meta.url)
const page = (name: string): string => readFileSync(new URL(name, docs), 'utf8')
const readers = { holders: holdersReader, payments: paymentsReader, table: tableReader }

function blocks(text: string): { info: string; body: string }[] {
  return [...text.matchAll(/^```(\S.*)\n([\s\S]*?)^```$/gm)].map(([, info = '', body = '']) => ({
    info,
    body,
  }))
}

function sourcesOf(text: string) {
  const charters = blocks(text).filter(({ info }) => info === 'yaml')
  return charters.flatMap(
    ({ body }) =>
      charterSchema.parse({ equalizer: 1, organization: { id: 'docs', name: 'Docs' }, ...parse(body) })
        .sources,
  )
}

describe.each(['holders', 'payments', 'table'] as const)('%s.md', kind => {
  const text = page(`evidence/${kind}.md`)
  const sources = sourcesOf(text)

  test.each(sources.map(source => [source.path, source] as const))('%s', async (path, source) => {
    const file = blocks(text).find(({ info }) => info.endsWith(` ${path}`))
    expect(file, `a block that shows ${path}`).toBeDefined()
    const context = sample(path, file?.body ?? '', source)
    const observations = await collect(readers[kind].read(context))
    expect(context.ledger.account()).toMatchObject({ rowsRefused: 0, refusals: [] })
    expect(observations.length).toBeGreaterThan(0)
    for (const { actor, weight } of observations) {
      expect(weight).toBeGreaterThan(0n)
      if (source.supply === undefined) expect(actor).not.toBeNull()
    }
  })
})

test('reading.md: its charter is valid', () => {
  expect(sourcesOf(page('evidence/reading.md'))).toHaveLength(1)
})

test('limits.md gives every limit and its value, and no other', () => {
  const mebibyte = 1024 ** 2
  const shown = ([name, value]: [string, number]): string => {
    // An entry's bound is the log format's own number, and no round one.
    if (!name.endsWith('Bytes') || value < mebibyte) return `${name} ${value.toLocaleString('en-US')}`
    return `${name} ${value >= 1024 * mebibyte ? `${value / mebibyte / 1024} GiB` : `${value / mebibyte} MiB`}`
  }
  const given = [...page('limits.md').matchAll(/^\| `(\w+)` \| ([^|]+) \|/gm)].map(
    ([, name, value]) => `${name} ${value}`,
  )
  expect(given.sort()).toEqual(Object.entries(limits).map(shown).sort())
})
