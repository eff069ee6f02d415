// JSON and JSONL: records by path, exact numbers, hostile keys, depth, and broken lines.
import { limits } from '@equalizer/core'
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { exactNumber } from './exact-number.ts'
import { readJson } from './json.ts'
import { readJsonl } from './jsonl.ts'
import { collect, refusalOf, sample } from './sample.ts'

const read = async (text: string, path?: string) => {
  const context = sample('d.json', text)
  return { rows: await collect(readJson(context, path)), account: context.ledger.account() }
}

describe('readJson', () => {
  test('an array, an object by key, a nested path', async () => {
    expect((await read('[{"a":1},{"a":2}]')).rows.map(row => row.text('a'))).toEqual(['1', '2'])
    const byKey = await read('{"x":{"n":1},"y":{"n":2}}')
    expect(byKey.rows.map(row => [row.text('$key'), row.text('n'), row.reference()])).toEqual([
      ['x', '1', 'd.json#$.x'],
      ['y', '2', 'd.json#$.y'],
    ])
    const nested = await read(
      '{"skip":[1,2],"data":{"votes":[{"v":{"p":[1]}},{"v":null}]}}',
      '$.data.votes.*',
    )
    expect(nested.rows.map(row => [row.text('v.p'), row.place('v.p').column])).toEqual([
      ['[1]', '$.data.votes.0.v.p'],
      ['', '$.data.votes.1.v.p'],
    ])
    expect(nested.account.rowsRead).toBe(2)
  })

  test('digits are not lost, and a key called __proto__ is a key', async () => {
    const { rows } = await read(
      '[{"n":123456789012345678901,"f":0.12345678901234567890,"e":1e-7,"__proto__":{"x":1}}]',
    )
    expect(['n', 'f', 'e', 'x', '__proto__.x'].map(column => rows[0]?.text(column))).toEqual([
      '123456789012345678901',
      '0.12345678901234567890',
      '1e-7',
      '',
      '1',
    ])
  })

  test('law: rows are the records that JSON.parse gives', async () => {
    const value = fc.dictionary(
      fc.string(),
      fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(value, { maxLength: 20 }), async records => {
        const { rows } = await read(JSON.stringify(records))
        expect(rows.map(row => row.value)).toEqual(JSON.parse(JSON.stringify(records)))
      }),
      { numRuns: 50 },
    )
  })

  test('an empty list is read and noted, a wrong name is refused with the right ones', async () => {
    expect((await read('{"votes":[]}', '$.votes.*')).account.notes).toEqual([
      expect.stringContaining('$.votes.*'),
    ])
    await expect(read('{"data":[1],"meta":{"data":2}}', '$.votes.*')).rejects.toThrow(
      'the document has data, meta',
    )
  })

  test.each([
    ['nothing', '', null],
    ['half a document', '[{"a":1}', 'evidence.bad_json'],
    ['words', 'hello, world', 'evidence.bad_json'],
    ['a page', '<!doctype html>', 'evidence.bad_json'],
    ['deep nesting', '['.repeat(100_000), 'evidence.json_too_deep'],
    ['deep nesting within the limit', '['.repeat(limits.jsonDepth) + ']'.repeat(limits.jsonDepth), null],
    ['one long string', `["${'x'.repeat(limits.recordBytes + 200_000)}"]`, 'evidence.record_too_long'],
    ['one long number', `[${'9'.repeat(limits.recordBytes + 200_000)}]`, 'evidence.record_too_long'],
    ['one wide record', `[{${'"a":1,'.repeat(limits.recordBytes / 6)}"b":2}]`, 'evidence.record_too_long'],
  ])('%s: %#', async (_, text, code) => {
    expect(await refusalOf(readJson(sample('d.json', text)))).toBe(code)
  })

  test('lines of JSON under the name of a document are refused with the way out', async () => {
    await expect(read('{"a":1}\n{"a":2}\n')).rejects.toThrow('name the file .jsonl')
    expect((await read(' [{"a":1}] \r\n\n')).rows).toHaveLength(1)
  })

  test('pages one after the other are one document', async () => {
    expect((await read('[{"a":1}]\n[{"a":2}][]')).rows.map(row => row.text('a'))).toEqual(['1', '2'])
    const pages = await read('{"data":[1]}{"data":[2,3]}', '$.data.*')
    expect(pages.rows.map(row => row.text('$value'))).toEqual(['1', '2', '3'])
  })

  test('wrong bytes are refused where they stand', async () => {
    const content = Buffer.concat([
      Buffer.from('[{"a":"x"},\n{"a":"'),
      Buffer.from([0xff]),
      Buffer.from('"}]'),
    ])
    const context = sample('d.json', content)
    expect((await collect(readJson(context))).map(row => row.text('a'))).toEqual(['x'])
    expect(context.ledger.account().refusals).toEqual([
      expect.objectContaining({ code: 'evidence.bad_charset', column: '$.1' }),
    ])
  })
})

describe('readJsonl', () => {
  test('broken lines go to the ledger, the others are read', async () => {
    const deep = '['.repeat(65) + ']'.repeat(65)
    const lines = [
      '{"a":1}',
      '',
      '{"a":',
      `{"a":${deep}}`,
      'x'.repeat(limits.recordBytes + 300_000),
      '{"a":12345678901234567890}',
    ]
    const context = sample('d.jsonl', `${lines.join('\r\n')}`)
    const rows = await collect(readJsonl(context))
    expect(rows.map(row => [row.line, row.text('a'), row.reference()])).toEqual([
      [1, '1', 'd.jsonl:1'],
      [6, '12345678901234567890', 'd.jsonl:6'],
    ])
    expect(context.ledger.account().refusals.map(({ line, code }) => [line, code])).toEqual([
      [3, 'evidence.bad_json'],
      [4, 'evidence.json_too_deep'],
      [5, 'evidence.record_too_long'],
    ])
    expect(context.ledger.account().rowsRead).toBe(5)
  })

  test('equal records are equal whatever the order of their keys', async () => {
    const rows = await collect(
      readJsonl(sample('d.jsonl', '{"a":1,"b":{"c":2,"d":3}}\n{"b":{"d":3,"c":2},"a":1}\n{"a":2}\n')),
    )
    expect(rows[0]?.canonical()).toBe(rows[1]?.canonical())
    expect(rows[0]?.canonical()).not.toBe(rows[2]?.canonical())
  })
})

test.each([
  ['0.1', 0.1],
  ['100000000000000000000', '100000000000000000000'],
  ['0.000000000000000001', 1e-18],
  ['-1234567890123456', '-1234567890123456'],
  ['1.5e300', 1.5e300],
])('exactNumber(%s)', (source, value) => expect(exactNumber(source)).toBe(value))
