// Governor events: every published figure of the Compound exports, and the spellings and dirt of other exporters.
import { readFileSync } from 'node:fs'
import type { Source } from '@equalizer/core'
import type { Observation } from '@equalizer/measure'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { describe, expect, test } from 'vitest'
import { holdersReader } from '../holders/holders.ts'
import { differences, referenceFacts } from '../reading/reference-facts.ts'
import { collect, refusalOf, sample, sampleAt } from '../reading/sample.ts'
import { tableReader } from '../table/table.ts'
import { governorReader } from './governor.ts'

async function readAt(path: string, source: Partial<Source> = {}) {
  const context = sampleAt(path, { kind: 'governor', ...source })
  const observations = await collect(governorReader.read(context))
  return { observations, account: context.ledger.account() }
}

const ofKind = (observations: readonly Observation[], kind: string) =>
  observations.filter(observation => observation.kind === kind)

const idsOf = (observations: readonly Observation[], kind: string) =>
  new Set(ofKind(observations, kind).map(({ about }) => about as string))

/** Twelve digits: the references are sums of floats. */
const tokens = (amount: bigint) => Number((Number(amount) / 1e18).toPrecision(12))
const rounded = (amount: number) => Number(amount.toPrecision(12))

function tally(votes: readonly Observation[], choice: string): bigint {
  return votes.reduce((sum, vote) => (vote.choice === choice ? sum + vote.weight : sum), 0n)
}

describeWithData(
  'Compound governors',
  [
    'votes/onchain_governors/reference.json',
    'votes/onchain_governors/compound_governor_alpha.csv.gz',
    'votes/onchain_governors/compound_governor_bravo.csv.gz',
    'votes/onchain_governors/governance_token_supplies.csv',
  ],
  ([reference, alpha, bravo, supplies]) => {
    const published = JSON.parse(readFileSync(reference as string, 'utf8'))
    const cases = [
      ['compound_alpha', alpha as string, {}],
      [
        'compound_bravo',
        bravo as string,
        {
          'event NewImplementation': 4,
          'event ProposalThresholdSet': 2,
          'event VotingDelaySet': 1,
          'event VotingPeriodSet': 1,
        },
      ],
    ] as const

    test.each(cases)(
      '%s: every published figure (Nakamoto: strictly more than half)',
      async (name, path, passedOver) => {
        const { observations, account } = await readAt(path, { asset: 'COMP' })
        const votes = ofKind(observations, 'vote.cast')
        const byProposal = Map.groupBy(votes, ({ about }) => about as string)
        const executed = idsOf(observations, 'proposal.executed')
        const wins = (id: string) => {
          const cast = byProposal.get(id) ?? []
          return tally(cast, 'for') > tally(cast, 'against')
        }
        const nakamotos = [...byProposal.values()]
          .map(cast => referenceFacts(cast).nakamoto_gt50)
          .sort((a, b) => a - b)
        const middle = nakamotos.length / 2
        const median =
          ((nakamotos[Math.ceil(middle) - 1] as number) + (nakamotos[Math.floor(middle)] as number)) / 2
        const withVotes = [...executed].filter(id => byProposal.has(id))
        const totals = [...byProposal].map(([id, cast]) => [id, referenceFacts(cast).total] as const)
        const [largest] = totals.reduce((most, next) => (next[1] > most[1] ? next : most))
        const cast = byProposal.get(largest) ?? []
        const found = {
          events: account.rowsRead,
          proposals_created: ofKind(observations, 'proposal.created').length,
          proposals_with_votes: byProposal.size,
          votes_cast: votes.length,
          repeat_votes_same_proposal:
            votes.length - new Set(votes.map(({ about, actor }) => `${about} ${actor}`)).size,
          unique_voters: new Set(votes.map(({ actor }) => actor)).size,
          avg_voters_per_proposal_with_votes: Math.round((votes.length / byProposal.size) * 100) / 100,
          executed: executed.size,
          executed_with_votes_and_for_gt_against: withVotes.filter(wins).length,
          executed_without_votes_in_file: [...executed].filter(id => !byProposal.has(id)),
          not_executed_but_for_gt_against: [...byProposal.keys()].filter(id => !executed.has(id) && wins(id))
            .length,
          min_for_of_executed_tokens: Math.min(
            ...withVotes.map(id => tokens(tally(byProposal.get(id) ?? [], 'for'))),
          ),
          median_nakamoto_gt50_of_votes_cast: median,
        }
        const { largest_proposal, ...facts } = published[name]
        expect(found).toEqual({
          ...facts,
          min_for_of_executed_tokens: rounded(facts.min_for_of_executed_tokens),
        })
        const { id, for_tokens, against_tokens, abstain_tokens, ...concentration } = largest_proposal
        expect(largest).toBe(id)
        expect(['for', 'against', 'abstain'].map(choice => tokens(tally(cast, choice)))).toEqual(
          [for_tokens, against_tokens, abstain_tokens].map(rounded),
        )
        expect(differences(referenceFacts(cast), concentration, 0)).toEqual([])
        expect(account).toMatchObject({ rowsRefused: 0, passedOver })
        expect(account.notes).toEqual([])
        expect(new Set(observations.map(observation => observation.id)).size).toBe(observations.length)
      },
    )

    test('a description over many lines and calldata as Python bytes do not break a row', async () => {
      const { observations } = await readAt(alpha as string)
      const [first] = ofKind(observations, 'proposal.created')
      expect(first).toMatchObject({
        about: '1',
        actor: 'eth:0x8169522c2c57883e8ef80c498aab7820da539806',
        atMs: Date.UTC(2020, 3, 27, 2, 41, 52),
        attributes: { title: 'Add USDT Support' },
        reference: '0xeee9627ef06eb757e7959093c7ba8e3e4e64b466f286df5e482ff183ed95d25c',
      })
    })

    test('token supplies, as a table', async () => {
      const rows = readFileSync(supplies as string, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map(line => line.split(','))
      const context = sampleAt(supplies as string, {
        kind: 'table',
        mapping: {
          kind: 'supply.issued',
          actor: { column: 'address', scheme: 'eth' },
          weight: { column: 'supply', raw: true },
          about: 'symbol',
        },
      })
      const observations = await collect(tableReader.read(context))
      expect(observations.map(({ about, weight }) => [about, String(weight)])).toEqual(
        rows.map(([symbol, , supply]) => [symbol, supply]),
      )
      expect(context.ledger.account().rowsRefused).toBe(0)
      expect(await refusalOf(holdersReader.read(sampleAt(supplies as string, { kind: 'holders' })))).toBe(
        'evidence.missing_columns',
      )
    })
  },
)

const voter = `0x${'a'.repeat(40)}`
const transaction = `0x${'1'.repeat(64)}`

describe('governor events', () => {
  async function read(name: string, content: string, source: Partial<Source> = {}) {
    const context = sample(name, content, { kind: 'governor', ...source })
    const observations = await collect(governorReader.read(context))
    return { observations, account: context.ledger.account() }
  }
  const log = { transactionHash: transaction, logIndex: 7, blockTimestamp: 1_618_370_537 }
  const args = { voter, proposalId: '43', support: 1, votes: '200000000000000000', reason: 'yes' }
  const wanted = {
    kind: 'vote.cast',
    about: '43',
    actor: `eth:${voter}`,
    choice: 'for',
    weight: 2n * 10n ** 17n,
    decimals: 18,
  }

  test.each([
    [
      'a data frame',
      'e.csv',
      `event_name,txhash,log_index,timestamp,id,voter,proposalId,support,votes\nVoteCast,${transaction},7,2021-04-14T03:22:17,,${voter},43.0,1.0,2e+17\n`,
    ],
    [
      'an indexer’s table of one event',
      'e.csv',
      `evt_tx_hash,evt_index,evt_block_time,voter,proposalId,support,votes\n${transaction},7,2021-04-14 03:22:17.000 UTC,${voter},43,1,200000000000000000.0\n`,
    ],
    ['viem', 'e.json', JSON.stringify([{ ...log, id: 'log_9', eventName: 'VoteCast', args }])],
    [
      'ethers in JSONL',
      'e.jsonl',
      `${JSON.stringify({ ...log, event: 'VoteCast(address,uint256,uint8,uint256,string)', args })}\n`,
    ],
    [
      'OpenZeppelin by a node',
      'e.json',
      JSON.stringify([
        {
          transactionHash: transaction.toUpperCase().replace('X', 'x'),
          logIndex: '0x7',
          blockTimestamp: '0x60765fe9',
          event: 'VoteCastWithParams',
          returnValues: { voter, proposalId: '0x2b', support: '1', weight: '0x2c68af0bb140000' },
        },
      ]),
    ],
  ])('%s: the same vote with the same id', async (_, name, content) => {
    const { observations, account } = await read(name, content)
    expect(account.refusals).toEqual([])
    expect(observations).toMatchObject([wanted])
    expect(observations[0]?.atMs).toBe(1_618_370_537_000)
    const [csv] = (
      await read('o.csv', `event_name,txhash,log_index,id\nProposalQueued,${transaction},7,43\n`)
    ).observations
    expect(observations[0]?.id).toBe(csv?.id)
  })

  test('dirt is refused at its place; foreign events are passed over by name', async () => {
    const rows = [
      `VoteCast,${voter},1,True,5`,
      `VoteCast,${voter},1.5e+76,True,5`,
      `VoteCast,0x12,1,True,5`,
      `VoteCast,${voter},1,maybe,5`,
      `VoteCast,${voter},1,True,-5`,
      `VoteCast,${voter},,True,5`,
      `QuorumUpdated,,,,`,
      `=cmd|' /C calc'!A0,,,,`,
    ]
    const { observations, account } = await read(
      'e.csv',
      `event,voter,proposalId,support,votes\n${rows.join('\n')}\n`,
    )
    expect(account.refusals.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 'proposalId', 'evidence.bad_proposal'],
      [4, 'voter', 'evidence.bad_actor'],
      [5, 'support', 'evidence.bad_support'],
      [6, 'votes', 'evidence.negative_amount'],
      [7, 'proposalId', 'evidence.empty_proposal'],
    ])
    expect(account.passedOver).toEqual({ 'event QuorumUpdated': 1, 'event without a name': 1 })
    expect(account.notes).toEqual([expect.stringContaining('no time')])
    expect(observations).toMatchObject([{ choice: 'for', weight: 5n, atMs: null }])
  })

  test('a file of something else is refused', async () => {
    expect(await refusalOf(governorReader.read(sample('e.csv', 'address,amount\n0x1,2\n')))).toBe(
      'evidence.missing_columns',
    )
  })

  test('a million kinds of event do not fill the report', async () => {
    const rows = Array.from({ length: 1_000 }, (_, at) => `Event${at},1`).join('\n')
    const { account } = await read('e.csv', `event,proposalId\n${rows}\n`)
    expect(Object.keys(account.passedOver)).toHaveLength(51)
    expect(account.passedOver['another event']).toBe(950)
  })
})
