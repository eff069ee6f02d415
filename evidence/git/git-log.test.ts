// The log exports of five organizations, every reference fact reproduced; and lines that are no commits.
import { readFileSync } from 'node:fs'
import type { Observation } from '@equalizer/measure'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { beforeAll, describe, expect, test } from 'vitest'
import { readJsonl } from '../reading/jsonl.ts'
import { differences, type PublishedFacts, referenceFacts } from '../reading/reference-facts.ts'
import { collect, sample, sampleAt } from '../reading/sample.ts'
import { gitLogReader } from './git-log.ts'

interface Published {
  readonly commits: number
  readonly merge_commits: number
  readonly root_commits: number
  readonly parents_missing: number
  readonly first: string
  readonly last: string
  readonly 'author_ids(email hash)': number
  readonly author_names: number
  readonly top_author: readonly (readonly [string, number])[]
  readonly by_nonmerge_commits: PublishedFacts
  readonly 'by_changed_lines(added+deleted, unreadable/binary skipped)': PublishedFacts
  readonly last_365_days_nonmerge: PublishedFacts & { readonly commits: number }
  readonly numstat_null_entries: number
  readonly commits_with_co_authors: number
}

const yearMs = 365 * 86_400_000
const names = ['aragon-osx', 'ethereum-EIPs', 'openzeppelin-contracts', 'snapshot-sx-monorepo', 'tigerbeetle']
const files = names.map(name => `git/${name}.gitlog.jsonl.gz`)

describeWithData('exported logs', ['git/reference.json', ...files], ([reference, ...paths]) => {
  describe.each(paths.map((path, at) => [names[at] as string, path]))('%s', (name, path) => {
    let published: Published
    let observations: Observation[]
    let byAuthor: Observation[]
    let authored: Observation[]
    const context = sampleAt(path, { kind: 'git-log' })
    beforeAll(async () => {
      published = JSON.parse(readFileSync(reference as string, 'utf8'))[`${name}.gitlog.jsonl.gz`]
      observations = await collect(gitLogReader.read(context))
      byAuthor = observations.filter(one => one.kind === 'commit.authored' || one.kind === 'commit.merged')
      authored = observations.filter(one => one.kind === 'commit.authored')
    })

    test('commits, merges, people, dates', () => {
      expect(context.ledger.account()).toMatchObject({
        rowsRead: published.commits,
        rowsUsed: published.commits,
        rowsRefused: 0,
      })
      expect(byAuthor).toHaveLength(published.commits)
      expect(byAuthor.length - authored.length).toBe(published.merge_commits)
      expect(new Set(byAuthor.map(one => one.actor)).size).toBe(published['author_ids(email hash)'])
      expect(new Set(byAuthor.map(one => one.actorName)).size).toBe(published.author_names)
      const times = byAuthor.map(one => one.atMs as number)
      expect(Math.min(...times)).toBe(Date.parse(published.first))
      expect(Math.max(...times)).toBe(Date.parse(published.last))
      expect(new Set(observations.map(one => one.id)).size).toBe(observations.length)
    })

    test('the authors with most commits, merges included', () => {
      const commits = new Map<string | undefined, number>()
      for (const { actorName } of byAuthor) commits.set(actorName, (commits.get(actorName) ?? 0) + 1)
      const most = [...commits].sort((a, b) => b[1] - a[1]).slice(0, 3)
      expect(most).toEqual(published.top_author)
    })

    test('concentration by commits that are no merges; Nakamoto: strictly more than half', () => {
      expect(differences(referenceFacts(authored), published.by_nonmerge_commits, 0)).toEqual([])
    })

    test('concentration by changed lines', () => {
      const lines = authored.map(one => {
        const changed = (one.files ?? []).reduce(
          (sum, { added, deleted }) => sum + (added ?? 0) + (deleted ?? 0),
          0,
        )
        return { ...one, weight: BigInt(changed) }
      })
      const facts = published['by_changed_lines(added+deleted, unreadable/binary skipped)']
      expect(differences(referenceFacts(lines), facts, 0)).toEqual([])
    })

    test('the last 365 days: commits entered at or after the last one’s instant less 365 days', () => {
      const since = Date.parse(published.last) - yearMs
      const recent = authored.filter(one => (one.atMs as number) >= since)
      const { commits, ...facts } = published.last_365_days_nonmerge
      expect(recent).toHaveLength(commits)
      expect(differences(referenceFacts(recent), facts, 0)).toEqual([])
    })

    test('files whose lines are unknown, and commits with co-authors', () => {
      const unknown = byAuthor.flatMap(one => one.files ?? []).filter(({ added }) => added === null)
      expect(unknown).toHaveLength(published.numstat_null_entries)
      const together = byAuthor.filter(one => one.attributes?.coauthors !== undefined)
      expect(together).toHaveLength(published.commits_with_co_authors)
    })
  })

  test('roots and absent parents, told from the lines themselves', async () => {
    const published = JSON.parse(readFileSync(reference as string, 'utf8'))
    for (const [at, path] of paths.entries()) {
      const rows = await collect(readJsonl(sampleAt(path)))
      const parents = rows.map(row => (row.value as { parents: string[] }).parents)
      const present = new Set(rows.map(row => row.text('hash')))
      const facts: Published = published[`${names[at]}.gitlog.jsonl.gz`]
      expect(parents.filter(one => one.length === 0)).toHaveLength(facts.root_commits)
      expect(parents.flat().filter(one => !present.has(one))).toHaveLength(facts.parents_missing)
    }
  })
})

describe('lines of a log', () => {
  const hash = 'a'.repeat(40)
  const line = (changes: object) =>
    JSON.stringify({
      hash,
      parents: [],
      author: 'Ada',
      author_id: '1f',
      date: '2026-01-01T00:00:00+01:00',
      ...changes,
    })
  async function read(...lines: string[]) {
    const context = sample('x.gitlog.jsonl', lines.join('\n'), { kind: 'git-log' })
    return { observations: await collect(gitLogReader.read(context)), account: context.ledger.account() }
  }

  test('the documented line reads as documented', async () => {
    const guide = readFileSync(new URL('../../docs/evidence/git.md', import.meta.url), 'utf8')
    const { observations, account } = await read(/```json\n(.*)\n```/.exec(guide)?.[1] ?? '')
    expect(observations.map(one => [one.kind, one.actor, one.actorName])).toEqual([
      ['commit.authored', 'git:993764f4', 'Ada Lovelace'],
      ['commit.coauthored', 'git:2329e4eb', 'Grace Hopper'],
    ])
    expect(observations[0]?.files).toEqual([
      { path: 'src/abi.ts', added: 4, deleted: 2 },
      { path: 'logo.png', added: null, deleted: null },
    ])
    expect(account).toMatchObject({ rowsRead: 1, rowsUsed: 1 })
  })

  test('an address works as well as an id, and a name where both are missing', async () => {
    const { observations } = await read(
      line({
        author_id: '',
        author_email: 'Ada@Example.org',
        co_authors: [
          { name: 'Grace Hopper', id: null },
          { name: 'Ada', email: 'ada@example.org' },
        ],
      }),
    )
    expect(observations.map(one => [one.kind, one.actor, one.atMs])).toEqual([
      ['commit.authored', 'email:ada@example.org', Date.parse('2025-12-31T23:00:00Z')],
      ['commit.coauthored', 'name:Grace Hopper', Date.parse('2025-12-31T23:00:00Z')],
    ])
  })

  test.each([
    ['evidence.bad_hash', line({ hash: 'HEAD' })],
    ['evidence.bad_hash', '17'],
    ['evidence.bad_time', line({ date: 'yesterday' })],
    ['evidence.bad_commit', line({ parents: 'none' })],
    ['evidence.bad_commit', line({ co_authors: {} })],
    ['evidence.bad_commit', line({ numstat: [['1', 2, 'a']] })],
    ['evidence.bad_commit', line({ numstat: [[1, -2, 'a']] })],
    ['evidence.bad_json', '{'],
  ])('%s: %s is refused with its line, and the next is read', async (code, bad) => {
    const { observations, account } = await read(line({}), bad, line({ hash: 'b'.repeat(40) }))
    expect(observations).toHaveLength(2)
    expect(account).toMatchObject({ rowsRead: 3, rowsUsed: 2, refusedByCode: { [code]: 1 } })
    expect(account.refusals[0]).toMatchObject({ file: 'x.gitlog.jsonl', line: 2 })
  })

  test('a commit of more files than the limit keeps its totals, under no path', async () => {
    const numstat = Array.from({ length: 20_002 }, (_, n) => [1, 0, `f${n}`])
    const { observations } = await read(line({ numstat: [...numstat, [2, 1, 'x'.repeat(3_000)]] }))
    const all = observations[0]?.files ?? []
    expect(all).toHaveLength(20_001)
    expect(all.at(-1)).toEqual({ path: '', added: 4, deleted: 1 })
  })
})
