// ENS proposals in summary: a table with one row per proposal, whose counts become weights.
import { readFileSync } from 'node:fs'
import type { Mapping } from '@equalizer/core'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { expect, test } from 'vitest'
import { readCsv } from '../reading/csv.ts'
import { collect, sampleAt } from '../reading/sample.ts'
import { tableReader } from './table.ts'

const halfPower = 'number of voters at half of the voting power'

describeWithData(
  'ENS summary',
  ['votes/ens_summary/reference.json', 'votes/ens_summary/ens_summary.csv'],
  ([reference, summary]) => {
    const published = JSON.parse(readFileSync(reference as string, 'utf8'))

    async function read(mapping: Omit<Mapping, 'kind' | 'about'>) {
      const context = sampleAt(summary as string, {
        mapping: { kind: 'proposal.created', about: 'id', ...mapping },
      })
      const observations = await collect(tableReader.read(context))
      return { observations, account: context.ledger.account() }
    }
    const votes = { column: 'total number of votes', decimals: 0 }

    test('proposals and all their votes', async () => {
      const { observations, account } = await read({ weight: votes, asset: 'vote' })
      expect(observations.length).toBe(published.proposals)
      expect(new Set(observations.map(({ about }) => about)).size).toBe(published.proposals)
      expect(observations.reduce((sum, { weight }) => sum + weight, 0n)).toBe(BigInt(published.votes_total))
      expect(account).toMatchObject({ rowsRead: 76, rowsUsed: 76, rowsRefused: 0, notes: [] })
    })

    test('voters at half of the power: least, middle and most, in order of arrival', async () => {
      const { observations, account } = await read({
        weight: { column: halfPower, decimals: 0 },
        asset: 'voter',
      })
      const voters = observations.map(({ weight }) => Number(weight)).sort((a, b) => a - b)
      const middle = (voters.length - 1) / 2
      const median = ((voters[Math.floor(middle)] as number) + (voters[Math.ceil(middle)] as number)) / 2
      const [name] = Object.keys(published).filter(key => key.startsWith('published_voters_at_half_power'))
      expect([voters[0], median, voters.at(-1)]).toEqual(published[name as string])
      // Proposals without the figure are refused at their place, not counted as 0.
      const rows = await collect(readCsv(sampleAt(summary as string)))
      const without = rows.filter(row => !row.has(halfPower)).map(({ line }) => line)
      expect(without.length).toBeGreaterThan(0)
      expect(account.refusals.map(({ line, column, code }) => [line, column, code])).toEqual(
        without.map(line => [line, halfPower, 'evidence.empty_amount']),
      )
      expect(voters.length + without.length).toBe(published.proposals)
    })

    test('dates come from seconds or from words, and are the same', async () => {
      const where = { discussion: [''] }
      const seconds = await read({
        weight: votes,
        time: { column: 'timestamp when it reaches half of the voting power' },
        where,
      })
      const words = await read({ weight: votes, time: { column: 'UTC time' }, where })
      expect(seconds.observations.map(({ atMs }) => atMs)).toEqual(words.observations.map(({ atMs }) => atMs))
      expect(seconds.observations.find(({ about }) => about?.startsWith('0x00bd3f6c'))?.atMs).toBe(
        Date.UTC(2023, 11, 12, 13, 46, 48),
      )
    })
  },
)
