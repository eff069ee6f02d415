// Lists of operators: one meaning in YAML, JSON and CSV, and refusals that name the line and the path.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { limits } from '@equalizer/core'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { collect, refusalOf, sample } from '../reading/sample.ts'
import { operatorsReader } from './operators.ts'
import { operatorsSchema } from './operators-schema.ts'

async function read(name: string, content: string) {
  const context = sample(name, content, { kind: 'operators' })
  const observations = await collect(operatorsReader.read(context))
  return { observations, account: context.ledger.account() }
}

const yaml = `
wallets:
  - {id: treasury-safe, required: 2, signers: ["github:Ada", "name:Bank of X", null]}
keys: [{id: npm-publish, holders: ["github:ada"]}]
domains: [{id: example.org, provider: gandi, holders: ["email:Ops@Example.org"]}]
hosting: [{id: api, provider: aws, jurisdiction: DE}]
nodes:
  - {operator: "name:Node AG", count: 12, network: clearnet, jurisdiction: CH}
  - {operator: null, count: 13347, network: tor}
  - {count: 13347, network: tor}
overrides:
  - {id: root, holder: "github:ada", what: can change every rule}
  - {id: root, holder: "github:bob", what: can change every rule}
`
const csv = `type,id,holder,required,count,jurisdiction,provider,network,what
wallet,treasury-safe,github:Ada,2,,,,,
wallet,treasury-safe,name:Bank of X,2,,,,,
wallet,treasury-safe,,2,,,,,
key,npm-publish,github:ada,,,,,,
domain,example.org,email:Ops@Example.org,,,,gandi,,
hosting,api,,,,DE,aws,,
node,,name:Node AG,,12,CH,,clearnet,
node,,,,13347,,,tor,
node,,,,13347,,,tor,
override,root,github:ada,,,,,,can change every rule
override,root,github:bob,,,,,,can change every rule
`
const forms = [
  ['YAML', 'o.yaml', yaml],
  ['JSON', 'o.json', JSON.stringify(parse(yaml))],
  ['CSV', 'o.csv', csv],
] as const

describe('operators', () => {
  test.each(forms)(
    '%s: everybody who holds something, with thresholds and counts',
    async (_, name, content) => {
      const { observations, account } = await read(name, content)
      expect(account.refusals).toEqual([])
      expect(account.rowsUsed).toBe(account.rowsRead)
      expect(
        observations.map(({ kind, about, actor, required, weight }) => [
          kind,
          about,
          actor,
          required,
          weight,
        ]),
      ).toEqual([
        ['signer.held', 'treasury-safe', 'github:ada', 2, 1n],
        ['signer.held', 'treasury-safe', 'name:Bank of X', 2, 1n],
        ['signer.held', 'treasury-safe', null, 2, 1n],
        ['key.held', 'npm-publish', 'github:ada', 1, 1n],
        ['domain.held', 'example.org', 'email:ops@example.org', 1, 1n],
        ['host.run', 'api', null, undefined, 1n],
        ['node.run', undefined, 'name:Node AG', undefined, 12n],
        ['node.run', undefined, null, undefined, 13_347n],
        ['node.run', undefined, null, undefined, 13_347n],
        ['override.held', 'root', 'github:ada', undefined, 1n],
        ['override.held', 'root', 'github:bob', undefined, 1n],
      ])
      expect(observations[5]?.attributes).toEqual({ jurisdiction: 'DE', provider: 'aws' })
      expect(observations[6]).toMatchObject({ actorName: 'Node AG', atMs: null, asset: 'node', decimals: 0 })
    },
  )

  test('the three forms give the same ids, none of them twice', async () => {
    const all = await Promise.all(
      forms.map(async ([, name, content]) => (await read(name, content)).observations.map(({ id }) => id)),
    )
    expect(all[1]).toEqual(all[0])
    expect(all[2]).toEqual(all[0])
    expect(new Set(all[0]).size).toBe(11)
  })

  test.each([
    [
      'an unknown field',
      '- {id: a, holders: ["github:a"], hodler: x}',
      2,
      'keys[0].hodler',
      'evidence.bad_entry',
    ],
    ['no holder', '- {id: a, holders: []}', 2, 'keys[0].holders', 'evidence.bad_entry'],
    ['a bare name', '- id: a\n    holders:\n      - Ada', 4, 'keys[0].holders[0]', 'evidence.bad_entry'],
    ['an unquoted address', '- {id: 0xab, holders: ["github:a"]}', 2, 'keys[0].id', 'evidence.bad_entry'],
    ['no such address', '- {id: a, holders: ["eth:0x12"]}', 2, 'keys[0].holders[0]', 'evidence.bad_actor'],
    [
      'a threshold of none',
      '- {id: a, required: 0, holders: ["github:a"]}',
      2,
      'keys[0].required',
      'evidence.bad_entry',
    ],
    [
      'a threshold out of reach',
      '- {id: a, required: 2, holders: ["github:a"]}',
      2,
      'keys[0].required',
      'evidence.impossible_threshold',
    ],
    [
      'one person twice',
      '- {id: a, holders: ["github:a", "github:A"]}',
      2,
      'keys[0].holders[1]',
      'evidence.doubled_holder',
    ],
    [
      'a country by name',
      '- {id: a, holders: [null], jurisdiction: Germany}',
      2,
      'keys[0].jurisdiction',
      'evidence.bad_entry',
    ],
    [
      'a right-to-left override',
      '- {id: a, holders: ["name:Ada\\u202E"]}',
      2,
      'keys[0].holders[0]',
      'evidence.bad_actor',
    ],
  ])('%s is refused at its place, and the rest is read', async (_, entry, line, column, code) => {
    const { observations, account } = await read(
      'o.yaml',
      `keys:\n  ${entry}\n  - {id: good, holders: ["github:b"]}\n`,
    )
    expect(account.refusals).toMatchObject([{ line, column, code }])
    expect(observations.map(({ about }) => about)).toEqual(['good'])
    expect(account).toMatchObject({ rowsRead: 2, rowsUsed: 1, rowsRefused: 1 })
  })

  test('one id for two keys is refused, because thresholds are counted by id', async () => {
    const { account } = await read(
      'o.yaml',
      'keys: [{id: a, holders: [null]}]\ndomains:\n- {id: a, holders: [null]}\n',
    )
    expect(account.refusals).toMatchObject([
      { line: 3, column: 'domains[0].id', code: 'evidence.doubled_id' },
    ])
  })

  test.each([
    ['no YAML', 'keys: [', 'evidence.bad_yaml'],
    ['a list', '- a\n- b\n', 'evidence.bad_yaml'],
    ['an unknown section', 'kyes: []\n', 'evidence.unknown_section'],
    ['a section that is no list', 'keys: {id: a}\n', 'evidence.bad_section'],
    ['a key twice', 'keys: []\nkeys: []\n', 'evidence.bad_yaml'],
    ['two documents', 'keys: []\n---\nkeys: []\n', 'evidence.bad_yaml'],
    [
      'a billion laughs',
      `a: &a [${'x,'.repeat(9)}x]\nb: &b [${'*a,'.repeat(9)}*a]\nkeys: [${'*b,'.repeat(99)}*b]\n`,
      'evidence.bad_yaml',
    ],
    ['endless nesting', `keys: ${'['.repeat(20_000)}`, 'evidence.bad_yaml'],
    ['dashes without end', `keys: \n${'- '.repeat(100_000)}`, 'evidence.bad_yaml'],
    ['too much', `# ${'x'.repeat(limits.operatorsBytes)}\n`, 'evidence.document_too_large'],
  ])('%s is refused as a whole', async (_, content, code) => {
    expect(await refusalOf(operatorsReader.read(sample('o.yaml', content)))).toBe(code)
  })

  test('a row of a CSV that is wrong is refused by line and column', async () => {
    const { account, observations } = await read(
      'o.csv',
      'type,id,holder,count\nkey,a,github:a,\nkey,b,github:b,2\ntoaster,c,github:c,\nnode,,github:d,many\nkey,,github:e,\n',
    )
    const places = account.refusals.map(({ line, column, code }) => [line, column, code] as const)
    expect(places.sort(([a], [b]) => Number(a) - Number(b))).toEqual([
      [3, 'count', 'evidence.bad_entry'],
      [4, 'type', 'evidence.bad_type'],
      [5, 'count', 'evidence.bad_entry'],
      [6, 'id', 'evidence.bad_entry'],
    ])
    expect(observations).toHaveLength(1)
  })

  test('a CSV without the columns is refused', async () => {
    expect(await refusalOf(operatorsReader.read(sample('o.csv', 'id,holder\na,b\n')))).toBe(
      'evidence.missing_columns',
    )
  })

  test('brackets in quotes and comments are no nesting', async () => {
    const many = '['.repeat(limits.jsonDepth + 1)
    const text = `# don't ${many}\nkeys:\n  - {id: "${many}", holders: [null], what: 'it''s ${many}'} # ${many}\n`
    expect((await read('o.yaml', text)).observations).toMatchObject([{ about: many }])
  })

  test('an empty document holds nothing', async () => {
    expect((await read('o.yaml', '# nothing yet\nkeys:\n')).observations).toEqual([])
  })

  test('the page’s examples are read, and its YAML keeps to the JSON Schema', async () => {
    const page = readFileSync(
      fileURLToPath(new URL('../../docs/evidence/operators.md', import.meta.url)),
      'utf8',
    )
    const examples = [...page.matchAll(/```(yaml|csv)\n([\s\S]*?)```/g)].map(
      ([, form, text]) => [form, text] as const,
    )
    expect(examples.map(([form]) => form)).toEqual(['yaml', 'csv'])
    for (const [form, text] of examples) {
      const { account, observations } = await read(`o.${form}`, text as string)
      expect(account.refusals).toEqual([])
      expect(observations.length).toBeGreaterThan(5)
    }
    const validate = new Ajv2020({ strict: false }).compile(z.toJSONSchema(operatorsSchema, { io: 'input' }))
    expect(validate(parse(examples[0]?.[1] ?? '')), JSON.stringify(validate.errors)).toBe(true)
    expect(validate({ keys: [{ id: 'a' }] })).toBe(false)
  })
})
