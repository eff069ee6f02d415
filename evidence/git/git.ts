// Reads a git repository, a clone or a bare one: who wrote each commit, who wrote along, who merged, who approved.
import type { Refusal } from '@equalizer/core'
import type { Observation } from '@equalizer/measure'
import { type Ledger, type ReadContext, type Reader, SourceRefused } from '../reader.ts'
import { Authors } from './authors.ts'
import { type Commit, commitObservations } from './commit.ts'
import { type Git, gitIn, type Running } from './git-command.ts'
import { type Gaps, walkHistory } from './history.ts'
import type { LoggedCommit } from './log-tokens.ts'
import { inspectRepository } from './repository.ts'
import { readTrailers } from './trailers.ts'

/** Counting costs half a second per 100,000 commits, which a short import would notice. */
const countAfterMs = 4_000

/**
 * Emits `commit.authored` (with its changed files), `commit.merged` (the author of a merge commit), `commit.coauthored`
 * and `commit.approved`. The committer is nobody: with hosted merges and rebases it names a service. Throws
 * `SourceRefused` when git is missing, the folder is no repository of ours to read, or the revision is not in it.
 */
export const gitReader: Reader = { kind: 'git', read: readRepository }

async function* readRepository(context: ReadContext): AsyncGenerator<readonly Observation[]> {
  const { ledger, path, source, signal } = context
  const git = await gitIn(path, signal)
  const { start, cut, mailmap } = await inspectRepository(git, path, source.revision, ledger)
  if (start === null) {
    ledger.note('note.no_commit', 'The repository has no commit yet.')
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
          ledger.refuse({ file: source.path, line: null, column: read.column }, read.refusal)
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
    return {
      column: 'header',
      refusal: { code: 'evidence.record_too_long', reason, facts: { what: 'commit', hash } },
    }
  }
  const atMs = Number(logged.committedSeconds) * 1000
  // An instant further away is no date (ECMA-262, time values); absurd but possible ones are kept for the survey to cut.
  if (!/^-?\d+$/.test(logged.committedSeconds) || Math.abs(atMs) > 8.64e15) {
    const reason = `The date of commit ${hash} cannot be read`
    return {
      column: 'commit date',
      refusal: { code: 'evidence.bad_time', reason, facts: { what: 'commit', hash } },
    }
  }
  const parents = logged.parents === '' ? 0 : logged.parents.split(' ').length
  const author = authors.of(logged.author)
  return { commit: { hash, parents, atMs, author, ...readTrailers(logged.trailers), files: logged.files } }
}

/** The length of the history for the progress line; counted only once the walk turns out to be a long one. */
function countCommits(git: Git, start: string): { known: number | null; stop(): void } {
  let counting: Running | null = null
  const total = {
    known: null as number | null,
    stop() {
      clearTimeout(timer)
      counting?.stop()
    },
  }
  const count = async () => {
    counting = git.stream(['rev-list', '--count', start, '--'])
    let text = ''
    for await (const chunk of counting.output) text += String(chunk)
    const { ok } = await counting.ended
    if (ok && /^\d+\n$/.test(text)) total.known = Number(text)
  }
  // A progress line without a total is no reason to fail.
  const timer = setTimeout(() => count().catch(() => {}), countAfterMs)
  return total
}

function noteGaps(gaps: Gaps, done: number, ledger: Ledger): void {
  if (gaps.withoutLines > 0) {
    ledger.note(
      'note.lines_unknown',
      `${gaps.withoutLines} of ${done} commits have unknown line counts: this copy lacks contents of their files.`,
      { count: gaps.withoutLines, of: done },
    )
  }
  if (gaps.withoutFiles > 0) {
    ledger.note(
      'note.files_unknown',
      `${gaps.withoutFiles} of ${done} commits have unknown files: this copy lacks their folders.`,
      { count: gaps.withoutFiles, of: done },
    )
  }
  if (gaps.brokenOff === null) return
  if (done === 0) {
    const reason = `git cannot read the history: ${gaps.brokenOff}`
    const facts = { what: 'read', complaint: gaps.brokenOff }
    throw new SourceRefused({ code: 'evidence.git_failed', reason, facts })
  }
  ledger.note(
    'note.history_breaks_off',
    `The history breaks off after ${done} commits, older ones are not counted: ${gaps.brokenOff}`,
    { count: done, complaint: gaps.brokenOff },
  )
}
