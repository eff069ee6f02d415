// A reading that is done and found nothing new: it stored nothing, and what was read before goes on counting.
import type { Job } from '@equalizer/client'

export function foundNothingNew({ state, problem }: Pick<Job, 'state' | 'problem'>): boolean {
  return state === 'done' && problem?.code === 'source.unchanged'
}
