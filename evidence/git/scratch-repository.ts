// For tests: makes small real repositories with git itself, in a temporary folder, away from the user's settings.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface ScratchCommit {
  readonly author?: string
  readonly email?: string
  readonly date?: string
  readonly message?: string
  readonly files?: Readonly<Record<string, string | Buffer>>
}

/** A folder for one test file, and fresh folders in it; the caller removes it. */
export function scratchFolder(): { readonly root: string; fresh(): string } {
  const root = mkdtempSync(join(tmpdir(), 'equalizer-git-'))
  let made = 0
  return {
    root,
    fresh() {
      made += 1
      const path = join(root, `r${made}`)
      mkdirSync(path)
      return path
    },
  }
}

/** Runs git as the test's author; returns what it prints. */
export function git(
  folder: string,
  args: readonly string[],
  env: Record<string, string> = {},
  input: string | Buffer = '',
): string {
  return execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
    stdio: 'pipe',
    timeout: 20_000,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'Ada Lovelace',
      GIT_AUTHOR_EMAIL: 'ada@example.org',
      GIT_COMMITTER_NAME: 'GitHub',
      GIT_COMMITTER_EMAIL: 'noreply@github.com',
      GIT_AUTHOR_DATE: '2026-01-02T03:04:05Z',
      GIT_COMMITTER_DATE: '2026-01-02T03:04:05Z',
      ...env,
    },
  }).trim()
}

export function newRepository(folder: string): string {
  git(folder, ['init', '--quiet', '--initial-branch=main', '.'])
  return folder
}

/** Commits the given files, or nothing; returns the hash. */
export function commit(repository: string, made: ScratchCommit = {}): string {
  for (const [path, content] of Object.entries(made.files ?? {})) {
    writeFileSync(join(repository, path), content)
    git(repository, ['--literal-pathspecs', 'add', '--', path])
  }
  const env = {
    ...(made.author === undefined ? {} : { GIT_AUTHOR_NAME: made.author }),
    ...(made.email === undefined ? {} : { GIT_AUTHOR_EMAIL: made.email }),
    ...(made.date === undefined ? {} : { GIT_AUTHOR_DATE: made.date, GIT_COMMITTER_DATE: made.date }),
  }
  git(repository, ['commit', '--quiet', '--allow-empty', '-m', made.message ?? 'change'], env)
  return git(repository, ['rev-parse', 'HEAD'])
}

/** Commits that porcelain would not make: odd bytes, odd dates. */
export function fastImport(repository: string, history: string | Buffer): void {
  git(repository, ['fast-import', '--quiet', '--date-format=raw-permissive'], {}, history)
}
