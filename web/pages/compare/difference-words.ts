// Differences in words: of one unit, and the sentence over all of them.
import { text } from '../../messages/text.ts'
import { position } from '../../words/format.ts'
import type { Compared, Difference } from './differences.ts'

export interface SideNames {
  readonly left: string
  readonly right: string
  /** One organization on two days: then things rise and fall. */
  readonly isSameOrganization: boolean
}

function measuredWords({ left, right, change, isSame }: Difference, names: SideNames): string {
  const words = text.compare.difference
  if (change === null) {
    const [noLeft, noRight] = [left.measured.score === null, right.measured.score === null]
    if (noLeft && noRight) return words.unknownBoth
    return noLeft ? words.unknownLeft : words.unknownRight
  }
  if (change === 0) return isSame ? words.same : words.sameLow
  const by = position(Math.abs(change))
  if (names.isSameOrganization) return change > 0 ? words.rose(by) : words.fell(by)
  return words.higher(change > 0 ? names.right : names.left, by)
}

/** How far up each side may be, where only that differs. */
function ceilings({ left, right, change, isSame }: Difference): readonly string[] {
  const [from, to] = [left.measured.high, right.measured.high]
  if (change !== 0 || isSame || from === null || to === null) return []
  return [text.compare.difference.notRuledOut(position(from), position(to))]
}

/** The measured difference, and the declared one where there is one. */
export function differenceWords(difference: Difference, names: SideNames): readonly string[] {
  const words = text.compare.difference
  const declared = (value: number | null) => (value === null ? words.nothing : position(value))
  const [from, to] = [declared(difference.left.declared), declared(difference.right.declared)]
  return [
    measuredWords(difference, names),
    ...ceilings(difference),
    ...(from === to ? [] : [words.declared(from, to)]),
  ]
}

const namedAtMost = 2

export function comparedHeadline({ both, onlyLeft, onlyRight }: Compared, names: SideNames): string {
  const words = text.compare.headline
  if (both.length + onlyLeft.length + onlyRight.length === 0) return words.none
  const known = both.filter(({ change }) => change !== null)
  if (known.length === 0) return words.nothing
  const moved = known.filter(({ change }) => change !== 0)
  const [first] = moved
  if (!first) return known.every(({ isSame }) => isSame) ? words.same : words.sameLow
  if (!names.isSameOrganization) {
    const score = (of: Difference['left']) => position(of.measured.score ?? 0)
    return words.apart(names.left, names.right, first.name, score(first.left), score(first.right))
  }
  const moves = moved.slice(0, namedAtMost).map(({ name, change }) => {
    const by = position(Math.abs(change ?? 0))
    return (change ?? 0) > 0 ? words.rose(name, by) : words.fell(name, by)
  })
  return words.since(names.left, names.right, moves.join(words.and))
}
