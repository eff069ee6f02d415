// The published schemas: as fresh as the code, and what they describe fits them.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { sampleReport } from '../report/sample-report.ts'
import { runHere } from '../run-here.ts'
import { logSchemas } from './log-schemas.ts'
import { schemaNames, schemaText } from './schema.ts'

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')

describe.each(schemaNames)('%s', name => {
  test('docs/schema holds what the code says; renew it by equalizer schema, then npm run format', () => {
    expect(JSON.parse(read(`docs/schema/${name}.schema.json`))).toEqual(JSON.parse(schemaText(name)))
  })
})

describe('the schemas of the log', () => {
  const folder = fileURLToPath(new URL('../../docs/schema/log/', import.meta.url))

  const schemas = logSchemas()

  test('docs/schema/log holds what the code says; renew it by equalizer schema log, then npm run format', () => {
    const published = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(one => one.isFile())
      .map(one => relative(folder, join(one.parentPath, one.name)))
    expect(published.sort()).toEqual([...schemas.keys()].sort())
    for (const [path, schema] of schemas) {
      expect(JSON.parse(read(`docs/schema/log/${path}`)), path).toEqual(JSON.parse(JSON.stringify(schema)))
    }
  })

  test('each says in words what it is of', () => {
    for (const [path, schema] of schemas) {
      if (path !== 'entry.schema.json') expect(schema.description, path).toMatch(/^[A-Z]\S* .{4,}/)
    }
  })

  test('are printed one by one, and written as files', async () => {
    const { out } = await runHere(['schema', 'event', 'treasury.paid'])
    expect(JSON.parse(out)).toMatchObject({ title: 'treasury.paid' })
    expect(await runHere(['schema', 'act', 'treasury.paid'])).toMatchObject({ code: 64 })
    expect(await runHere(['schema', 'act'])).toMatchObject({ code: 64 })
    const into = mkdtempSync(join(tmpdir(), 'schemas-'))
    expect(await runHere(['schema', 'log', into])).toMatchObject({ code: 0, out: '' })
    expect(readFileSync(join(into, 'events/treasury.paid.schema.json'), 'utf8')).toBe(out)
    rmSync(into, { recursive: true })
  })
})

function validator(name: (typeof schemaNames)[number]): ValidateFunction {
  return new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(schemaText(name)))
}

test('a report fits its schema, one with an unknown number in place of null does not', () => {
  const fits = validator('report')
  expect(fits(sampleReport)).toBe(true)
  expect(fits({ ...sampleReport, asOf: null })).toBe(false)
})

test('this project’s charter fits its schema, one with a slip does not', () => {
  const fits = validator('charter')
  const charter = parse(read('equalizer.yaml')) as object
  expect(fits(charter)).toBe(true)
  expect(fits({ ...charter, organisation: {} })).toBe(false)
})
