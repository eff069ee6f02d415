// The guides say what the program does: the example charter is in order, and every key, option and exit code is told.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { charterJsonSchema, readCharter } from '@equalizer/core'
import { observationKinds } from '@equalizer/measure'
import { describe, expect, test } from 'vitest'
import { exitCodeWords } from './exit-codes.ts'
import { reportCsv } from './output/csv.ts'
import { sampleReport } from './report/sample-report.ts'
import { runHere } from './run-here.ts'

const guide = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../docs/${name}`, import.meta.url)), 'utf8')

describe('docs/charter.md', () => {
  const text = guide('charter.md')
  const example = /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? ''

  test('its example is in order, without a warning', () => {
    const read = readCharter(example, 'docs/charter.md', { kinds: observationKinds })
    expect(read.ok ? read.warnings : read.refusal.reason).toEqual([])
  })

  test('every key of the schema is named', () => {
    const keys = (schema: object): string[] =>
      Object.entries(schema).flatMap(([key, value]) => {
        if (typeof value !== 'object' || value === null) return []
        const own = key === 'properties' ? Object.keys(value) : []
        return [...own, ...keys(value)]
      })
    const named = new Set(text.match(/[a-zA-Z]+/g))
    const elsewhere = new Set(keys(mappingOf(charterJsonSchema())))
    expect(keys(charterJsonSchema()).filter(key => !named.has(key) && !elsewhere.has(key))).toEqual([])
  })

  test('every kind of observation that a reader gives is named', () => {
    // Posts come by a table's mapping.
    expect(observationKinds.filter(kind => !text.includes(kind))).toEqual(['post.written'])
  })
})

/** The keys of a table's mapping have a guide of their own. */
function mappingOf(schema: object): object {
  const { properties } = schema as { properties: { sources: { items: { properties: { mapping: object } } } } }
  return properties.sources.items.properties.mapping
}

describe('docs/cli.md', () => {
  const text = guide('cli.md')

  test('its exit codes are those of the table', () => {
    const rows = [...text.matchAll(/^\| (\d+) \| (.+) \|$/gm)].map(([, code, words]) => [Number(code), words])
    expect(rows).toEqual(exitCodeWords)
  })

  test('every verb and option of the help is told', async () => {
    // As the help lists them; where many share a row of the table, each stands in it.
    const { out: help } = await runHere(['--help'])
    const listed = help.slice(0, help.indexOf('Examples:')).matchAll(/^ {2}([a-z]+)(?= [[<]| {2,})/gm)
    const verbs = [...listed].map(([, verb]) => verb as string).filter(verb => verb !== 'help')
    expect(verbs.length).toBeGreaterThan(25)
    for (const verb of verbs) {
      const { out } = await runHere([verb, '--help'])
      expect(text).toContain(`\`${verb}`)
      const options = [...out.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option as string)
      const told = verb === 'init' ? ['--yes'] : options.filter(option => option !== '--help')
      for (const option of told) expect(text).toContain(option)
    }
  })

  test('every column of the CSV is told', () => {
    const [head = ''] = reportCsv(sampleReport, []).split('\r\n')
    for (const column of head.split(',')) expect(text).toContain(`\`${column}\``)
  })
})
