// What each file of the data sets is recognised as, and why the others are not; folders, repositories and hostile files.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { sourceKinds } from '@equalizer/core'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { describe, expect, test } from 'vitest'
import { readers } from './readers.ts'
import { sample } from './reading/sample.ts'
import { examine, recognize } from './recognize.ts'

/** null: no source by itself. */
const expected: Readonly<Record<string, string | null>> = {
  'git/aragon-osx.gitlog.jsonl.gz': 'git-log',
  'git/ethereum-EIPs.gitlog.jsonl.gz': 'git-log',
  'git/openzeppelin-contracts.gitlog.jsonl.gz': 'git-log',
  'git/snapshot-sx-monorepo.gitlog.jsonl.gz': 'git-log',
  'git/tigerbeetle.gitlog.jsonl.gz': 'git-log',
  'git/reference.json': null,
  'votes/onchain_governors/compound_governor_alpha.csv.gz': 'governor',
  'votes/onchain_governors/compound_governor_bravo.csv.gz': 'governor',
  'votes/onchain_governors/governance_token_supplies.csv': null,
  'votes/onchain_governors/reference.json': null,
  'votes/uniswap_snapshot_2026/uniswap_proposals.csv': 'snapshot',
  'votes/uniswap_snapshot_2026/uniswap_votes.csv': 'snapshot',
  'votes/uniswap_snapshot_2026/dao_gini_analysis.csv': null,
  'votes/uniswap_snapshot_2026/reference.json': null,
  'votes/uniswap_snapshot_2026': 'snapshot',
  'votes/ens_summary/ens_summary.csv': null,
  'votes/ens_summary/reference.json': null,
  'votes/ens_summary': null,
  'votes/optimism_rf4/official_results.csv': 'payments',
  'votes/optimism_rf4/op_rf4_impact_metrics_by_project.csv': null,
  'votes/optimism_rf4/rf4_votes.json': null,
  'votes/optimism_rf4/reference.json': null,
  'tokens/uni_distribution.csv.gz': 'holders',
  'tokens/op_airdrop4.csv.gz': 'holders',
  'tokens/torn_airdrop.csv': 'holders',
  'tokens/reference.json': null,
  'payments/opencollective_hledger.csv': 'payments',
  'payments/oss_funding_data.csv.gz': 'payments',
  'payments/ens_spp2_streams/safe-batch-payments.csv': 'payments',
  // An address and five amounts that have no name in common: a mapping must choose.
  'payments/ens_spp2_streams/backpay-data.json': null,
  'payments/ens_spp2_streams/netto.csv': null,
  'payments/ens_spp2_streams/README.md': null,
  'payments/ens_spp2_streams/SPP1-History.md': null,
  'payments/reference.json': null,
  'payments/LICENSE.oss-funding': null,
  'issues/Algorand_refClient_issues.jsonl.gz': 'github',
  'issues/Algorand_refClient_pullRequests.jsonl.gz': 'github',
  'issues/Cardano_refClient_issues.jsonl.gz': 'github',
  'issues/Cardano_refClient_pullRequests.jsonl.gz': 'github',
  'issues/CIPs_pullRequests.jsonl.gz': 'github',
  'issues/EIPs_pullRequests.jsonl.gz': 'github',
  'issues/Ethereum_refClient_issues.jsonl.gz': 'github',
  'issues/Ethereum_refClient_pullRequests.jsonl.gz': 'github',
  'issues/XLS_pullRequests.jsonl.gz': 'github',
  'issues/XRPL_refClient_issues.jsonl.gz': 'github',
  'issues/XRPL_refClient_pullRequests.jsonl.gz': 'github',
  'issues/README.upstream.md': null,
  'issues/LICENSE': null,
  'issues/reference.json': null,
  // Posts by author and topic: whose acts these are, a mapping must say.
  'forum/arbitrum_discourse_2024-03-05.meta.json': null,
  'forum/LICENSE': null,
  'forum/reference.json': null,
}

describeWithData('the data sets', Object.keys(expected), paths => {
  test.each(Object.keys(expected).map((name, at) => [name, paths[at] as string]))(
    '%s',
    async (name, path) => {
      const examined = await examine(path)
      expect(examined.ok ? examined.value.kind : null).toBe(expected[name])
      expect(examined.ok ? examined.value.reason : examined.refusal.reason).toMatch(/^(It|Its) /)
    },
  )

  test('a list without a header counts smallest units', async () => {
    const bare = paths[Object.keys(expected).indexOf('tokens/torn_airdrop.csv')]
    expect((await recognize(bare as string))?.options).toEqual({ decimals: 18 })
  })
})

function folder(files: Readonly<Record<string, string>>): string {
  const path = mkdtempSync(join(tmpdir(), 'equalizer-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content)
  return path
}

const votes = 'voter,vp,choice,proposal_id\n0xa,1,1,0xb\n'
const proposals = 'id,title,start,end\n0xb,Budget,2026/1/1,2026/1/2\n'

describe('folders', () => {
  test('a clone, its worktree and a bare repository', async () => {
    const clone = folder({})
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', clone, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
        stdio: 'ignore',
      })
    git('init', '-q')
    git('commit', '-q', '--allow-empty', '-m', 'first')
    const worktree = join(folder({}), 'tree')
    git('worktree', 'add', '-q', worktree)
    const bare = folder({})
    execFileSync('git', ['init', '-q', '--bare', bare])
    for (const path of [clone, worktree, bare]) expect(await recognize(path)).toMatchObject({ kind: 'git' })
  })

  test('Snapshot’s two files are one source; beside other evidence they are apart', async () => {
    const both = { 'v.csv': votes, 'p.csv': proposals, 'readme.md': '# Votes' }
    expect(await recognize(folder(both))).toMatchObject({ kind: 'snapshot' })
    expect(await recognize(folder({ ...both, 'pay.csv': 'from,to,amount\na,b,1\n' }))).toBeNull()
    expect(await recognize(folder({ 'v.csv': votes }))).toBeNull()
    const nested = folder(both)
    mkdirSync(join(nested, 'more'))
    expect(await recognize(nested)).toBeNull()
  })
})

describe('files', () => {
  const event = { eventName: 'VoteCast', args: { voter: '0xa', proposalId: '1', support: 1, votes: '5' } }
  test.each([
    ['operators', 'o.yaml', '# who\nkeys:\n  - {id: a, holders: [null]}\n'],
    ['operators', 'o.json', '{"wallets": [{"id": "a"}]}'],
    ['operators', 'o.csv', 'type,id,holder\nkey,a,github:a\n'],
    ['governor', 'e.json', JSON.stringify([event])],
    ['governor', 'e.jsonl', `${JSON.stringify(event)}\n${JSON.stringify(event)}\n`],
    ['governor', 'e.csv', 'evt_tx_hash,voter,proposalId,support,votes\n'],
    [
      'snapshot',
      'a.json',
      `{"data": {"votes": [{"voter": "0xa", "vp": 1, "proposal": {"id": "0xb"}}${' '.repeat(300_000)}`,
    ],
    ['snapshot', 'votes.txt', votes],
    [
      'github',
      'prs.json',
      '[{"number": 1, "url": "https://github.com/a/b/pull/1", "createdAt": "2026-01-01T00:00:00Z"}]',
    ],
    [
      'git-log',
      'log.txt',
      '{"hash": "a", "parents": [], "author": "b"}\n{"hash": "c", "parents": [], "author": "b"}\n',
    ],
    ['payments', 'p.csv', 'Date;From;To;Amount\n2026-01-01;a;b;1\n'],
    ['holders', 'h.json', '{"holders": [{"address": "0xa", "balance": "1"}]}'],
    [null, 'equalizer.yaml', 'equalizer: 1\norganization: {id: a, name: A}\n'],
    [null, 'k8s.yml', 'kind: Pod\n'],
    [null, 'a.csv', ''],
    [null, 'a.csv', ','.repeat(1_000_000)],
    [null, 'a.json', '['.repeat(100_000)],
    [null, 'a.json', '{"__proto__": {"votes": 1}, "constructor": 2}'],
    [null, 'a.json', 'null'],
    [null, 'a.csv', 'PK\u0003\u0004zip'],
    [null, 'a.csv', '\0\u0001\u0002\u0003'.repeat(1_000)],
  ])('%s: %s', async (kind, name, content) => {
    expect((await recognize(sample(name, content).path))?.kind ?? null).toBe(kind)
  })

  test('a zip bomb is left before it unfolds', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 'a,'))
    expect(await recognize(sample('b.csv.gz', bomb).path)).toBeNull()
  })

  test('what is not there is refused, not thrown', async () => {
    expect(await examine(join(folder({}), 'none.csv'))).toMatchObject({
      ok: false,
      refusal: { code: 'evidence.not_found' },
    })
  })
})

test('every kind of source has its reader', () => {
  expect(Object.entries(readers).map(([kind, reader]) => [kind, reader.kind])).toEqual(
    sourceKinds.map(kind => [kind, kind]),
  )
})
