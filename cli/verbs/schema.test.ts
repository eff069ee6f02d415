// The published schemas: as fresh as the code, and what they describe fits them.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { sampleReport } from '../report/sample-report.ts'
import { schemaNames, schemaText } from './schema.ts'

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')

describe.each(schemaNames)('%s', name => {
  test('docs/schema holds what the code says; renew it by equalizer schema, then npm run format', () => {
    expect(JSON.parse(read(`docs/schema/${name}.schema.json`))).toEqual(JSON.parse(schemaText(name)))
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
