// For tests: reads a scratch repository with the real reader and real ledger.

import type { Refusal } from '@equalizer/core'
import type { Observation } from '@equalizer/measure'
import { SourceRefused } from '../reader.ts'
import { createLedger } from '../reading/ledger.ts'
import { gitReader } from './git.ts'

export async function readRepository(path: string, revision?: string, signal?: AbortSignal) {
  const ledger = createLedger()
  const observations: Observation[] = []
  const source = { id: 'repository', kind: 'git' as const, path: '.', ...(revision && { revision }) }
  for await (const batch of gitReader.read({ source, path, ledger, ...(signal && { signal }) })) {
    observations.push(...batch)
  }
  return { observations, account: ledger.account(), claims: ledger.claims() }
}

/** `commit.authored email:ada@example.org`, one per observation. */
export function brief(observations: readonly Observation[]): string[] {
  return observations.map(one => `${one.kind} ${one.actor}`)
}

/** Why the whole repository was refused; null: it was read. */
export async function repositoryRefusal(path: string, revision?: string): Promise<Refusal | null> {
  try {
    await readRepository(path, revision)
    return null
  } catch (error) {
    if (error instanceof SourceRefused) return error.refusal
    throw error
  }
}
