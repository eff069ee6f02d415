// Payments: every published figure of the three data sets, and what a list of payments must refuse or pass over.
import { readFileSync } from 'node:fs'
import type { Mapping, Source } from '@equalizer/core'
import type { Observation } from '@equalizer/measure'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { describe, expect, test } from 'vitest'
import { parseAmount } from '../reading/amount.ts'
import { readCsv } from '../reading/csv.ts'
import { differences, referenceFacts } from '../reading/reference-facts.ts'
import { collect, refusalOf, sample, sampleAt } from '../reading/sample.ts'
import { tableReader } from '../table/table.ts'
import { paymentsReader } from './payments.ts'

const unit = 10n ** 18n

async function readAt(path: string, source: Partial<Source> = {}) {
  const context = sampleAt(path, { kind: 'payments', ...source })
  const observations = await collect(paymentsReader.read(context))
  return { observations, account: context.ledger.account() }
}

function ofKind(observations: readonly Observation[], kind: string): Observation[] {
  return observations.filter(observation => observation.kind === kind)
}

describeWithData(
  'Open Collective statement',
  ['payments/reference.json', 'payments/opencollective_hledger.csv'],
  ([reference, statement]) => {
    const published = JSON.parse(readFileSync(reference as string, 'utf8'))['opencollective_hledger.csv']

    test('rows, kinds, currency, dates and the sum of net amounts, read as a table', async () => {
      const rows = await collect(readCsv(sampleAt(statement as string)))
      const kinds: Record<string, number> = {}
      let net = 0n
      for (const row of rows) {
        kinds[row.text('kind')] = (kinds[row.text('kind')] ?? 0) + 1
        const amount = parseAmount(row.text('netAmount'), { decimals: 2, signed: true })
        net += amount.ok ? amount.value : 10n ** 9n
      }
      const dates = rows.map(row => row.text('datetime')).sort()
      expect(rows.length).toBe(published.rows)
      expect(kinds).toEqual(published.kinds)
      expect({ [rows[0]?.text('currency') ?? '']: rows.length }).toEqual(published.currency)
      expect([dates[0], dates.at(-1)]).toEqual([published.first, published.last])
      expect(Number(net) / 100).toBe(published.sum_netAmount)
      expect(rows[0]?.text('balance')).toBe(published.newest_row_balance)
    })

    test('contributors: CREDIT CONTRIBUTION rows, later refunded ones included', async () => {
      const { observations } = await readAt(statement as string)
      expect(
        differences(referenceFacts(ofKind(observations, 'payment.made')), published.contributors, 18),
      ).toEqual([])
    })

    test('payees: EXPENSE rows, what the collective gave to others aside', async () => {
      const { observations } = await readAt(statement as string)
      const expenses = ofKind(observations, 'payment.received').filter(
        ({ attributes }) => attributes?.transaction === 'EXPENSE',
      )
      expect(differences(referenceFacts(expenses), published.payees, 18)).toEqual([])
    })

    test('every row is accounted for', async () => {
      const { account, observations } = await readAt(statement as string)
      // 816 host fees and 2 returned; 2 covers; refunds: 2 contributions, 2 host fees, 2 covers.
      expect(account.passedOver).toEqual({ fee: 816, refund: 6 })
      expect(account.rowsUsed).toBe(published.rows - 822)
      expect(account).toMatchObject({ rowsRead: published.rows, rowsRefused: 0 })
      expect(observations).toHaveLength(account.rowsUsed)
      expect(account.notes).toEqual(['2 payments were refunded later; they count as made.'])
    })
  },
)

describeWithData(
  'open-source funding',
  ['payments/reference.json', 'payments/oss_funding_data.csv.gz'],
  ([reference, funding]) => {
    const published = JSON.parse(readFileSync(reference as string, 'utf8'))['oss_funding_data.csv.gz']

    test('rows, funders, recipients; rows without a project pay somebody unknown', async () => {
      const { observations, account } = await readAt(funding as string, { asset: 'USD' })
      const made = ofKind(observations, 'payment.made')
      const received = ofKind(observations, 'payment.received')
      expect(account).toMatchObject({ rowsRead: published.rows, rowsRefused: 0 })
      expect(account.passedOver).toEqual({ 'pays nothing': published.negative_or_zero_rows })
      expect(made).toHaveLength(published.rows - published.negative_or_zero_rows)
      const funders = referenceFacts(made)
      expect(funders.holders).toBe(published.funders)
      expect(Math.round(Number(funders.total / 10n ** 16n)) / 100).toBe(published.total_usd)
      expect(differences(funders, published.funder_concentration, 18)).toEqual([])
      expect(differences(referenceFacts(received), published.recipient_concentration, 18)).toEqual([])
      expect(new Set(made.map(({ asset }) => asset))).toEqual(new Set(['USD']))
    })

    test('rows without a project: as many as published', async () => {
      const rows = await collect(readCsv(sampleAt(funding as string)))
      expect(rows.filter(row => !row.has('to_project_name'))).toHaveLength(published.rows_without_project)
    })

    test('two equal rows are two payments, and a second reading adds none', async () => {
      const ids = async () => (await readAt(funding as string)).observations.map(({ id }) => id)
      const first = await ids()
      expect(new Set(first).size).toBe(first.length)
      expect(await ids()).toEqual(first)
    })
  },
)

describeWithData(
  'ENS service providers',
  [
    'payments/reference.json',
    'payments/ens_spp2_streams/safe-batch-payments.csv',
    'payments/ens_spp2_streams/backpay-data.json',
  ],
  ([reference, batch, backpay]) => {
    const published = JSON.parse(readFileSync(reference as string, 'utf8'))[
      'ens_spp2_streams/safe-batch-payments.csv'
    ]

    test('a Safe batch: receivers and their sum', async () => {
      const { observations, account } = await readAt(batch as string, { asset: 'USDC' })
      expect(account).toMatchObject({ rowsRead: published.rows, rowsUsed: published.rows, rowsRefused: 0 })
      expect(referenceFacts(observations).total).toBe((BigInt(Math.round(published.sum * 100)) * unit) / 100n)
      expect(observations[0]).toMatchObject({
        kind: 'payment.received',
        actor: 'eth:0x4dc96aad2daa3f84066f3a00ec41fd1e88c8865a',
        asset: 'USDC',
      })
    })

    test('the same payments as JSON, by a table’s mapping', async () => {
      const mapping: Mapping = {
        kind: 'payment.received',
        records: '$.providers.*',
        actor: { column: 'address', scheme: 'eth', name: 'name' },
        weight: { column: 'totalBackpay' },
      }
      const context = sampleAt(backpay as string, { asset: 'USDC', mapping })
      const safe = await readAt(batch as string, { asset: 'USDC' })
      const weights = (all: Observation[]) => all.map(({ actor, weight }) => `${actor} ${weight}`).sort()
      expect(weights(await collect(tableReader.read(context)))).toEqual(weights(safe.observations))
    })
  },
)

describe('a plain list', () => {
  async function read(content: string, source: Partial<Source> = {}) {
    const context = sample('p.csv', content, { kind: 'payments', ...source })
    const observations = await collect(paymentsReader.read(context))
    return { observations, account: context.ledger.account() }
  }

  test('each row is the payer’s and the payee’s, dated in the source’s zone', async () => {
    const { observations } = await read(
      'Date,From,To,Amount,Currency\n2024-07-01 00:30,Ada,bob@x.org,12.50,EUR\n',
      {
        timezone: 'Europe/Berlin',
      },
    )
    const shared = { asset: 'EUR', weight: (unit * 25n) / 2n, atMs: Date.UTC(2024, 5, 30, 22, 30) }
    expect(observations).toEqual([
      expect.objectContaining({
        kind: 'payment.made',
        actor: 'name:Ada',
        about: 'email:bob@x.org',
        ...shared,
      }),
      expect.objectContaining({
        kind: 'payment.received',
        actor: 'email:bob@x.org',
        about: 'name:Ada',
        ...shared,
      }),
    ])
  })

  test('refunds and zeros are passed over, dirt is refused with its place', async () => {
    const rows = [
      'a,b,-5,2024-01-01',
      'a,b,0,2024-01-01',
      'a,b,€5,2024-01-01',
      'a,b,5,2024-02-30',
      'a,b,5,2024-01-01',
    ]
    const { account, observations } = await read(`payer,payee,amount,date\n${rows.join('\n')}\n`)
    expect(account.passedOver).toEqual({ 'negative (a refund or reversal)': 1, 'pays nothing': 1 })
    expect(account.refusals.map(({ line, column, code }) => [line, column, code])).toEqual([
      [4, 'amount', 'evidence.bad_amount'],
      [5, 'date', 'evidence.bad_time'],
    ])
    expect(observations).toHaveLength(2)
  })

  test('binary-float dirt is rounded and counted', async () => {
    const { observations, account } = await read('to,amount\nx,0.1234567890123456789\ny,0.1\n', {
      asset: 'USD',
    })
    expect(observations[0]?.weight).toBe(123_456_789_012_345_679n)
    expect(account.notes.join(' ')).toContain('1 amount has more than 18 decimal places')
  })

  test('cents, declared by decimals, are whole', async () => {
    const { observations } = await read('to,amount\nx,1250\n', { asset: 'USD', decimals: 2 })
    expect(observations[0]).toMatchObject({ weight: 1250n, decimals: 2 })
  })

  test('records that stand elsewhere in a JSON document', async () => {
    const document = { page: 1, transfers: [{ from: 'Ada', to: 'Bo', amount: '1.5', currency: 'EUR' }] }
    const mapping: Mapping = { kind: 'payment.made', records: '$.transfers.*' }
    const context = sample('p.json', JSON.stringify(document), { kind: 'payments', mapping })
    const observations = await collect(paymentsReader.read(context))
    expect(observations.map(({ actor, weight }) => [actor, weight * 2n])).toEqual([
      ['name:Ada', 3n * unit],
      ['name:Bo', 3n * unit],
    ])
  })

  test('a file without amounts is refused', async () => {
    expect(await refusalOf(paymentsReader.read(sample('p.csv', 'from,to\na,b\n')))).toBe(
      'evidence.missing_columns',
    )
  })
})
