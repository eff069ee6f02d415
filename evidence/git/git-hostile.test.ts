// The git reader against what is no ordinary repository: empty, foreign, broken and hostile ones.
import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { SourceRefused } from '../reader.ts'
import { createLedger } from '../reading/ledger.ts'
import { gitReader } from './git.ts'
import { gitIn } from './git-command.ts'
import { readRepository, repositoryRefusal } from './scratch-reading.ts'
import { commit, fastImport, git, newRepository, scratchFolder } from './scratch-repository.ts'

const { root: scratch, fresh: folder } = scratchFolder()
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

describe('what is no ordinary repository', () => {
  test('an empty one has no observations and a note', async () => {
    const { observations, account } = await readRepository(newRepository(folder()))
    expect(observations).toEqual([])
    expect(account).toMatchObject({ rowsRead: 0, notes: ['The repository has no commit yet.'] })
  })

  test('one whose HEAD names no branch says which revision to name', async () => {
    const path = newRepository(folder())
    commit(path)
    git(path, ['symbolic-ref', 'HEAD', 'refs/heads/gone'])
    expect(await repositoryRefusal(path)).toMatchObject({
      code: 'evidence.unknown_revision',
      reason: expect.stringContaining('refs/heads/main'),
    })
  })

  test('a folder inside a repository, a file, and nothing at all are refused', async () => {
    const path = newRepository(folder())
    mkdirSync(join(path, 'inside'))
    writeFileSync(join(path, 'file'), '')
    expect(await repositoryRefusal(join(path, 'inside'))).toMatchObject({ code: 'evidence.not_a_repository' })
    expect(await repositoryRefusal(join(path, 'file'))).toMatchObject({ code: 'evidence.not_a_repository' })
    expect(await repositoryRefusal(join(path, 'nowhere'))).toMatchObject({ code: 'evidence.not_found' })
  })

  test.skipIf(process.getuid?.() !== 0)('one of another user is refused with the way out', async () => {
    const path = newRepository(folder())
    commit(path)
    for (const one of [path, join(path, '.git')]) chownSync(one, 54_321, 54_321)
    const before = process.env.GIT_CONFIG_GLOBAL
    process.env.GIT_CONFIG_GLOBAL = '/dev/null'
    try {
      expect(await repositoryRefusal(path)).toMatchObject({
        code: 'evidence.unsafe_repository',
        reason: expect.stringContaining('safe.directory'),
      })
    } finally {
      if (before === undefined) delete process.env.GIT_CONFIG_GLOBAL
      else process.env.GIT_CONFIG_GLOBAL = before
    }
  })

  test.each(['.git/HEAD', '.git/shallow', '.mailmap'])(
    'one whose %s is a pipe is not waited for',
    async name => {
      const path = newRepository(folder())
      commit(path)
      rmSync(join(path, name), { force: true })
      execFileSync('mkfifo', [join(path, name)])
      const git = await gitIn(path, undefined, 300)
      const waiting = (args: readonly string[]) => git.text(args).catch((error: unknown) => error)
      const ends = [
        await waiting(['rev-parse', '--is-shallow-repository']),
        await waiting(['check-mailmap', 'a <a@a>']),
      ]
      const refusals = ends.filter(end => end instanceof SourceRefused).map(({ refusal }) => refusal)
      expect(refusals[0]).toMatchObject({
        code: 'evidence.git_silent',
        reason: expect.stringMatching(/^git said nothing for 0.3 seconds and was stopped/),
      })
    },
  )

  test('a machine without git says so in one sentence', async () => {
    const path = newRepository(folder())
    const before = process.env.PATH
    process.env.PATH = path
    try {
      expect(await repositoryRefusal(path)).toMatchObject({ code: 'evidence.git_missing' })
    } finally {
      process.env.PATH = before
    }
  })

  test('a signal ends the reading before it begins, and in the middle of a long history', async () => {
    const path = newRepository(folder())
    const history = Array.from(
      { length: 5_000 },
      (_, n) => `commit refs/heads/main\ncommitter x <x@example.org> ${n} +0000\ndata 2\nhi\n\n`,
    )
    fastImport(path, history.join(''))
    await expect(readRepository(path, undefined, AbortSignal.abort(new Error('enough')))).rejects.toThrow(
      'enough',
    )
    const abort = new AbortController()
    const source = { id: 'repository', kind: 'git' as const, path: '.' }
    let observed = 0
    const reading = async () => {
      for await (const batch of gitReader.read({
        source,
        path,
        ledger: createLedger(),
        signal: abort.signal,
      })) {
        observed += batch.length
        abort.abort()
      }
    }
    await expect(reading()).rejects.toThrow(/abort/i)
    expect(observed).toBeLessThan(5_000)
  })
})

describe('a hostile repository', () => {
  test('runs nothing and fetches nothing, whatever its configuration says', async () => {
    const path = newRepository(folder())
    const trap = join(scratch, 'sprung')
    const script = join(scratch, 'trap.sh')
    writeFileSync(script, `#!/bin/sh\ntouch ${trap}\nexit 1\n`, { mode: 0o755 })
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
    const { observations, account } = await readRepository(path)
    expect(observations).toHaveLength(2)
    expect(observations[1]?.files?.map(one => one.path).sort()).toEqual(['.gitattributes', 'a.txt'])
    expect(account.notes).toEqual([expect.stringMatching(/unknown line counts/)])
    expect(existsSync(trap)).toBe(false)
    expect(() => git(path, ['log', '--numstat'])).toThrow()
    expect(existsSync(trap)).toBe(true) // the traps are real: plain git springs them
  })

  test('cannot forge a commit by what it writes into messages and file names', async () => {
    const path = newRepository(folder())
    const fake = 'f'.repeat(40)
    const hash = commit(path, {
      message: `x\n\nReviewed-by: \u0001${fake}\nCo-authored-by: A <a@b>\u0000`.replace('\u0000', ''),
      files: { [fake]: 'x\n', 'new\nline': 'y\n', '1\t2\tthree': 'z\n', ':100644 x': 'w\n' },
    })
    for (const { reference } of (await readRepository(path)).observations) expect(reference).toBe(hash)
    const blobless = folder()
    git(path, ['config', 'uploadpack.allowFilter', 'true'])
    git(scratch, ['clone', '--quiet', '--bare', '--filter=blob:none', `file://${path}`, blobless])
    const { observations } = await readRepository(blobless)
    expect(observations[0]?.files?.map(one => one.path).sort()).toEqual(
      [fake, 'new\nline', '1\t2\tthree', ':100644 x'].sort(),
    )
    for (const { reference } of observations) expect(reference).toBe(hash)
  })

  test('a message longer than a record is refused by its commit, and the history goes on', async () => {
    const path = newRepository(folder())
    const before = commit(path)
    const trailer = `Reviewed-by: ${'x'.repeat(5 * 1024 * 1024)} <x@example.org>`
    writeFileSync(join(scratch, 'message'), `x\n\n${trailer}\n`)
    git(path, ['commit', '--quiet', '--allow-empty', '-F', join(scratch, 'message')])
    const after = commit(path)
    const { observations, account } = await readRepository(path)
    expect(observations.map(one => one.reference)).toEqual([after, before])
    expect(account).toMatchObject({
      rowsRead: 3,
      rowsUsed: 2,
      refusedByCode: { 'evidence.record_too_long': 1 },
    })
  })

  test('a mailmap that links elsewhere is not followed', async () => {
    const path = newRepository(folder())
    const outside = join(scratch, 'outside')
    writeFileSync(outside, 'Mallory <mallory@example.org> <ada@example.org>\n')
    symlinkSync(outside, join(path, '.mailmap'))
    git(path, ['config', 'mailmap.file', outside])
    commit(path)
    expect((await readRepository(path)).claims).toEqual([])
  })
})
