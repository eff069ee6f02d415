// The survey of real data against the second implementation, which reads the files with its own few lines.
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type CharterInput, charterSchema } from '@equalizer/core'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { expect, test } from 'vitest'
import { type NaiveFact, naiveSurface } from './naive.ts'
import { surveyOrganization } from './survey.ts'

const text = (path: string) => {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}
const lines = (path: string) =>
  text(path)
    .split(/\r?\n/)
    .filter(line => line !== '')
const dayOf = (time: string) => Math.floor(Date.parse(time) / 86_400_000)
/** A decimal number as whole units of 18 places. */
const wei = (amount: string) => {
  const [whole = '0', fraction = ''] = amount.split('.')
  return BigInt(whole) * 10n ** 18n + BigInt(fraction.slice(0, 18).padEnd(18, '0'))
}
/** Only for files without quoted cells. */
const cells = (path: string) => {
  const [head = '', ...rows] = lines(path)
  const names = head.split(',')
  return rows.map(row => {
    const values = row.split(',')
    return (name: string) => values[names.indexOf(name)] ?? ''
  })
}

type Source = NonNullable<CharterInput['sources']>[number]

async function compare(
  path: string,
  source: Omit<Source, 'id' | 'path'>,
  kind: string,
  facts: readonly NaiveFact[],
) {
  const charter = charterSchema.parse({
    equalizer: 1,
    organization: { id: 'real', name: 'Real' },
    merging: { mailmap: false, noreply: false, name: false },
    units: [
      {
        id: 'unit',
        name: 'Unit',
        surfaces: ['1/2', '2/3'].map((share, index) => ({
          id: `s${index}`,
          name: share,
          decides: { share },
          blocks: index === 1,
          evidence: [{ source: 'data', kinds: [kind] }],
        })),
      },
    ],
    sources: [{ ...source, id: 'data', path: path.slice(dirname(path).length + 1) }],
  })
  const days = facts.flatMap(({ day }) => day ?? [])
  const last = days.reduce((most, day) => Math.max(most, day), 20_000)
  for (const asOf of [last, last - 400]) {
    const report = await surveyOrganization({
      charter,
      charterGiven: true,
      folder: dirname(path),
      asOf: new Date(asOf * 86_400_000).toISOString().slice(0, 10),
    })
    const bots = new Set(report.identities.bots.map(bot => bot.actor))
    const people = facts.filter(({ party }) => party === null || !bots.has(party))
    report.units[0]?.surfaces.forEach((surface, index) => {
      const naive = naiveSurface(people, index === 0 ? [1n, 2n] : [2n, 3n], index === 1, asOf)
      const figures = Object.entries(naive?.windows ?? {}).map(([name, of]) => [
        name,
        of.K,
        of.K_b,
        of.N2.toFixed(2),
        of.coverage.toFixed(3),
        of.low,
        of.high,
      ])
      const reported = Object.entries(surface.windows).map(([name, of]) => [
        name,
        of.K,
        of.K_b,
        of.N2?.toFixed(2),
        of.coverage?.toFixed(3),
        of.low,
        of.high,
      ])
      expect(figures.length).toBeGreaterThan(0)
      expect(reported).toEqual(figures)
      expect(surface.window).toBe(naive?.window ?? null)
    })
  }
}

describeWithData(
  'a second implementation on real data',
  [
    'git/aragon-osx.gitlog.jsonl.gz',
    'tokens/torn_airdrop.csv',
    'payments/opencollective_hledger.csv',
    'issues/EIPs_pullRequests.jsonl.gz',
    'votes/uniswap_snapshot_2026/uniswap_votes.csv',
  ],
  ([git = '', holders = '', payments = '', pulls = '', votes = '']) => {
    test('commits', async () => {
      const commits = lines(git).map(line => JSON.parse(line))
      const facts = commits.flatMap(({ parents, author_id, commit_date }): NaiveFact[] =>
        parents.length > 1 ? [] : [{ party: `git:${author_id}`, day: dayOf(commit_date), weight: 1n }],
      )
      await compare(git, { kind: 'git-log' }, 'commit.authored', facts)
    })

    test('pull requests opened', async () => {
      const facts = lines(pulls)
        .map(line => JSON.parse(line))
        .map(
          ({ author, createdAt }): NaiveFact => ({
            party: author?.login ? `github:${author.login.toLowerCase()}` : null,
            day: dayOf(createdAt),
            weight: 1n,
          }),
        )
      await compare(pulls, { kind: 'github' }, 'pull.opened', facts)
    })

    test('holders', async () => {
      const facts = lines(holders).map((line): NaiveFact => {
        const [address = '', amount = ''] = line.split(',')
        return { party: `eth:${address.toLowerCase()}`, day: null, weight: BigInt(amount), divisible: true }
      })
      await compare(holders, { kind: 'holders', decimals: 18, asset: 'TORN' }, 'balance.held', facts)
    })

    test('payments made', async () => {
      const facts = cells(payments)
        .filter(cell => cell('type') === 'CREDIT' && cell('isRefund') === '')
        .filter(cell => !/FEE|COVER|TIP|TAX/.test(cell('kind')))
        .map(
          (cell): NaiveFact => ({
            party: `opencollective:${cell('oppositeAccount')}`,
            day: dayOf(`${cell('datetime')}Z`),
            weight: wei(cell('amount')),
          }),
        )
      await compare(payments, { kind: 'payments' }, 'payment.made', facts)
    })

    test('votes', async () => {
      const facts = cells(votes).map(
        (cell): NaiveFact => ({
          party: `eth:${cell('voter').toLowerCase()}`,
          day: null,
          weight: wei(cell('vp')),
        }),
      )
      await compare(votes, { kind: 'snapshot' }, 'vote.cast', facts)
    })
  },
)
