// GitHub exports: eleven published ones reproduced, and the shapes of gh, REST and GraphQL side by side.
import { readFileSync } from 'node:fs'
import type { Observation } from '@equalizer/measure'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { beforeAll, describe, expect, test } from 'vitest'
import { differences, type PublishedFacts, referenceFacts } from '../reading/reference-facts.ts'
import { collect, sample, sampleAt } from '../reading/sample.ts'
import { githubReader } from './github.ts'

interface Published {
  readonly rows: number
  readonly first: string
  readonly last: string
  readonly states: Readonly<Record<string, number>>
  readonly openers: number
  readonly rows_without_author: number
  readonly top_opener: readonly (readonly [string, number])[]
  readonly comment_rows: number
  readonly commenters: number
  readonly commenter_concentration: PublishedFacts
}

const names = [
  'Algorand_refClient_issues',
  'Algorand_refClient_pullRequests',
  'CIPs_pullRequests',
  'Cardano_refClient_issues',
  'Cardano_refClient_pullRequests',
  'EIPs_pullRequests',
  'Ethereum_refClient_issues',
  'Ethereum_refClient_pullRequests',
  'XLS_pullRequests',
  'XRPL_refClient_issues',
  'XRPL_refClient_pullRequests',
]

function tally(observations: readonly Observation[]): [string | null, number][] {
  const counts = new Map<string | null, number>()
  for (const { actor, actorName } of observations) {
    if (actor !== null) counts.set(actorName ?? '', (counts.get(actorName ?? '') ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])
}

describeWithData(
  'exported issues and pull requests',
  ['issues/reference.json', ...names.map(name => `issues/${name}.jsonl.gz`)],
  ([reference, ...paths]) => {
    describe.each(paths.map((path, at) => [names[at] as string, path]))('%s', (name, path) => {
      let published: Published
      let observations: Observation[]
      const context = sampleAt(path, { kind: 'github' })
      const of = (...kinds: string[]) => observations.filter(({ kind }) => kinds.includes(kind))
      beforeAll(async () => {
        published = JSON.parse(readFileSync(reference as string, 'utf8'))[`${name}.jsonl.gz`]
        observations = await collect(githubReader.read(context))
      })

      test('rows, openers, dates, states', () => {
        const opened = of('issue.opened', 'pull.opened')
        expect(context.ledger.account()).toMatchObject({ rowsRead: published.rows, rowsUsed: published.rows })
        expect(opened).toHaveLength(published.rows)
        expect(opened.filter(({ actor }) => actor === null)).toHaveLength(published.rows_without_author)
        expect(tally(opened)).toHaveLength(published.openers)
        expect(tally(opened).slice(0, 2)).toEqual(published.top_opener)
        const times = opened.map(({ atMs }) => atMs as number)
        expect(times.reduce((a, b) => Math.min(a, b))).toBe(Date.parse(published.first))
        expect(times.reduce((a, b) => Math.max(a, b))).toBe(Date.parse(published.last))
        const { states } = published
        expect(of('pull.merged')).toHaveLength(states.MERGED ?? 0)
        expect(of('pull.closed')).toHaveLength(name.endsWith('issues') ? 0 : (states.CLOSED ?? 0))
        expect(new Set(observations.map(({ id }) => id)).size).toBe(observations.length)
      })

      test('comments and who makes them; Nakamoto: strictly more than half; lower case merges nobody', () => {
        const comments = of('comment.made')
        expect(comments).toHaveLength(published.comment_rows)
        expect(tally(comments)).toHaveLength(published.commenters)
        expect(new Set(comments.map(({ actor }) => actor)).size).toBe(
          published.commenters + (comments.some(({ actor }) => actor === null) ? 1 : 0),
        )
        expect(differences(referenceFacts(comments), published.commenter_concentration, 0)).toEqual([])
      })

      test('says that nobody knows who merged', () => {
        expect(of('pull.merged').every(({ actor }) => actor === null)).toBe(true)
        const notes = context.ledger.account().notes.join('\n')
        expect(/count as unknown: the export does not say who merged/.test(notes)).toBe(
          !name.endsWith('issues'),
        )
      })
    })

    test('reviews by verdict: 6,305 approvals among 17,416 reviews of the Ethereum client', async () => {
      const path = paths[names.indexOf('Ethereum_refClient_pullRequests')] as string
      const observations = await collect(githubReader.read(sampleAt(path, { kind: 'github' })))
      expect(observations.filter(({ kind }) => kind === 'review.approved')).toHaveLength(6_305)
      const others = observations.filter(({ kind }) => kind === 'review.submitted')
      const verdicts = Object.groupBy(others, ({ attributes }) => attributes?.verdict ?? 'none')
      expect(Object.entries(verdicts).map(([verdict, of]) => [verdict, of?.length])).toEqual(
        expect.arrayContaining([
          ['commented', 10_356],
          ['changes_requested', 711],
          ['dismissed', 44],
        ]),
      )
    })
  },
)

describe('the shapes of exports', () => {
  const url = 'https://github.com/Acme/Rocket/pull/7'
  const api = 'https://api.github.com/repos/Acme/Rocket'
  async function read(name: string, content: string) {
    const context = sample(name, content, { kind: 'github' })
    const observations = await collect(githubReader.read(context))
    return {
      observations,
      brief: observations.map(({ kind, actor, about, atMs }) =>
        [kind, actor, about, atMs === null ? null : new Date(atMs).toISOString().slice(0, 10)].join(' '),
      ),
      account: context.ledger.account(),
    }
  }
  const wanted = [
    'pull.opened github:ada acme/rocket#7 2026-01-01',
    'pull.merged github:grace acme/rocket#7 2026-01-04',
    'review.approved github:grace acme/rocket#7 2026-01-03',
    'comment.made github:dependabot[bot] acme/rocket#7 2026-01-02',
  ]
  const times = { createdAt: '2026-01-01T00:00:00Z', mergedAt: '2026-01-04T00:00:00Z' }

  test('gh pr list --json', async () => {
    const pull = {
      number: 7,
      url,
      state: 'MERGED',
      ...times,
      closedAt: times.mergedAt,
      author: { login: 'Ada', name: 'Ada Lovelace', is_bot: false },
      mergedBy: { login: 'grace' },
      reviews: [
        { id: 'PRR_1', author: { login: 'grace' }, state: 'APPROVED', submittedAt: '2026-01-03T00:00:00Z' },
        { id: 'PRR_2', author: { login: 'grace' }, state: 'PENDING', submittedAt: null },
      ],
      comments: [
        {
          id: 'IC_1',
          author: { login: 'app/dependabot', is_bot: true },
          createdAt: '2026-01-02T00:00:00Z',
          url: `${url}#issuecomment-1`,
        },
      ],
    }
    const { brief, observations, account } = await read('pulls.json', JSON.stringify([pull], null, 2))
    expect(brief).toEqual(wanted)
    expect(observations[0]).toMatchObject({
      actorName: 'Ada Lovelace',
      reference: url,
      weight: 1n,
      asset: 'pull request',
    })
    expect(observations[3]?.reference).toBe(`${url}#issuecomment-1`)
    expect(account).toMatchObject({ rowsRead: 1, rowsUsed: 1, notes: [] })
  })

  test('REST: pull requests, reviews and comments in their own files, pages slurped or one after the other', async () => {
    const pull = {
      number: 7,
      url: `${api}/pulls/7`,
      html_url: url,
      state: 'closed',
      user: { login: 'Ada', type: 'User' },
      merged_by: { login: 'grace' },
      created_at: times.createdAt,
      merged_at: times.mergedAt,
      closed_at: times.mergedAt,
    }
    const review = {
      id: 1,
      node_id: 'PRR_1',
      user: { login: 'grace' },
      state: 'APPROVED',
      submitted_at: '2026-01-03T00:00:00Z',
      pull_request_url: `${api}/pulls/7`,
      html_url: `${url}#pullrequestreview-1`,
    }
    const comment = {
      id: 1,
      node_id: 'IC_1',
      user: { login: 'dependabot[bot]', type: 'Bot' },
      created_at: '2026-01-02T00:00:00Z',
      issue_url: `${api}/issues/7`,
      html_url: `${url}#issuecomment-1`,
    }
    const slurped = await read('all.json', JSON.stringify([[pull, review], [comment], []]))
    expect(slurped.brief).toEqual(wanted)
    expect(slurped.account).toMatchObject({
      rowsRead: 4,
      rowsUsed: 3,
      passedOver: { 'an empty page': 1 },
      notes: [],
    })
    const paged = await read('all.json', `${JSON.stringify([pull, review])}${JSON.stringify([comment])}`)
    expect(paged.brief).toEqual(wanted)
    expect(paged.observations.map(({ id }) => id)).toEqual(slurped.observations.map(({ id }) => id))
  })

  test('one review out of REST and out of gh is one observation', async () => {
    const rest = {
      id: 5,
      node_id: 'PRR_5',
      user: { login: 'grace' },
      state: 'APPROVED',
      submitted_at: times.mergedAt,
    }
    const review = await read('r.json', JSON.stringify([{ ...rest, pull_request_url: `${api}/pulls/7` }]))
    const inside = { id: 'PRR_5', author: { login: 'grace' }, state: 'APPROVED' }
    const pull = await read('p.jsonl', JSON.stringify({ number: 7, url, ...times, reviews: [inside] }))
    expect(pull.observations.at(-1)?.id).toBe(review.observations[0]?.id)
  })

  test('REST lists issues and pull requests together', async () => {
    const issue = {
      number: 3,
      html_url: 'https://github.com/acme/rocket/issues/3',
      created_at: times.createdAt,
    }
    const { brief } = await read(
      'issues.json',
      JSON.stringify([
        { ...issue, user: { login: 'ada' }, state: 'open', pull_request: { merged_at: null } },
        {
          ...issue,
          number: 4,
          html_url: 'https://git.acme.example/acme/rocket/issues/4',
          user: null,
          state: 'open',
        },
      ]),
    )
    expect(brief).toEqual([
      'pull.opened github:ada acme/rocket#3 2026-01-01',
      'issue.opened  acme/rocket#4 2026-01-01',
    ])
  })

  test('GraphQL nodes: undated remarks count on the opening day, cut lists and unknown mergers are told', async () => {
    const node = {
      number: 7,
      url,
      state: 'MERGED',
      ...times,
      author: { login: 'ada' },
      mergedBy: null,
      reviews: { totalCount: 2, edges: [{ node: { author: { login: 'ada' }, state: 'APPROVED' } }] },
      comments: {
        pageInfo: { hasNextPage: false },
        nodes: [{ author: { __typename: 'Bot', login: 'dependabot' } }, { author: null }],
      },
    }
    const { brief, account } = await read('pulls.jsonl', `${JSON.stringify(node)}\n`)
    expect(brief).toEqual([
      'pull.opened github:ada acme/rocket#7 2026-01-01',
      'pull.merged  acme/rocket#7 2026-01-04',
      'review.approved github:ada acme/rocket#7 2026-01-01',
      'comment.made github:dependabot[bot] acme/rocket#7 2026-01-01',
      'comment.made  acme/rocket#7 2026-01-01',
    ])
    expect(account.notes).toEqual([
      expect.stringMatching(/^1 merges count as unknown/),
      expect.stringMatching(/^3 reviews and comments have no date/),
      expect.stringMatching(/^1 issues or pull requests came with the first page/),
    ])
  })

  test('a login that cannot be one is unknown, and told', async () => {
    const node = { number: 7, url, state: 'OPEN', createdAt: times.createdAt, author: { login: '<b>x</b>' } }
    const { brief, account } = await read('x.jsonl', JSON.stringify(node))
    expect(brief).toEqual(['pull.opened  acme/rocket#7 2026-01-01'])
    expect(account.notes).toEqual([expect.stringMatching(/^1 logins cannot be/)])
  })

  test.each([
    ['evidence.no_github_record', { title: 'x' }],
    ['evidence.no_github_record', { number: '7; rm', url }],
    ['evidence.no_github_record', 'text'],
    ['evidence.missing_url', { number: 7, createdAt: times.createdAt }],
    ['evidence.missing_url', { number: 7, url: 'javascript:alert(1)', createdAt: times.createdAt }],
    ['evidence.empty_time', { number: 7, url }],
    ['evidence.empty_time', { issue_url: `${api}/issues/7`, user: { login: 'ada' } }],
    ['evidence.bad_time', { number: 7, url, createdAt: 'soon' }],
    ['evidence.bad_time', { number: 7, url, ...times, comments: [{ createdAt: 'later' }] }],
  ])('%s: %j is refused with its line', async (code, bad) => {
    const { observations, account } = await read('x.jsonl', `${JSON.stringify(bad)}\n`)
    expect(observations).toEqual([])
    expect(account).toMatchObject({ rowsRead: 1, rowsUsed: 0, refusedByCode: { [code]: 1 } })
    expect(account.refusals[0]).toMatchObject({ file: 'x.jsonl', line: 1 })
  })
})
