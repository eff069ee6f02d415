// A ballot of Snapshot's as a ballot of ours: options from 0, and only what our methods accept.
import { accepted, type Result } from '../../refusal.ts'
import type { Choice, Method } from '../method.ts'
import { validChoice } from '../valid.ts'
import type { SnapshotType } from './vote.ts'

const methodOf: Readonly<Record<SnapshotType, Method>> = {
  'single-choice': 'single-choice',
  basic: 'single-choice',
  approval: 'approval',
  weighted: 'weighted',
  quadratic: 'quadratic',
  'ranked-choice': 'instant-runoff',
  copeland: 'copeland',
}

/** Options count from 1 there and from 0 here; what is not a number stays what it is, and is refused. */
function shifted(choice: unknown): unknown {
  if (typeof choice === 'number') return choice - 1
  if (Array.isArray(choice)) return choice.map(shifted)
  if (typeof choice !== 'object' || choice === null) return choice
  return Object.fromEntries(Object.entries(choice).map(([option, points]) => [Number(option) - 1, points]))
}

/**
 * The method that stands for Snapshot's type, and the choice as it counts here; refusals `ballot.*` of `validChoice`. Points
 * that are no whole numbers, or more than a ballot has here, cannot be taken over exactly and are refused.
 */
export function choiceFromSnapshot(
  type: SnapshotType,
  options: number,
  choice: unknown,
): Result<{ readonly method: Method; readonly choice: Choice }> {
  const method = methodOf[type]
  const valid = validChoice(method, options, choice === null ? undefined : shifted(choice))
  return valid.ok ? accepted({ method, choice: valid.value }) : valid
}
