// The git reader against real repositories, made on the spot: ordinary, partial, odd and hostile ones.
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Observation } from '@equalizer/measure'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SourceRefused } from '../reader.ts'
import { createLedger } from '../reading/ledger.ts'
import { gitReader } from './git.ts'
import { commit, fastImport, git, newRepository, scratchFolder } from './scratch-repository.ts'

const scratch = scratchFolder()
let repositories = 0
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

function folder(): string {
  repositories += 1
  const path = join(scratch, `r${repositories}`)
  mkdirSync(path)
  return path
}

async function read(path: string, revision?: string, signal?: AbortSignal) {
  const ledger = createLedger()
  const observations: Observation[] = []
  const source = { id: 'repository', kind: 'git' as const, path: '.', ...(revision && { revision }) }
  for await (const batch of gitReader.read({ source, path, ledger, ...(signal && { signal }) })) {
    observations.push(...batch)
  }
  return { observations, account: ledger.account(), claims: ledger.claims() }
}

const brief = (observations: readonly Observation[]) => observations.map(one => `${one.kind} ${one.actor}`)

async function refusalOf(path: string, revision?: string) {
  const thrown = await read(path, revision).then(
    () => null,
    error => error,
  )
  expect(thrown).toBeInstanceOf(SourceRefused)
  return (thrown as SourceRefused).refusal
}

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
    const { observations, account } = await read(path)
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
    const { observations } = await read(path)
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
    const ids = (await read(path)).observations.map(one => one.id)
    expect((await read(bare)).observations.map(one => one.id)).toEqual(ids)
    expect((await read(join(path, '.git'))).observations.map(one => one.id)).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('starts at the revision that is asked for, and refuses one that is not there or looks like an option', async () => {
    expect((await read(path, 'docs')).observations).toHaveLength(1)
    expect(await refusalOf(path, 'no-such-branch')).toMatchObject({ code: 'evidence.unknown_revision' })
    expect(await refusalOf(path, '--output=/tmp/x')).toMatchObject({ code: 'evidence.bad_revision' })
  })

  test('says what a shallow clone leaves out', async () => {
    const shallow = folder()
    git(scratch, ['clone', '--quiet', '--depth=1', `file://${path}`, shallow])
    git(shallow, ['fetch', '--quiet', '--depth=2'])
    const { observations, account } = await read(shallow)
    expect(brief(observations)).toEqual(['commit.merged email:ada@example.org'])
    expect(account).toMatchObject({
      rowsRead: 3,
      rowsUsed: 1,
      passedOver: { 'at the cut of a shallow clone': 2 },
    })
    expect(account.notes).toEqual([expect.stringContaining('shallow')])
  })

  test('steps over missing contents and folders, and says how many commits it could not see into', async () => {
    const blobless = folder()
    const treeless = folder()
    git(path, ['config', 'uploadpack.allowFilter', 'true'])
    git(scratch, ['clone', '--quiet', '--bare', '--filter=blob:none', `file://${path}`, blobless])
    git(scratch, ['clone', '--quiet', '--bare', '--filter=tree:0', `file://${path}`, treeless])
    const whole = await read(path)
    const withoutBlobs = await read(blobless)
    expect(brief(withoutBlobs.observations)).toEqual(brief(whole.observations))
    expect(withoutBlobs.observations.find(one => one.reference === hashes[0])?.files).toEqual([
      { path: 'a.txt', added: null, deleted: null },
      { path: 'b.bin', added: null, deleted: null },
    ])
    expect(withoutBlobs.account.notes).toEqual([
      expect.stringMatching(/^4 of 6 commits have unknown line counts/),
    ])
    const withoutTrees = await read(treeless)
    expect(brief(withoutTrees.observations)).toEqual(brief(whole.observations))
    expect(withoutTrees.account.notes).toContainEqual(
      expect.stringMatching(/^4 of 6 commits have unknown files/),
    )
  })

  test('goes on without a mailmap whose contents are missing', async () => {
    const named = newRepository(folder())
    commit(named, {
      files: { '.mailmap': 'Ada <ada@example.org> <a@example.org>\n' },
      email: 'a@example.org',
    })
    git(named, ['config', 'uploadpack.allowFilter', 'true'])
    const bare = folder()
    const blobless = folder()
    git(scratch, ['clone', '--quiet', '--bare', `file://${named}`, bare])
    git(scratch, ['clone', '--quiet', '--bare', '--filter=blob:none', `file://${named}`, blobless])
    expect((await read(bare)).claims).toHaveLength(1)
    const { observations, account } = await read(blobless)
    expect(brief(observations)).toEqual(['commit.authored email:a@example.org'])
    expect(account.notes).toContainEqual(expect.stringContaining('.mailmap'))
  })

  test('keeps the lines it can see when one file’s content is lost in a long history', async () => {
    const holed = newRepository(folder())
    for (let n = 0; n < 40; n += 1) commit(holed, { files: { 'a.txt': `${n}\n` } })
    const lost = git(holed, ['rev-parse', 'HEAD~20:a.txt'])
    rmSync(join(holed, '.git/objects', lost.slice(0, 2), lost.slice(2)))
    const { observations, account } = await read(holed)
    expect(observations).toHaveLength(40)
    expect(observations.filter(one => one.files?.[0]?.added === null).length).toBeLessThanOrEqual(5)
    expect(account.notes).toEqual([expect.stringMatching(/unknown line counts/)])
  })

  test('says where a damaged history breaks off', async () => {
    const damaged = newRepository(folder())
    for (let n = 0; n < 5; n += 1) commit(damaged, { files: { 'a.txt': `${n}\n` } })
    const lost = git(damaged, ['rev-parse', 'HEAD~3'])
    rmSync(join(damaged, '.git/objects', lost.slice(0, 2), lost.slice(2)))
    const { observations, account } = await read(damaged)
    expect(observations.length).toBeLessThan(5)
    expect(account.notes).toEqual([expect.stringMatching(/^The history breaks off after \d commits?/)])
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
    const { observations, claims } = await read(path)
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
    const { observations } = await read(path)
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
    const { observations } = await read(path)
    expect(observations.map(one => one.actorName)).toEqual(['Łukasz', 'André'])
    expect(observations[1]?.files).toEqual([{ path: 'café', added: 1, deleted: 0 }])
  })

  test('refuses a commit whose date is none, and keeps absurd ones', async () => {
    const path = newRepository(folder())
    const at = (seconds: string) =>
      `commit refs/heads/main\ncommitter x <x@example.org> ${seconds} +0000\ndata 2\nhi\n\n`
    fastImport(path, at('0') + at('3786912000') + at('99999999999999'))
    const { observations, account } = await read(path)
    expect(observations.map(one => one.atMs).sort()).toEqual([0, 3_786_912_000_000])
    expect(account).toMatchObject({ rowsRead: 3, rowsUsed: 2, refusedByCode: { 'evidence.bad_time': 1 } })
  })
})

describe('what is no ordinary repository', () => {
  test('an empty one has no observations and a note', async () => {
    const { observations, account } = await read(newRepository(folder()))
    expect(observations).toEqual([])
    expect(account).toMatchObject({ rowsRead: 0, notes: ['The repository has no commit yet.'] })
  })

  test('one whose HEAD names no branch says which revision to name', async () => {
    const path = newRepository(folder())
    commit(path)
    git(path, ['symbolic-ref', 'HEAD', 'refs/heads/gone'])
    expect(await refusalOf(path)).toMatchObject({
      code: 'evidence.unknown_revision',
      reason: expect.stringContaining('refs/heads/main'),
    })
  })

  test('a folder inside a repository, a file, and nothing at all are refused', async () => {
    const path = newRepository(folder())
    mkdirSync(join(path, 'inside'))
    writeFileSync(join(path, 'file'), '')
    expect(await refusalOf(join(path, 'inside'))).toMatchObject({ code: 'evidence.not_a_repository' })
    expect(await refusalOf(join(path, 'file'))).toMatchObject({ code: 'evidence.not_a_repository' })
    expect(await refusalOf(join(path, 'nowhere'))).toMatchObject({ code: 'evidence.not_found' })
  })

  test('a machine without git says so in one sentence', async () => {
    const path = newRepository(folder())
    const before = process.env.PATH
    process.env.PATH = path
    try {
      expect(await refusalOf(path)).toMatchObject({ code: 'evidence.git_missing' })
    } finally {
      process.env.PATH = before
    }
  })

  test('a signal ends the reading', async () => {
    const path = newRepository(folder())
    commit(path)
    await expect(read(path, undefined, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough')
  })
})

describe('a hostile repository', () => {
  test('runs nothing and fetches nothing, whatever its configuration says', async () => {
    const path = newRepository(folder())
    const trap = join(scratch, 'sprung')
    const script = join(scratch, 'trap.sh')
    writeFileSync(script, `#!/bin/sh\ntouch ${trap}\ncat\n`, { mode: 0o755 })
    writeFileSync(join(path, '.gitattributes'), '* diff=trap filter=trap\n')
    commit(path, { files: { '.gitattributes': '* diff=trap filter=trap\n', 'a.txt': 'a\n' } })
    commit(path, { files: { 'a.txt': 'b\n' } })
    const settings: Record<string, string> = {
      'core.fsmonitor': script,
      'core.pager': script,
      'core.sshCommand': script,
      'core.alternateRefsCommand': script,
      'core.hooksPath': scratch,
      'pager.log': script,
      'diff.external': script,
      'diff.trap.command': script,
      'diff.trap.textconv': script,
      'filter.trap.clean': script,
      'filter.trap.smudge': script,
      'gpg.program': script,
      'log.showSignature': 'true',
      'protocol.allow': 'always',
      'protocol.ext.allow': 'always',
      'remote.origin.url': `ext::${script}`,
      'remote.origin.promisor': 'true',
      'remote.origin.uploadpack': script,
      'remote.origin.fetch': '+refs/heads/*:refs/remotes/origin/*',
      'core.repositoryFormatVersion': '1',
      'extensions.partialClone': 'origin',
      'credential.helper': `!${script}`,
      'log.follow': 'true',
      'diff.renames': 'copies',
      'diff.orderFile': script,
      'color.ui': 'always',
      'log.showRoot': 'false',
    }
    const lost = git(path, ['rev-parse', 'HEAD~1:a.txt'])
    for (const [key, value] of Object.entries(settings)) git(path, ['config', key, value])
    rmSync(join(path, '.git/objects', lost.slice(0, 2), lost.slice(2)))
    const { observations, account } = await read(path)
    expect(observations).toHaveLength(2)
    expect(observations[1]?.files?.map(one => one.path).sort()).toEqual(['.gitattributes', 'a.txt'])
    expect(account.notes).toEqual([expect.stringMatching(/unknown line counts/)])
    expect(existsSync(trap)).toBe(false)
  })

  test('cannot forge a commit by what it writes into messages and file names', async () => {
    const path = newRepository(folder())
    const fake = 'f'.repeat(40)
    const hash = commit(path, {
      message: `x\n\nReviewed-by: \u0001${fake}\nCo-authored-by: A <a@b>\u0000`.replace('\u0000', ''),
      files: { [fake]: 'x\n', 'new\nline': 'y\n', '1\t2\tthree': 'z\n', ':100644 x': 'w\n' },
    })
    for (const { reference } of (await read(path)).observations) expect(reference).toBe(hash)
    const blobless = folder()
    git(path, ['config', 'uploadpack.allowFilter', 'true'])
    git(scratch, ['clone', '--quiet', '--bare', '--filter=blob:none', `file://${path}`, blobless])
    const { observations } = await read(blobless)
    expect(observations[0]?.files?.map(one => one.path).sort()).toEqual(
      [fake, 'new\nline', '1\t2\tthree', ':100644 x'].sort(),
    )
    for (const { reference } of observations) expect(reference).toBe(hash)
  })

  test('a mailmap that links elsewhere is not followed', async () => {
    const path = newRepository(folder())
    const outside = join(scratch, 'outside')
    writeFileSync(outside, 'Mallory <mallory@example.org> <ada@example.org>\n')
    symlinkSync(outside, join(path, '.mailmap'))
    git(path, ['config', 'mailmap.file', outside])
    commit(path)
    expect((await read(path)).claims).toEqual([])
  })
})
