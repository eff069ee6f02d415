// Every refusal of the door that a person may be told has German words, and none is worded that nobody tells.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { de } from '../messages/de.ts'
import { placesIn } from './fill.ts'

const root = join(import.meta.dirname, '../..')
const sources = ['core', 'server/door', 'capabilities/charter']
  .flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts') && !name.includes('.test.'))
      .map(name => readFileSync(join(root, folder, name), 'utf8')),
  )
  .join('\n')

/** As they are made: `no('decision.closed', …)`, and the table of what can be wrong with a ballot. */
const refused = (areas: string) =>
  new Set([
    ...[
      ...sources.matchAll(new RegExp(`(?:no|refused|refuse|problem)\\(\\s*'((?:${areas})\\.[a-z_]+)'`, 'g')),
    ].map(([, code]) => code as string),
    ...[...sources.matchAll(/'(ballot\.[a-z_]+)': '/g)].map(([, code]) => code as string),
  ])

test('every refusal of the door is worded', () => {
  const codes = refused('act|ballot|decision|delegation|door|group|members|rule')
  expect(codes.size).toBeGreaterThan(60)
  expect([...codes].filter(code => !Object.hasOwn(de.doorRefusals, code))).toEqual([])
})

test('no words are left over, and each place in them is a fact that is told', () => {
  for (const [code, words] of Object.entries(de.doorRefusals)) {
    expect(sources, code).toContain(`'${code}'`)
    for (const place of placesIn(words))
      expect(sources, `${code} ${place}`).toMatch(new RegExp(`\\b${place}\\b`))
  }
})
