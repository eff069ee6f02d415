// Snapshot: every published figure of the Uniswap exports, the API's answers, and the dirt of both.
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Source } from '@equalizer/core'
import type { Observation } from '@equalizer/measure'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { describe, expect, test } from 'vitest'
import { readCsv } from '../reading/csv.ts'
import { differences, referenceFacts } from '../reading/reference-facts.ts'
import { collect, refusalOf, sample, sampleAt } from '../reading/sample.ts'
import { choiceOf } from './choice.ts'
import { snapshotReader } from './snapshot.ts'

async function readAt(path: string, source: Partial<Source> = {}) {
  const context = sampleAt(path, { kind: 'snapshot', ...source })
  const observations = await collect(snapshotReader.read(context))
  return {
    observations,
    account: context.ledger.account(),
    votes: observations.filter(({ kind }) => kind === 'vote.cast'),
    proposals: observations.filter(({ kind }) => kind === 'proposal.created'),
  }
}

function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const path = mkdtempSync(join(tmpdir(), 'equalizer-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content)
  return path
}

const near = (amount: bigint) => Number((Number(amount) / 1e18).toPrecision(12))
const rounded = (amount: number) => Number(amount.toPrecision(12))

function byChoice(votes: readonly Observation[]): Record<string, number> {
  const sums: Record<string, bigint> = {}
  for (const { choice = '', weight } of votes) sums[choice] = (sums[choice] ?? 0n) + weight
  return Object.fromEntries(Object.entries(sums).map(([choice, sum]) => [choice, near(sum)]))
}

const named = 'votes/uniswap_snapshot_2026'

describeWithData(
  'Uniswap on Snapshot, 2026',
  ['reference.json', 'uniswap_proposals.csv', 'uniswap_votes.csv', 'dao_gini_analysis.csv'].map(
    name => `${named}/${name}`,
  ),
  ([reference, proposalsFile, votesFile, analysis]) => {
    const published = JSON.parse(readFileSync(reference as string, 'utf8'))

    test('votes, voters and choices', async () => {
      const { votes, account } = await readAt(votesFile as string)
      const choices: Record<string, number> = {}
      for (const { choice = '' } of votes) choices[choice] = (choices[choice] ?? 0) + 1
      expect(votes.length).toBe(published.votes)
      expect(new Set(votes.map(({ actor }) => actor)).size).toBe(published.unique_voters)
      expect(choices).toEqual(published.choice_values)
      expect(account).toMatchObject({ rowsRead: 886, rowsUsed: 886, rowsRefused: 0 })
      expect(new Set(votes.map(({ id }) => id)).size).toBe(886)
    })

    test('proposals in GB18030 and votes in UTF-8, from one folder: every figure (Nakamoto: strictly more than half)', async () => {
      const { votes, proposals, account } = await readAt(dirname(votesFile as string), { charset: 'gb18030' })
      expect(account).toMatchObject({ rowsRead: 906, rowsRefused: 0 })
      expect(proposals).toHaveLength(20)
      const titles = proposals.map(({ attributes }) => attributes?.title)
      expect(titles).toContain('GLI — Incentivized Delegation Vaults')
      const byProposal = Map.groupBy(votes, ({ about }) => about as string)
      expect([...byProposal.keys()].sort()).toEqual(Object.keys(published.proposals).sort())
      for (const [id, facts] of Object.entries<Record<string, unknown>>(published.proposals)) {
        const {
          title,
          published_scores_total,
          published_votes,
          published_gini,
          published_top10_pct,
          by_choice,
          ...concentration
        } = facts
        const cast = byProposal.get(id) ?? []
        const found = referenceFacts(cast)
        const listed = proposals.find(({ about }) => about === id)
        expect(listed?.attributes).toMatchObject({
          title,
          votes: published_votes,
          total: published_scores_total,
        })
        expect(differences(found, concentration as never, 18)).toEqual([])
        expect(byChoice(cast)).toEqual(
          Object.fromEntries(
            Object.entries(by_choice as Record<string, number>).map(([choice, sum]) => [
              choice,
              rounded(sum),
            ]),
          ),
        )
        expect(found.gini_positive_holders).toBeCloseTo(Number(published_gini), 4)
        expect(found.top10_share * 100).toBeCloseTo(Number(published_top10_pct), 1)
        // A vote lasts: its start is the latest moment that is not after it.
        expect(new Set(cast.map(({ atMs }) => atMs))).toEqual(new Set([listed?.atMs]))
      }
    })

    test('where published figures differ from the votes, it is said: the one poll that was still open', async () => {
      const { account } = await readAt(dirname(votesFile as string), { charset: 'gb18030' })
      const different = account.notes.filter(note => note.startsWith('Proposal '))
      expect(different).toEqual([
        expect.stringMatching(
          /^Proposal 0x34954750.*: 16 votes published and 17 read; a total of 2010\.716916 published and 2016\.5146\d* read\.$/,
        ),
      ])
      expect(account.notes).toContain(
        'Votes without a time of their own, dated by the start of their proposal: 886.',
      )
      expect(account.notes.filter(note => note.includes('left out'))).toHaveLength(2)
    })

    test('the published analysis counts the vote that the published proposals lack', async () => {
      const { votes } = await readAt(votesFile as string)
      for (const row of await collect(readCsv(sampleAt(analysis as string)))) {
        const cast = votes.filter(({ about }) => about === row.text('proposal_id'))
        const found = referenceFacts(cast)
        expect(found.holders).toBe(Number(row.text('voter_count')))
        expect(found.gini_positive_holders).toBeCloseTo(Number(row.text('gini')), 4)
        // Truncated, not rounded, for the smallest: 2,016 of a million is 0.
        expect(Math.abs(near(found.total) / 1e6 - Number(row.text('total_vp_M')))).toBeLessThan(0.006)
        expect(found.top10_share * 100).toBeCloseTo(Number(row.text('top10_voters_pct')), 1)
      }
    })

    test('proposals read as UTF-8: the damaged rows are refused, their votes stay undated', async () => {
      const { proposals, account } = await readAt(proposalsFile as string)
      expect(account.refusedByCode).toEqual({ 'evidence.bad_charset': 20 - proposals.length })
      expect(account.rowsRefused).toBeGreaterThan(0)
    })
  },
)

const voter = (digit: string) => `0x${digit.repeat(40)}`
const proposal = `0x${'b'.repeat(64)}`
const start = 1_700_000_000

describe('snapshot', () => {
  const vote = {
    id: '0xv1',
    voter: voter('A'),
    vp: 12.5,
    choice: 1,
    created: start + 60,
    proposal: { id: proposal },
  }
  const listed = {
    id: proposal,
    title: 'Budget',
    author: voter('c'),
    created: start - 60,
    start,
    end: start + 600,
    state: 'closed',
    votes: 2,
    scores_total: 12.5,
  }
  const wanted = {
    kind: 'vote.cast',
    actor: `eth:${voter('a')}`,
    about: proposal,
    choice: '1',
    weight: 125n * 10n ** 17n,
    asset: 'vp',
    decimals: 18,
    atMs: (start + 60) * 1000,
  }
  const csv = `voter,vp,choice,proposal_id,created\n${voter('A')},12.5,1,${proposal},${start + 60}\n`

  test.each([
    ['CSV', 'v.csv', csv],
    [
      'CSV with capitals, semicolons and floats',
      'v.csv',
      `Voter;VP;Choice;Proposal ID;Created\n${voter('A')};1.25e1;1.0;${proposal.toUpperCase().replace('X', 'x')};${start + 60}\n`,
    ],
    ['the API’s answer', 'v.json', JSON.stringify({ data: { votes: [vote] } })],
    ['a list', 'v.json', JSON.stringify([vote])],
    ['a list by name', 'v.json', JSON.stringify({ votes: [vote] })],
    ['JSONL', 'v.jsonl', `${JSON.stringify({ ...vote, proposal })}\n`],
  ])('a vote as %s, with the same id', async (_, name, content) => {
    const { observations, account } = await readAt(sample(name, content).path)
    expect(account.refusals).toEqual([])
    expect(observations).toMatchObject([wanted])
    const other = await readAt(sample('o.csv', csv).path)
    expect(observations[0]?.id).toBe(other.observations[0]?.id)
  })

  test('an answer with both, and a published count that is not met', async () => {
    const answer = JSON.stringify({ data: { proposals: [listed], votes: [vote] } })
    const { observations, account } = await readAt(sample('s.json', answer).path, { asset: 'NWC' })
    expect(observations).toMatchObject([
      {
        kind: 'proposal.created',
        actor: `eth:${voter('c')}`,
        about: proposal,
        atMs: (start - 60) * 1000,
        attributes: { title: 'Budget', state: 'closed' },
      },
      { ...wanted, asset: 'NWC' },
    ])
    expect(account.notes).toEqual([expect.stringContaining('2 votes published and 1 read')])
  })

  test('a folder: proposals are read first, links out of it are not followed', async () => {
    const path = folder({
      'a-votes.csv': `voter,vp,choice,proposal_id\n${voter('a')},1,"[2, 1]",${proposal}\n`,
      'z-proposals.json': JSON.stringify({ data: { proposals: [{ ...listed, votes: 1, scores_total: 1 }] } }),
      'readme.txt': 'voter,vp,choice,proposal_id',
      'notes.csv': 'who,what\na,b\n',
    })
    const outside = sample('outside.csv', csv)
    symlinkSync(outside.path, join(path, 'b-link.csv'))
    mkdirSync(join(path, 'c-folder.csv'))
    const { votes, proposals, account } = await readAt(path)
    expect(proposals).toHaveLength(1)
    expect(votes).toMatchObject([{ choice: '[2,1]', atMs: start * 1000 }])
    expect(account.notes).toEqual([
      'notes.csv is left out: it holds neither votes nor proposals of Snapshot.',
      'Votes without a time of their own, dated by the start of their proposal: 1.',
    ])
  })

  test('dirt is refused at its line and column', async () => {
    const rows = [
      `${voter('a')},1,1,${proposal}`,
      `0xnot-an-address,1,1,${proposal}`,
      `${voter('a')},a lot,1,${proposal}`,
      `${voter('a')},-1,1,${proposal}`,
      `${voter('a')},1,,${proposal}`,
      `${voter('a')},1,1,`,
      `${voter('a')},1,"{""1"": [2]}",${proposal}`,
      `${voter('a')},1`,
    ]
    const { account, votes } = await readAt(
      sample('v.csv', `voter,vp,choice,proposal_id\n${rows.join('\n')}\n`).path,
    )
    const places = account.refusals.map(({ line, column, code }) => [line, column, code] as const)
    expect(places.sort(([a], [b]) => Number(a) - Number(b))).toEqual([
      [3, 'voter', 'evidence.bad_actor'],
      [4, 'vp', 'evidence.bad_amount'],
      [5, 'vp', 'evidence.negative_amount'],
      [6, 'choice', 'evidence.empty_choice'],
      [7, 'proposal_id', 'evidence.empty_proposal'],
      [8, 'choice', 'evidence.bad_choice'],
      [9, null, 'evidence.ragged_row'],
    ])
    expect(votes).toMatchObject([{ atMs: null }])
  })

  test.each([
    ['a table of something else', 'v.csv', 'address,amount\n0x1,2\n', 'evidence.missing_columns'],
    [
      'an answer without either',
      'v.json',
      '{"errors": [{"message": "rate limited"}]}',
      'evidence.missing_columns',
    ],
    ['no JSON', 'v.json', '{"data": nothing}', 'evidence.bad_json'],
    ['an archive', 'v.csv', 'PK\u0003\u0004 and more', 'evidence.foreign_format'],
  ])('%s is refused', async (_, name, content, code) => {
    expect(await refusalOf(snapshotReader.read(sample(name, content)))).toBe(code)
  })

  test('a folder without any is refused', async () => {
    expect(await refusalOf(snapshotReader.read(sampleAt(folder({ 'a.csv': 'a,b\n1,2\n' }))))).toBe(
      'evidence.missing_columns',
    )
  })
})

describe('choices', () => {
  test.each([
    ['1', '1'],
    ['01.0', '1'],
    ['For', 'For'],
    ['[3, 1]', '[3,1]'],
    ['(3, 1)', '[3,1]'],
    ['{"10": 1, "2": 40.5}', '{"2":40.5,"10":1}'],
    ["{'1': 60, '2': 40}", '{"1":60,"2":40}'],
    ['{1: 60}', '{"1":60}'],
  ])('%s is %s', (text, choice) => {
    expect(choiceOf(text)).toEqual({ ok: true, value: choice })
  })

  test.each(['', '[[1]]', '{"1": {}}', '[1', `[${'1,'.repeat(5_000)}1]`])('%s is refused', text => {
    expect(choiceOf(text).ok).toBe(false)
  })
})
