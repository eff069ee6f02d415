// Reads a git repository, a clone or a bare one: who wrote each commit, who wrote along, who merged, who approved.
import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { limits, type Refusal } from '@equalizer/core'
import type { Observation } from '@equalizer/measure'
import { type Ledger, type ReadContext, type Reader, SourceRefused } from '../reader.ts'
import { type Commit, commitObservations, type Signature } from './commit.ts'
import { type Git, gitIn } from './git-command.ts'
import { type Gaps, walkHistory } from './history.ts'
import type { LoggedCommit } from './log-tokens.ts'
import { signature } from './signature.ts'
import { readTrailers } from './trailers.ts'

/**
 * Emits `commit.authored` (with its changed files), `commit.merged` (the author of a merge commit), `commit.coauthored`
 * and `commit.approved`. The committer is nobody: with hosted merges and rebases it names a service. Throws
 * `SourceRefused` when git is missing, the folder is no repository of ours to read, or the revision is not in it.
 */
export const gitReader: Reader = { kind: 'git', read: readRepository }

async function* readRepository(context: ReadContext): AsyncGenerator<readonly Observation[]> {
  const { ledger, path, source, signal } = context
  const git = await gitIn(path, signal)
  const { cut, mailmap } = await inspect(git, path, ledger)
  const start = await startOf(git, source.revision)
  if (start === null) {
    ledger.note('The repository has no commit yet.')
    return
  }
  const total = countCommits(git, start)
  const gaps: Gaps = { withoutLines: 0, withoutFiles: 0, brokenOff: null }
  const authors = new Authors(ledger)
  let done = 0
  try {
    for await (const commits of walkHistory(git, { start, mailmap }, gaps)) {
      const observations: Observation[] = []
      for (const commit of commits) {
        ledger.read()
        if (cut.has(commit.hash)) {
          ledger.passOver('at the cut of a shallow clone')
          continue
        }
        const read = interpret(commit, authors)
        if ('refusal' in read) {
          ledger.refuse({ file: basename(path), line: null, column: read.column }, read.refusal)
        } else {
          ledger.used()
          for (const observation of commitObservations(source.id, read.commit)) observations.push(observation)
        }
      }
      done += commits.length
      ledger.progress(done, total.known)
      yield observations
    }
  } finally {
    total.stop()
  }
  noteGaps(gaps, done, ledger)
}

function interpret(
  logged: LoggedCommit,
  authors: Authors,
): { commit: Commit } | { refusal: Refusal; column: string } {
  const { hash } = logged
  if (logged.overlong) {
    const reason = `A field of commit ${hash} is longer than a record may be`
    return { column: 'header', refusal: { code: 'evidence.record_too_long', reason, facts: { hash } } }
  }
  const atMs = Number(logged.committedSeconds) * 1000
  // An instant further away is no date (ECMA-262, time values); absurd but possible ones are kept for the survey to cut.
  if (!/^-?\d+$/.test(logged.committedSeconds) || Math.abs(atMs) > 8.64e15) {
    const reason = `The date of commit ${hash} cannot be read`
    return { column: 'commit date', refusal: { code: 'evidence.bad_time', reason, facts: { hash } } }
  }
  const parents = logged.parents === '' ? 0 : logged.parents.split(' ').length
  const author = authors.of(logged)
  return { commit: { hash, parents, atMs, author, ...readTrailers(logged.trailers), files: logged.files } }
}

/** Authors repeat; each spelling is made into an actor, and told to the ledger when the mailmap renames it, once. */
class Authors {
  readonly #known = new Map<string, Signature>()
  readonly #ledger: Ledger

  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  of({ name, address, mappedName, mappedAddress }: LoggedCommit): Signature {
    const spelling = `${name}\0${address}\0${mappedName}\0${mappedAddress}`
    const known = this.#known.get(spelling)
    if (known !== undefined) return known
    const mapped = signature(mappedName, mappedAddress)
    const raw = signature(name, address)
    const sameActor = raw.actor === mapped.actor
    if (!sameActor && raw.actor !== null && mapped.actor !== null) {
      this.#ledger.same(raw.actor, mapped.actor, 'mailmap', `.mailmap maps ${address} to ${mappedAddress}`)
    }
    // A mailmap line that only corrects the spelling of a name has no second actor to carry it.
    const author = sameActor ? mapped : raw
    if (this.#known.size >= limits.authorsCached) this.#known.clear()
    this.#known.set(spelling, author)
    return author
  }
}

interface Repository {
  /** Commits whose parents were cut away, so that their changes are unknown. */
  readonly cut: ReadonlySet<string>
  readonly mailmap: boolean
}

async function inspect(git: Git, path: string, ledger: Ledger): Promise<Repository> {
  const probe = await git.text(['rev-parse', '--is-shallow-repository', '--git-path', 'shallow'])
  if (!probe.ok) throw new SourceRefused(notReadable(probe.complaint))
  const [shallow, list = ''] = probe.stdout.split('\n')
  const cut = shallow === 'true' ? await readCut(resolve(path, list)) : new Set<string>()
  if (cut.size > 0) {
    ledger.note(
      'The clone is shallow: what lies before its cut is not in it and not counted, nor are the commits at the cut.',
    )
  }
  // Only a copy without file contents lacks its mailmap, and git would die of it on every run.
  const { ok: mailmap } = await git.text(['check-mailmap', 'a <a@a>'])
  if (!mailmap)
    ledger.note('The .mailmap, if there is one, is not in this copy, so that it merges no addresses.')
  return { cut, mailmap }
}

async function readCut(path: string): Promise<Set<string>> {
  const { size } = await stat(path)
  if (size > limits.recordBytes) {
    const reason = 'The list of cut commits of this shallow clone is longer than a record may be'
    throw new SourceRefused({ code: 'evidence.record_too_long', reason, facts: { bytes: size } })
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
    return { code: 'evidence.not_a_repository', reason, facts: {} }
  }
  return { code: 'evidence.git_failed', reason: `git cannot open the repository: ${complaint}`, facts: {} }
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
  throw new SourceRefused({ code: 'evidence.unknown_revision', reason, facts: { revision: asked } })
}

/** The length of the history, known a moment later than the walk begins: counting reads no trees. */
function countCommits(git: Git, start: string): { known: number | null; stop(): void } {
  const counting = git.stream(['rev-list', '--count', start, '--'])
  const total = { known: null as number | null, stop: counting.stop }
  const count = async () => {
    let text = ''
    for await (const chunk of counting.output) text += String(chunk)
    const { ok } = await counting.ended
    if (ok && /^\d+\n$/.test(text)) total.known = Number(text)
  }
  // A progress line without a total is no reason to fail.
  count().catch(() => {})
  return total
}

function noteGaps(gaps: Gaps, done: number, ledger: Ledger): void {
  if (gaps.withoutLines > 0) {
    ledger.note(
      `${gaps.withoutLines} of ${done} commits have unknown line counts: this copy lacks contents of their files.`,
    )
  }
  if (gaps.withoutFiles > 0) {
    ledger.note(`${gaps.withoutFiles} of ${done} commits have unknown files: this copy lacks their folders.`)
  }
  if (gaps.brokenOff === null) return
  if (done === 0) {
    const reason = `git cannot read the history: ${gaps.brokenOff}`
    throw new SourceRefused({ code: 'evidence.git_failed', reason, facts: {} })
  }
  ledger.note(`The history breaks off after ${done} commits, older ones are not counted: ${gaps.brokenOff}`)
}
