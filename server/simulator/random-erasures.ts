// People who erase themselves or are erased, made up from a seed: seldom, since nobody comes back from it.
import { organizationUnit } from '@equalizer/core'
import type { Random } from '@equalizer/testkit'
import { chance, people } from './random-rules.ts'
import type { Step } from './random-steps.ts'

export function erasureSteps(random: Random): Step[] {
  if (!chance(random, 0.005)) return []
  const [by, person] = [random.pick(people), random.pick(people)]
  if (chance(random, 0.5)) return [{ command: { kind: 'erase' }, by, afterMs: 0 }]
  const act = { type: 'charter.erase_person', unit: organizationUnit, payload: { person } }
  return [{ command: { kind: 'act', act }, by, afterMs: 0 }]
}
