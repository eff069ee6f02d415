// Logs of the simulator against the published JSON Schemas, by a checker that knows nothing of this project.
import { readdirSync, readFileSync } from 'node:fs'
import { capabilities } from '@equalizer/capabilities'
import { type Entry, entrySchema, type JsonObject } from '@equalizer/core'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { simulate } from './simulate.ts'

const folder = new URL('../../docs/schema/log/', import.meta.url)
const checker = new Ajv2020({ strict: false, validateFormats: false })
const compiled = (path: string) =>
  checker.compile(JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as object)
const compiledAll = (kind: 'acts' | 'events') =>
  new Map(
    readdirSync(new URL(kind, folder)).map(
      name => [name.replace('.schema.json', ''), compiled(`${kind}/${name}`)] as const,
    ),
  )

const entries: Entry[] = []
let fits: ValidateFunction
beforeAll(() => {
  fits = compiled('entry.schema.json')
  for (let seed = 0; seed < 12; seed += 1)
    entries.push(...simulate(String(seed)).log.map(text => JSON.parse(text) as Entry))
})

describe('a log of the simulator', () => {
  test('has entries that fit the schema of an entry', () => {
    expect(entries.length).toBeGreaterThan(500)
    for (const entry of entries) expect(fits(entry) ? null : [entry, fits.errors]).toBeNull()
  })

  test('has acts and events that fit the schemas of their types', () => {
    const [acts, events] = [compiledAll('acts'), compiledAll('events')]
    const checked = new Set<string>()
    const check = (of: ReadonlyMap<string, ValidateFunction>, type: string, value: unknown) => {
      const own = of.get(type)
      expect(own?.(value) ? null : [type, value, own?.errors]).toBeNull()
      checked.add(type)
    }
    for (const { command, events: happened } of entries) {
      for (const act of actsIn(command, happened)) check(acts, String(act.type), act.payload)
      for (const event of happened) check(events, event.type, event)
    }
    expect(checked.size).toBeGreaterThan(50)
  })
})

describe('an entry with something changed', () => {
  test.each(['left out', 'added', 'put in place of another'])('%s: both checkers say the same', how => {
    const schema = entrySchema(capabilities)
    let refused = 0
    for (const entry of entries.filter((_, i) => i % 40 === 0)) {
      for (const change of changesOf(entry, how)) {
        const verdict = fits(change)
        expect(verdict === schema.safeParse(change).success ? null : [change, verdict]).toBeNull()
        if (!verdict) refused += 1
      }
    }
    expect(refused).toBeGreaterThan(200)
  })
})

function actsIn(command: JsonObject, events: Entry['events']): JsonObject[] {
  const opened = events.filter(({ type }) => type === 'decision.opened').map(({ data }) => data.act)
  return [command.act, ...opened].filter(act => act !== undefined) as JsonObject[]
}

/** One copy for each field of each object in it. */
function changesOf(entry: Entry, how: string): unknown[] {
  const copies: unknown[] = []
  for (const path of pathsOf(entry)) {
    const copy = structuredClone(entry)
    const last = path.at(-1) ?? ''
    const at = path
      .slice(0, -1)
      .reduce<Record<string, unknown>>((of, name) => of[name] as never, copy as never)
    if (how === 'left out') delete at[last]
    if (how === 'added') at[`${last}2`] = at[last]
    if (how === 'put in place of another') at[last] = typeof at[last] === 'string' ? 7 : 'Ada'
    copies.push(copy)
  }
  return copies
}

function pathsOf(value: unknown): string[][] {
  if (value === null || typeof value !== 'object') return []
  const own = Array.isArray(value) ? [] : Object.keys(value).map(name => [name])
  const inside = Object.entries(value).flatMap(([name, inner]) => pathsOf(inner).map(path => [name, ...path]))
  return [...own, ...inside]
}
