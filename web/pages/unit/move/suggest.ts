// Which classes should move for a slider to come nearest to where a hand put it: forward the least harmful first, back
// the most harmful first, each to the stage that is meant.
import type { Stage } from './classes.ts'

export interface Standing {
  readonly id: string
  readonly stage: Stage
  readonly consequence: number
}

export type Stages = ReadonlyMap<string, Stage>

const step = 25
const highest = 4

/** Only to choose by: what it comes to exactly is the server's to say. */
function positionOf(standings: readonly Standing[], stages: Stages): number {
  let [weighed, weight] = [0, 0]
  for (const { id, consequence } of standings) {
    weighed += consequence * (stages.get(id) ?? 0) * step
    weight += consequence
  }
  return weight === 0 ? 0 : weighed / weight
}

/** `wanted`: 0-100. At least one class moves, unless all stand there already. */
export function suggested(standings: readonly Standing[], wanted: number): Stages {
  const now = new Map(standings.map(({ id, stage }) => [id, stage]))
  const from = positionOf(standings, now)
  if (wanted === Math.round(from)) return now
  const forward = wanted > from
  const goal = (forward ? Math.ceil(wanted / step) : Math.floor(wanted / step)) as Stage
  const order = [...standings].sort((a, b) =>
    forward ? a.consequence - b.consequence : b.consequence - a.consequence,
  )
  let best: Stages | null = null
  const stages = new Map(now)
  for (const { id } of order) {
    for (;;) {
      const at = stages.get(id) ?? 0
      if (forward ? at >= Math.min(goal, highest) : at <= Math.max(goal, 0)) break
      stages.set(id, (forward ? at + 1 : at - 1) as Stage)
      const nearer = best === null || distance(stages) < distance(best)
      if (nearer) best = new Map(stages)
    }
  }
  return best ?? now

  function distance(tried: Stages): number {
    return Math.abs(positionOf(standings, tried) - wanted)
  }
}
