// Optimism's fourth round of retroactive funding: ballots as nested JSON, payments whose amount stands in a JSON cell.
import { readFileSync } from 'node:fs'
import type { Mapping } from '@equalizer/core'
import type { Observation } from '@equalizer/measure'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { describe, expect, test } from 'vitest'
import { paymentsReader } from '../payments/payments.ts'
import { differences, referenceFacts } from '../reading/reference-facts.ts'
import { collect, sample, sampleAt } from '../reading/sample.ts'
import { tableReader } from './table.ts'

async function readTable(path: string, mapping: Mapping) {
  const context = sampleAt(path, { mapping })
  const observations = await collect(tableReader.read(context))
  return { observations, account: context.ledger.account() }
}

const unit = 10n ** 18n
const sum = (observations: readonly Observation[]) =>
  observations.reduce((total, { weight }) => total + weight, 0n)

const paid: Mapping = {
  kind: 'payment.received',
  json: ['metadata'],
  actor: { column: 'to_project_name', scheme: 'name' },
  weight: { column: 'metadata.token_amount' },
  asset: 'OP',
  time: { column: 'funding_date' },
  attributes: { unit: 'metadata.token_unit', application: 'metadata.application_name' },
}

describeWithData(
  'Optimism RF4',
  ['reference.json', 'rf4_votes.json', 'official_results.csv', 'op_rf4_impact_metrics_by_project.csv'].map(
    name => `votes/optimism_rf4/${name}`,
  ),
  ([reference, ballots, results, metrics]) => {
    const published = JSON.parse(readFileSync(reference as string, 'utf8'))

    test('ballots over metrics, each of which adds up to 100', async () => {
      const { observations, account } = await readTable(ballots as string, {
        kind: 'vote.cast',
        records: '$.*.allocations.*',
        actor: { column: '$1', scheme: 'ballot' },
        choice: '$2',
        weight: { column: '$value' },
        asset: 'percent',
      })
      const byBallot = Map.groupBy(observations, ({ actor }) => actor)
      expect(byBallot.size).toBe(published.ballots)
      expect(new Set(observations.map(({ choice }) => choice)).size).toBe(published.metrics)
      // Shares were divided among metrics in floats: a thousandth or two are lost at most.
      const near100 = [...byBallot.values()].filter(cast => Math.abs(Number(sum(cast)) / 1e18 - 100) < 0.005)
      expect(near100.length).toBe(published.ballots_with_sum_100)
      expect(account.rowsRefused).toBe(0)
      expect(new Set(observations.map(({ id }) => id)).size).toBe(observations.length)
    })

    test('each ballot has one multiplier for open source', async () => {
      const { observations } = await readTable(ballots as string, {
        kind: 'ballot.cast',
        records: '$.*',
        actor: { column: '$key', scheme: 'ballot' },
        weight: { column: 'os_multiplier' },
      })
      expect(observations).toHaveLength(published.ballots)
      expect(observations[0]).toMatchObject({ actor: 'ballot:0', weight: (unit * 18n) / 10n })
    })

    test('tokens paid, from the JSON in a cell: every figure (Nakamoto: strictly more than half)', async () => {
      const { observations, account } = await readTable(results as string, paid)
      expect(observations.length).toBe(published.projects_paid)
      expect(account.rowsRefused).toBe(0)
      expect(Math.abs(Number(sum(observations)) / 1e18 - published.total_token_amount)).toBeLessThan(1e-6)
      expect(new Set(observations.map(({ attributes }) => attributes?.unit))).toEqual(
        new Set([published.unit]),
      )
      expect(differences(referenceFacts(observations), published.concentration, 18)).toEqual([])
    })

    test('the same list by the payments reader, in dollars: the same shares', async () => {
      const context = sampleAt(results as string, { kind: 'payments', asset: 'USD' })
      const received = (await collect(paymentsReader.read(context))).filter(
        ({ kind }) => kind === 'payment.received',
      )
      const { total, ...shares } = published.concentration
      const found = referenceFacts(received)
      expect(differences(found, { ...shares, total: Number(found.total) / 1e18 }, 18)).toEqual([])
      // 1.80 dollars a token.
      expect(Number(found.total) / 1e18).toBeCloseTo(1.8 * total, 3)
      expect(context.ledger.account().passedOver).toEqual({
        'pays nothing': published.projects_paid - published.concentration.holders,
      })
    })

    test('impact metrics: one row per project paid, each of the sixteen a column', async () => {
      const text = readFileSync(metrics as string, 'utf8')
      const columns = (text.split('\n')[0] as string).trim().split(',').slice(3)
      expect(columns).toHaveLength(published.metrics)
      for (const column of columns) {
        const { observations, account } = await readTable(metrics as string, {
          kind: 'impact.measured',
          id: 'application_id',
          actor: { column: 'project_name', scheme: 'name' },
          weight: { column, decimals: 18 },
        })
        expect(observations.length).toBe(published.projects_paid)
        expect(account).toMatchObject({ rowsRead: published.projects_paid, rowsRefused: 0 })
      }
    })
  },
)

describe('JSON in a cell', () => {
  async function read(rows: readonly string[]) {
    const context = sample('p.csv', `to_project_name,funding_date,metadata\n${rows.join('\n')}\n`, {
      mapping: paid,
    })
    const observations = await collect(tableReader.read(context))
    return { observations, account: context.ledger.account() }
  }

  test('digits are kept; what is no JSON or has no such property is refused at its column', async () => {
    const { observations, account } = await read([
      'a,2026-01-01,"{""token_amount"": 123456789.123456789012345678, ""token_unit"": ""OP""}"',
      'b,2026-01-01,{token_amount: 1}',
      'c,2026-01-01,"{""other"": 1}"',
      'd,2026-01-01,',
      `e,2026-01-01,${'['.repeat(100)}${']'.repeat(100)}`,
    ])
    expect(observations).toMatchObject([
      { actor: 'name:a', weight: 123_456_789_123_456_789_012_345_678n, attributes: { unit: 'OP' } },
    ])
    expect(account.refusals.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 'metadata', 'evidence.bad_json'],
      [4, 'metadata.token_amount', 'evidence.empty_amount'],
      [5, 'metadata.token_amount', 'evidence.empty_amount'],
      [6, 'metadata', 'evidence.json_too_deep'],
    ])
  })

  test('a JSON column that the file lacks is named', async () => {
    const context = sample('p.csv', 'to_project_name,funding_date\na,2026-01-01\n', { mapping: paid })
    await expect(collect(tableReader.read(context))).rejects.toMatchObject({
      refusal: { code: 'evidence.missing_columns', facts: { missing: 'metadata' } },
    })
  })
})
