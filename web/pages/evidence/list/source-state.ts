// In which state a source is, out of its newest job and the reading that counts.
import type { SourceState } from '@equalizer/client'

export type State =
  | 'read'
  | 'neverRead'
  | 'waiting'
  | 'reading'
  | 'storing'
  | 'measuring'
  | 'failed'
  | 'cancelled'
  | 'removed'

export function stateOf({ removed, job, current }: SourceState): State {
  if (removed !== null) return 'removed'
  if (job?.state === 'waiting') return 'waiting'
  if (job?.state === 'running') {
    return job.phase === 'storing' || job.phase === 'measuring' ? job.phase : 'reading'
  }
  if (job?.state === 'failed' || (current !== null && current.problem !== null)) return 'failed'
  if (job?.state === 'cancelled') return 'cancelled'
  return current === null ? 'neverRead' : 'read'
}

export function isUnderWay(state: State): boolean {
  return state === 'waiting' || state === 'reading' || state === 'storing' || state === 'measuring'
}

/** Why it cannot be read, where that is its state. */
export function problemOf({ job, current }: SourceState): { code: string; reason: string } | null {
  if (job?.state === 'failed') return job.problem
  return current?.problem ?? null
}
