// By what a repository is known to be unchanged since it was read: its tip, its cut, and its mailmap.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { limits } from '@equalizer/core'
import { SourceRefused } from '../reader.ts'
import { readBytes } from '../reading/bytes.ts'
import { createLedger } from '../reading/ledger.ts'
import { gitIn } from './git-command.ts'
import { inspectRepository } from './repository.ts'

export interface RepositoryState {
  /** The commit to start from; null: the repository has none yet. */
  readonly tip: string | null
  /** SHA-256 over all that decides what reading it gives. */
  readonly sha256: string
}

/** Throws `SourceRefused` as reading the repository would. `revision` is HEAD when left out. */
export async function repositoryState(
  path: string,
  revision?: string,
  signal?: AbortSignal,
): Promise<RepositoryState> {
  const git = await gitIn(path, signal)
  const { start, cut } = await inspectRepository(git, path, revision, createLedger())
  // A work tree's own .mailmap counts as it lies there; a bare repository's is the one of its HEAD.
  const kept = await git.text(['rev-parse', '--verify', '--quiet', '--end-of-options', 'HEAD:.mailmap'])
  const hash = createHash('sha256')
  hash.update(JSON.stringify([start, [...cut].sort(), kept.ok ? kept.stdout : null]))
  hash.update(await mailmapOf(path))
  return { tip: start, sha256: hash.digest('hex') }
}

async function mailmapOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  let bytes = 0
  try {
    const source = { id: 'mailmap', kind: 'git', path: '.mailmap' } as const
    for await (const chunk of readBytes({ source, path: join(path, '.mailmap'), ledger: createLedger() })) {
      hash.update(chunk)
      bytes += chunk.length
      if (bytes > limits.fileBytes) break
    }
  } catch (error) {
    if (!(error instanceof SourceRefused)) throw error
    return ''
  }
  return hash.digest('hex')
}
