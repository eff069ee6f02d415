// Two boards held against each other: units matched by id, the widest difference first.
import type { DeskUnit } from '../../desk/desk-unit.ts'

export interface Difference {
  readonly id: string
  readonly name: string
  readonly left: DeskUnit
  readonly right: DeskUnit
  /** Right less left, from the rounded figures that are shown; null: one of the two is unknown. */
  readonly change: number | null
  /** Both ends of the interval are equal, as they are shown. */
  readonly isSame: boolean
}

export interface Compared {
  readonly both: readonly Difference[]
  readonly onlyLeft: readonly DeskUnit[]
  readonly onlyRight: readonly DeskUnit[]
}

function changeOf(left: DeskUnit, right: DeskUnit): number | null {
  const [from, to] = [left.measured.score, right.measured.score]
  return from === null || to === null ? null : Math.round(to) - Math.round(from)
}

const shown = (at: number | null): number | null => (at === null ? null : Math.round(at))

const isSame = ({ measured: left }: DeskUnit, { measured: right }: DeskUnit): boolean =>
  shown(left.score) === shown(right.score) && shown(left.high) === shown(right.high)

/** What is unknown says nothing about a difference and stands behind every known one. */
const size = ({ change }: Difference): number => (change === null ? -1 : Math.abs(change))

/** Units are called as the right side calls them. */
export function compared(left: readonly DeskUnit[], right: readonly DeskUnit[]): Compared {
  const rights = new Map(right.map(unit => [unit.id, unit]))
  const lefts = new Set(left.map(unit => unit.id))
  const both = left.flatMap(unit => {
    const other = rights.get(unit.id)
    if (!other) return []
    return [
      {
        id: unit.id,
        name: other.name,
        left: unit,
        right: other,
        change: changeOf(unit, other),
        isSame: isSame(unit, other),
      },
    ]
  })
  return {
    both: both.toSorted((a, b) => size(b) - size(a)),
    onlyLeft: left.filter(unit => !rights.has(unit.id)),
    onlyRight: right.filter(unit => !lefts.has(unit.id)),
  }
}
