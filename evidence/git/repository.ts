// What is known of a repository before it is read: where to start, what was cut away, whether git opens it at all.
import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { limits, type Refusal } from '@equalizer/core'
import { type Ledger, SourceRefused } from '../reader.ts'
import type { Git } from './git-command.ts'

export interface Repository {
  /** The hash of the commit to start from; null: the repository has none yet. */
  readonly start: string | null
  /** Commits whose parents were cut away, so that their changes are unknown. */
  readonly cut: ReadonlySet<string>
  readonly mailmap: boolean
}

/**
 * Throws `SourceRefused`: `evidence.not_a_repository`, `unsafe_repository`, `unknown_revision`, `bad_revision`,
 * `git_failed`. `revision` is the branch, tag or commit that the charter names; HEAD when left out.
 */
export async function inspectRepository(
  git: Git,
  path: string,
  revision: string | undefined,
  ledger: Ledger,
): Promise<Repository> {
  const probe = await git.text(['rev-parse', '--is-shallow-repository', '--git-path', 'shallow'])
  if (!probe.ok) throw new SourceRefused(notReadable(probe.complaint))
  const [shallow, list = ''] = probe.stdout.split('\n')
  const cut = shallow === 'true' ? await readCut(resolve(path, list)) : new Set<string>()
  if (cut.size > 0) {
    ledger.note(
      'note.shallow_clone',
      'The clone is shallow: what lies before its cut is not in it and not counted, nor are the commits at the cut.',
    )
  }
  // Only a copy without file contents lacks its mailmap, and git would die of it on every run.
  const { ok: mailmap } = await git.text(['check-mailmap', 'a <a@a>'])
  if (!mailmap)
    ledger.note(
      'note.mailmap_absent',
      'The .mailmap, if there is one, is not in this copy, so that it merges no addresses.',
    )
  return { start: await startOf(git, revision), cut, mailmap }
}

async function readCut(path: string): Promise<Set<string>> {
  const { size } = await stat(path)
  if (size > limits.recordBytes) {
    const reason = 'The list of cut commits of this shallow clone is longer than a record may be'
    throw new SourceRefused({ code: 'evidence.record_too_long', reason, facts: { what: 'cut', bytes: size } })
  }
  return new Set((await readFile(path, 'latin1')).split('\n'))
}

function notReadable(complaint: string): Refusal {
  if (/dubious ownership|unsafe repository/.test(complaint)) {
    const reason =
      'The repository belongs to another user; git reads it after: git config --global --add safe.directory <its path>'
    return { code: 'evidence.unsafe_repository', reason, facts: {} }
  }
  if (/not a git repository/.test(complaint)) {
    const reason = 'This folder is not a git repository (the top folder of one, or a bare one, is needed)'
    return { code: 'evidence.not_a_repository', reason, facts: { what: 'folder' } }
  }
  const reason = `git cannot open the repository: ${complaint}`
  return { code: 'evidence.git_failed', reason, facts: { what: 'open', complaint } }
}

/** The commit to start from; null: the repository has none yet. */
async function startOf(git: Git, revision: string | undefined): Promise<string | null> {
  const asked = revision ?? 'HEAD'
  if (asked.startsWith('-')) {
    const reason = 'A revision cannot begin with a dash'
    throw new SourceRefused({ code: 'evidence.bad_revision', reason, facts: {} })
  }
  const found = await git.text(['rev-parse', '--verify', '--quiet', '--end-of-options', `${asked}^{commit}`])
  if (found.ok) return found.stdout
  const anyBranch = await git.text(['for-each-ref', '--count=1', '--format=%(refname)'])
  if (revision === undefined && anyBranch.ok && anyBranch.stdout === '') return null
  const reason =
    revision === undefined
      ? `HEAD names no commit that is here; name a revision, such as ${anyBranch.stdout}`
      : 'The repository has no such branch, tag or commit'
  const facts =
    revision === undefined ? { what: 'head', branch: anyBranch.stdout } : { what: 'asked', revision: asked }
  throw new SourceRefused({ code: 'evidence.unknown_revision', reason, facts })
}
