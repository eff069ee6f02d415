// The git reader against ordinary repositories, made on the spot: people, merges, dates, names, the mailmap.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brief, readRepository, repositoryRefusal } from './scratch-reading.ts'
import { commit, fastImport, git, newRepository, scratchFolder } from './scratch-repository.ts'

const { root: scratch, fresh: folder } = scratchFolder()
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const people = `A change

Co-authored-by: Grace Hopper <grace@example.org>
co-authored-by: Ada Lovelace <ADA@example.org>
Reviewed-by: Alan Turing <alan@example.org>
Approved-by: Alan Turing <alan@example.org>
Approved-by: @Edsger
Reviewed-by: none
Acked-by: Donald Knuth <don@example.org>
Signed-off-by: Barbara Liskov <barbara@example.org>`

describe('a repository', () => {
  let path: string
  let hashes: string[]
  beforeAll(() => {
    path = newRepository(folder())
    const first = commit(path, {
      message: people,
      files: { 'a.txt': 'one\ntwo\n', 'b.bin': Buffer.from([0, 1]) },
    })
    git(path, ['checkout', '--quiet', '-b', 'side'])
    const side = commit(path, {
      author: 'Grace Hopper',
      email: 'Grace@Example.org',
      files: { 'a.txt': 'two\n' },
    })
    git(path, ['checkout', '--quiet', 'main'])
    const main = commit(path, { files: { 'c.txt': 'x\n' }, date: '2026-02-03T00:00:00+05:30' })
    git(path, [
      'merge',
      '--quiet',
      '--no-ff',
      '-m',
      'Merge side\n\nReviewed-by: Alan Turing <alan@example.org>',
      'side',
    ])
    git(path, ['checkout', '--quiet', '--orphan', 'docs'])
    git(path, ['rm', '-rf', '--quiet', '.'])
    commit(path, { email: '', author: 'Ada Lovelace', files: { 'd.txt': 'd\n' } })
    git(path, ['checkout', '--quiet', 'main'])
    git(path, ['merge', '--quiet', '--allow-unrelated-histories', '-m', 'Take the docs in', 'docs'])
    hashes = [first, side, main]
  })

  test('gives each person a deed: authors, co-authors, mergers, approvers, and no committer', async () => {
    const { observations, account } = await readRepository(path)
    expect(brief(observations).sort()).toEqual([
      'commit.approved email:alan@example.org',
      'commit.approved email:alan@example.org',
      'commit.approved github:edsger',
      'commit.authored email:ada@example.org',
      'commit.authored email:ada@example.org',
      'commit.authored email:grace@example.org',
      'commit.authored name:Ada Lovelace',
      'commit.coauthored email:grace@example.org',
      'commit.merged email:ada@example.org',
      'commit.merged email:ada@example.org',
    ])
    expect(account).toMatchObject({ rowsRead: 6, rowsUsed: 6, rowsRefused: 0, notes: [] })
  })

  test('knows lines, files, dates and where to look it up', async () => {
    const { observations } = await readRepository(path)
    const authored = (hash?: string) =>
      observations.find(one => one.reference === hash && one.kind === 'commit.authored')
    expect(authored(hashes[0])).toMatchObject({
      source: 'repository',
      weight: 1n,
      asset: 'commit',
      decimals: 0,
      actorName: 'Ada Lovelace',
      atMs: Date.parse('2026-01-02T03:04:05Z'),
      about: hashes[0],
      files: [
        { path: 'a.txt', added: 2, deleted: 0 },
        { path: 'b.bin', added: null, deleted: null },
      ],
    })
    expect(authored(hashes[1])?.files).toEqual([{ path: 'a.txt', added: 0, deleted: 1 }])
    expect(authored(hashes[2])?.atMs).toBe(Date.parse('2026-02-02T18:30:00Z'))
  })

  test('reads the same from a bare clone, a worktree’s .git folder and twice', async () => {
    const bare = folder()
    git(scratch, ['clone', '--quiet', '--bare', `file://${path}`, bare])
    const ids = (await readRepository(path)).observations.map(one => one.id)
    expect((await readRepository(bare)).observations.map(one => one.id)).toEqual(ids)
    expect((await readRepository(join(path, '.git'))).observations.map(one => one.id)).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('starts at the revision that is asked for, and refuses one that is not there or looks like an option', async () => {
    expect((await readRepository(path, 'docs')).observations).toHaveLength(1)
    expect(await repositoryRefusal(path, 'no-such-branch')).toMatchObject({
      code: 'evidence.unknown_revision',
    })
    expect(await repositoryRefusal(path, '--output=/tmp/x')).toMatchObject({ code: 'evidence.bad_revision' })
  })
})

describe('identities', () => {
  test('tells the ledger what the mailmap says, and keeps the raw address as the actor', async () => {
    const path = newRepository(folder())
    writeFileSync(
      join(path, '.mailmap'),
      'Ada Lovelace <ada@example.org> <ada@old.example>\nGrace Hopper <grace@example.org>\n',
    )
    commit(path, { author: 'ada', email: 'ada@old.example' })
    commit(path, { author: 'ada', email: 'ada@old.example' })
    commit(path, { author: 'amazing grace', email: 'grace@example.org' })
    const { observations, claims } = await readRepository(path)
    expect(observations.map(one => [one.actor, one.actorName])).toEqual([
      ['email:grace@example.org', 'Grace Hopper'],
      ['email:ada@old.example', 'ada'],
      ['email:ada@old.example', 'ada'],
    ])
    expect(claims).toEqual([
      {
        a: 'email:ada@old.example',
        b: 'email:ada@example.org',
        rule: 'mailmap',
        detail: '.mailmap maps ada@old.example to ada@example.org',
      },
    ])
  })

  test('takes names as they come: markup, control characters, old encodings, no address', async () => {
    const path = newRepository(folder())
    commit(path, { author: '<script>alert(1)</script>', email: 'x@example.org' })
    commit(path, { author: 'Nasty \u001b[31m\u202eName', email: 'svn-user' })
    const { observations } = await readRepository(path)
    expect(observations.map(one => [one.actor, one.actorName])).toEqual([
      ['git:svn-user', 'Nasty [31mName'],
      ['email:x@example.org', 'scriptalert(1)/script'],
    ])
  })

  test('reads names and paths in undeclared 8-bit encodings, and in declared ones', async () => {
    const path = newRepository(folder())
    const history = [
      'commit refs/heads/main\nauthor Andr\xe9 <andre@example.org> 1700000000 +0000\n',
      'committer x <x@x> 1700000000 +0000\ndata 2\nhi\nM 644 inline caf\xe9\ndata 2\nx\n\n',
      'commit refs/heads/main\nauthor \xa3ukasz <lukasz@example.org> 1700000001 +0000\n',
      'committer x <x@x> 1700000001 +0000\nencoding ISO-8859-2\ndata 2\nhi\n\n',
    ]
    fastImport(path, Buffer.from(history.join(''), 'latin1'))
    git(path, ['config', 'i18n.logOutputEncoding', 'UTF-16'])
    const { observations } = await readRepository(path)
    expect(observations.map(one => one.actorName)).toEqual(['Łukasz', 'André'])
    expect(observations[1]?.files).toEqual([{ path: 'café', added: 1, deleted: 0 }])
  })

  test('refuses a commit whose date is none, and keeps absurd ones', async () => {
    const path = newRepository(folder())
    const at = (seconds: string) =>
      `commit refs/heads/main\ncommitter x <x@example.org> ${seconds} +0000\ndata 2\nhi\n\n`
    fastImport(path, at('0') + at('3786912000') + at('99999999999999'))
    const { observations, account } = await readRepository(path)
    expect(observations.map(one => one.atMs).sort()).toEqual([0, 3_786_912_000_000])
    expect(account).toMatchObject({ rowsRead: 3, rowsUsed: 2, refusedByCode: { 'evidence.bad_time': 1 } })
  })
})
