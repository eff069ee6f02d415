// A table by its mapping: the forum's published figures, a spreadsheet full of dirt, and mappings that do not fit.
import { readFileSync } from 'node:fs'
import { type Mapping, mappingSchema } from '@equalizer/core'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { describe, expect, test } from 'vitest'
import { differences, referenceFacts } from '../reading/reference-facts.ts'
import { collect, refusalOf, sample, sampleAt } from '../reading/sample.ts'
import { tableReader } from './table.ts'

const posts: Mapping = {
  kind: 'post.written',
  records: '$.responses.*',
  actor: { column: 'author', scheme: 'forum' },
  about: 'topic_id',
}

describeWithData(
  'Arbitrum forum',
  ['forum/reference.json', 'forum/arbitrum_discourse_2024-03-05.meta.json'],
  ([reference, forum]) => {
    const published = JSON.parse(readFileSync(reference as string, 'utf8'))

    test('responses, topics and concentration by author', async () => {
      const context = sampleAt(forum as string, { mapping: posts })
      const observations = await collect(tableReader.read(context))
      expect(context.ledger.account()).toMatchObject({
        rowsRead: published.responses,
        rowsUsed: published.responses,
      })
      // Two posts equal two others in author, topic and length; they are posts all the same.
      expect(new Set(observations.map(({ id }) => id)).size).toBe(published.responses)
      expect(new Set(observations.map(({ about }) => about)).size).toBe(published.topics)
      expect(differences(referenceFacts(observations), published.by_author, 0)).toEqual([])
      expect(observations[0]).toMatchObject({
        asset: 'post',
        decimals: 0,
        weight: 1n,
        actor: 'forum:p_16eae1d1b628',
      })
    })
  },
)

describeWithData('ENS budget sheet', ['payments/ens_spp2_streams/netto.csv'], ([sheet]) => {
  test('a sheet with thousands separators, an unnamed column and empty cells: read or refused, never dropped', async () => {
    const mapping: Mapping = { kind: 'budget.line', about: 'Description', weight: { column: 'Value' } }
    const context = sampleAt(sheet as string, { path: 'netto.csv', mapping })
    const observations = await collect(tableReader.read(context))
    const account = context.ledger.account()
    expect(observations.map(({ about, weight }) => [about, weight / 10n ** 18n])).toEqual([
      ['Extra months - transition "fat"', 3n],
      ['2 year spp2 stream duration', 27n],
      ['1 year spp2 stream duration', 15n],
      ['Months of runway', 19n],
    ])
    expect(account.refusedByCode).toEqual({ 'evidence.thousands_separator': 12, 'evidence.empty_amount': 2 })
    expect(account.refusals[0]).toMatchObject({ file: 'netto.csv', line: 2, column: 'Value' })
    expect(account.rowsRead).toBe(18)
  })
})

describe('a mapping', () => {
  const votes: Mapping = {
    kind: 'vote.cast',
    actor: { column: 'voter', scheme: 'email', name: 'who' },
    weight: { column: 'power', decimals: 2 },
    asset: 'SHARE',
    time: { column: 'at' },
    about: 'motion',
    choice: 'choice',
    id: 'n',
    attributes: { room: 'room' },
    where: { state: ['valid', 'late'] },
  }
  const header = 'n,voter,who,power,at,motion,choice,room,state'

  test('fills every field', async () => {
    const context = sample('v.csv', `${header}\n1,ADA@x.org,Ada  L.,1.50,1700000000,M1,yes,A,valid\n`, {
      mapping: votes,
    })
    expect(await collect(tableReader.read(context))).toEqual([
      {
        id: expect.stringMatching(/^[\w-]{22}$/),
        source: 'sample',
        kind: 'vote.cast',
        actor: 'email:ada@x.org',
        actorName: 'Ada L.',
        atMs: 1_700_000_000_000,
        weight: 150n,
        asset: 'SHARE',
        decimals: 2,
        about: 'M1',
        choice: 'yes',
        reference: 'v.csv:2',
        attributes: { room: 'A' },
      },
    ])
  })

  test('passes over what is not wanted and refuses what cannot be read', async () => {
    const rows = [
      '1,a@x.org,A,1,2024-01-01,M,yes,R,void',
      '2,nobody,A,1,2024-01-01,M,yes,R,valid',
      '3,a@x.org,A,x,2024-01-01,M,yes,R,valid',
      '4,a@x.org,A,1,yesterday,M,yes,R,late',
      '5,,A,1,2024-01-01,M,yes,R,late',
    ]
    const context = sample('v.csv', `${header}\n${rows.join('\n')}\n`, { mapping: votes })
    const observations = await collect(tableReader.read(context))
    expect(observations.map(({ actor }) => actor)).toEqual([null])
    const account = context.ledger.account()
    expect(account.passedOver).toEqual({ 'state is none of the wanted values': 1 })
    expect(account.refusals.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 'voter', 'evidence.bad_actor'],
      [4, 'power', 'evidence.bad_amount'],
      [5, 'at', 'evidence.bad_time'],
    ])
  })

  test('reaches nested values, keys and bare numbers of JSON', async () => {
    const document = { round: { ada: { votes: { x: 2, y: 3 } }, bob: { votes: { x: 5 } } } }
    const mapping: Mapping = {
      kind: 'vote.cast',
      records: '$.round.*.votes.*',
      actor: { column: '$1', scheme: 'name' },
      weight: { column: '$value', decimals: 0 },
      choice: '$key',
    }
    const context = sample('v.json', JSON.stringify(document), { mapping })
    const observations = await collect(tableReader.read(context))
    expect(observations.map(({ actor, choice, weight }) => `${actor} ${choice} ${weight}`)).toEqual([
      'name:ada x 2',
      'name:ada y 3',
      'name:bob x 5',
    ])
    expect(observations[0]?.reference).toBe('v.json#$.round.ada.votes.x')
  })

  test('a time zone that does not exist spoils the source, not every row', async () => {
    const context = sample('v.csv', 'a\n1\n', { mapping: { kind: 'x' }, timezone: 'Mars/Olympus' })
    expect(await refusalOf(tableReader.read(context))).toBe('evidence.unknown_timezone')
  })

  test.each([
    ['without one', 'v.csv', 'a\n1\n', undefined, 'evidence.missing_mapping'],
    ['a column the CSV lacks', 'v.csv', 'a\n1\n', { kind: 'x', about: 'b' }, 'evidence.missing_columns'],
    [
      'a column that is there twice',
      'v.csv',
      'b,b\n1,2\n',
      { kind: 'x', about: 'b' },
      'evidence.doubled_columns',
    ],
    [
      'a property the JSONL lacks',
      'v.jsonl',
      '{"a":1}\n',
      { kind: 'x', about: 'b' },
      'evidence.missing_columns',
    ],
    ['a path the JSON lacks', 'v.json', '{"a":[1]}', { kind: 'x', records: '$.b.*' }, 'evidence.no_records'],
    ['a path that is none', 'v.json', '{"a":[1]}', { kind: 'x', records: 'a.b' }, 'evidence.bad_path'],
  ])('%s: the source is refused', async (_, name, content, mapping, code) => {
    const context = sample(
      name,
      content,
      mapping === undefined ? {} : { mapping: mappingSchema.parse(mapping) },
    )
    expect(await refusalOf(tableReader.read(context))).toBe(code)
  })
})
