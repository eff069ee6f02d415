// Walks a history with one `git log`; where objects are missing it steps over the gap and says how much it did not see.
import type { Git, Running } from './git-command.ts'
import { type Detail, type LoggedCommit, LogTokens, logFormat } from './log-tokens.ts'

/** Flags before the repository's and the user's own settings, so that every machine reads the same numbers. */
const steady = [
  'log',
  '-z',
  `--format=${logFormat}`,
  '--encoding=UTF-8',
  '--no-color',
  '--no-decorate',
  '--no-notes',
  '--no-show-signature',
  '--no-ext-diff',
  '--no-textconv',
  '--no-renames',
  '--no-relative',
  '--no-diff-merges',
  '--diff-algorithm=default',
  '--ignore-submodules=none',
  '--submodule=short',
  '-O/dev/null',
]
const flagsOf: Readonly<Record<Detail, readonly string[]>> = {
  lines: ['--numstat'],
  paths: ['--raw', '--abbrev=40'],
  none: ['--no-patch'],
}

export interface Gaps {
  /** Commits whose changed lines, or changed files altogether, are unknown because objects are missing. */
  withoutLines: number
  withoutFiles: number
  /** git's words where the walk could not go on; null: it reached the end. */
  brokenOff: string | null
}

interface Beginning {
  /** The hash of a commit. */
  readonly start: string
  /** Whether the mailmap can be read. */
  readonly mailmap: boolean
}

/**
 * Yields the commits reachable from the commit `from.start`, newest first. git dies at the first object that a partial or damaged copy
 * lacks; the walk then goes on without line counts for a few commits, and tries again with them, for four times as many
 * after each failure (sixteen in a partial clone), so that a copy with no file contents at all costs a dozen processes and
 * not one per commit.
 */
export async function* walkHistory(git: Git, from: Beginning, gaps: Gaps): AsyncGenerator<LoggedCommit[]> {
  let walked = 0
  const walk = async function* (
    detail: Detail,
    count: number | null,
  ): AsyncGenerator<LoggedCommit[], Stretch> {
    const running = git.stream([
      ...(from.mailmap ? [] : ['-c', 'mailmap.blob=']),
      ...steady,
      ...flagsOf[detail],
      `--skip=${walked}`,
      ...(count === null ? [] : [`--max-count=${count}`]),
      from.start,
      '--',
    ])
    const stretch = yield* commitsOf(running, detail)
    walked += stretch.commits
    if (detail === 'paths') gaps.withoutLines += stretch.withFiles
    if (detail === 'none') gaps.withoutFiles += stretch.commits
    return stretch
  }

  for (let careful = 1; ; ) {
    const plain = yield* walk('lines', null)
    if (plain.complaint === null) return
    let left = careful
    // Before it gives up on a partial clone, older git takes seconds to prepare the fetch that it may not make.
    careful *= plain.complaint.includes('promisor') ? 16 : 4
    for (const detail of ['paths', 'none'] as const) {
      if (left === 0) break
      const stretch = yield* walk(detail, left)
      left -= stretch.commits
      if (stretch.complaint === null) break
      if (detail === 'none') {
        gaps.brokenOff = stretch.complaint
        return
      }
    }
  }
}

interface Stretch {
  commits: number
  withFiles: number
  /** null: git ended well. */
  complaint: string | null
}

async function* commitsOf(running: Running, detail: Detail): AsyncGenerator<LoggedCommit[], Stretch> {
  const tokens = new LogTokens(detail)
  const stretch: Stretch = { commits: 0, withFiles: 0, complaint: null }
  const count = (commits: LoggedCommit[]) => {
    stretch.commits += commits.length
    for (const commit of commits) if (commit.files.length > 0) stretch.withFiles += 1
    return commits
  }
  try {
    for await (const chunk of running.output) {
      const commits = tokens.push(chunk)
      if (commits.length > 0) yield count(commits)
    }
    const ended = await running.ended
    if (ended.fault !== null) throw ended.fault
    if (!ended.ok) stretch.complaint = ended.complaint
    const last = tokens.end(ended.ok)
    if (last.length > 0) yield count(last)
    return stretch
  } finally {
    running.stop()
  }
}
