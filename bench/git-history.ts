// Makes a large repository that is the same every time, by `git fast-import` from a generator.
import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface HistoryShape {
  readonly commits: number
  readonly authors: number
  readonly files: number
  readonly linesPerFile: number
}

/** Fills the empty bare repository at `path`. Throws when git does not take it. */
export async function writeHistory(path: string, shape: HistoryShape): Promise<void> {
  await git(['init', '--quiet', '--bare', '--initial-branch=main', path])
  const child = spawn('git', ['-C', path, 'fast-import', '--quiet'], { stdio: ['pipe', 'ignore', 'inherit'] })
  const closed = once(child, 'close')
  for (const part of history(shape)) {
    if (!child.stdin.write(part)) await once(child.stdin, 'drain')
  }
  child.stdin.end()
  const [code] = await closed
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`)
}

/** Runs git and throws away what it prints; throws when it fails. */
export async function git(args: readonly string[]): Promise<void> {
  const child = spawn('git', args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`git ${args[0]} ended with ${code}`)
}

/** Each commit rewrites one small file; every tenth has a co-author, every seventh an approval. */
function* history({ commits, authors, files, linesPerFile }: HistoryShape): Generator<string> {
  const next = generator()
  const person = (n: number) => `Developer ${n % authors} <dev${n % authors}@example.org>`
  for (let n = 0; n < commits; n += 1) {
    const author = next(authors)
    const file = next(files)
    const lines = Array.from({ length: linesPerFile }, (_, line) => `line ${line} says ${next(50)}\n`).join(
      '',
    )
    const trailers = [
      ...(n % 10 === 0 ? [`Co-authored-by: ${person(author + 1)}\n`] : []),
      ...(n % 7 === 0 ? [`Reviewed-by: ${person(author + 2)}\n`] : []),
    ]
    const message = [`Change ${n}\n`, ...(trailers.length > 0 ? ['\n', ...trailers] : [])].join('')
    const at = `${1_500_000_000 + n * 600} +0000`
    yield [
      'commit refs/heads/main',
      `author ${person(author)} ${at}`,
      `committer GitHub <noreply@github.com> ${at}`,
      `data ${message.length}`,
      message,
      `M 100644 inline d${file % 40}/f${file}.txt`,
      `data ${lines.length}`,
      lines,
      '',
    ].join('\n')
  }
}

/** A fixed linear congruential generator: a whole number below `bound`. */
function generator(): (bound: number) => number {
  let state = 7
  return bound => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}
