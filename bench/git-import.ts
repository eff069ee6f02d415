// Git import against `git log --numstat` alone on the same repository of 100,000 commits.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Bench, type BenchResult, compare } from './bench.ts'
import { git, writeHistory } from './git-history.ts'

export interface ImportFigures {
  readonly commits: number
  readonly observations: number
  readonly refused: number
  /** Of the importing process as a whole; git is another process. */
  readonly peakBytes: number
}

const shape = { commits: 100_000, authors: 500, files: 2_000, linesPerFile: 20 }
const rounds = 5
const importer = fileURLToPath(new URL('./git-import-child.ts', import.meta.url))

export const gitImportBench: Bench = {
  name: 'git-import',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'equalizer-bench-'))
    try {
      const path = join(folder, 'repository.git')
      await writeHistory(path, shape)
      return await measure(path)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function measure(path: string): Promise<BenchResult> {
  const child = fork(importer, [path])
  const peaks: number[] = []
  try {
    const line = await compare({
      name: `import of ${shape.commits.toLocaleString('en')} commits`,
      baseline: 'git log --numstat',
      rounds,
      limit: 1.3,
      ours: async () => peaks.push((await importIn(child)).peakBytes),
      theirs: () => git(['-C', path, 'log', '--numstat']).then(() => true),
    })
    const perSecond = Math.round(shape.commits / (line.ms / 1000)).toLocaleString('en')
    return {
      lines: [{ ...line, peakBytes: Math.max(...peaks), peakLimitBytes: 200 * 2 ** 20 }],
      notes: [
        `Medians of ${rounds} rounds in turn; ${perSecond} commits/s. git runs as a process of its own in both.`,
        'Memory is all that the importing process ever held, Node and every round included.',
      ],
    }
  } finally {
    child.kill()
  }
}

async function importIn(child: ChildProcess): Promise<ImportFigures> {
  child.send('import')
  const ended = new AbortController()
  const gone = once(child, 'exit', { signal: ended.signal }).then(([code]) => {
    throw new Error(`The importing process ended with ${code}`)
  })
  const [figures] = (await Promise.race([once(child, 'message'), gone])) as [ImportFigures]
  gone.catch(() => {})
  ended.abort()
  if (figures.commits !== shape.commits || figures.refused > 0) {
    throw new Error(`Only ${figures.commits - figures.refused} of ${shape.commits} commits were imported`)
  }
  return figures
}
