// Whether the edge that a move gives control to is somebody: it has members, and not only those who have control already.
import { no } from '../decision/no.ts'
import { eligibleIn } from '../group/membership.ts'
import { type Groups, groupOf, madeFrom } from '../group/sides.ts'
import type { Books, Now } from '../kernel/books.ts'
import type { Refusal } from '../refusal.ts'
import type { Group } from '../rule/group.ts'
import type { Touch } from './touch.ts'

/** From Shared on the edge decides. Null: it can. Codes `group.empty`, `group.same_people` (facts: group, class). */
export function edgeProblem(
  books: Books,
  now: Now,
  groups: { readonly before: Groups; readonly after: Groups },
  touches: readonly Touch[],
): Refusal | null {
  for (const touch of touches) {
    const { to, toStage } = touch
    if (toStage < 2) continue
    for (const id of new Set([to.rule.edge, to.rule.decide.group])) {
      const group = groupOf(groups.after, id)
      if (!group || group.kind === 'jury') continue
      const { members } = eligibleIn(books, group, now)
      const facts = { group: id, class: to.id }
      if (members === 0) return no('group.empty', 'Nobody is in the group that would decide', facts)
      // Whoever was elected or drawn stands for those behind them.
      if (madeFrom(group) !== null || othersThan(books, now, inControl(touch, groups), group, members))
        continue
      return no('group.same_people', 'Everybody in the group that would decide has control already', facts)
    }
  }
  return null
}

/** The center as it will be called; and where it decides as yet, as it was called, so that another name gives nothing away. */
function inControl(
  { from, to, fromStage }: Touch,
  groups: { readonly before: Groups; readonly after: Groups },
) {
  const before = fromStage < 2 ? [from.rule.center, from.rule.decide.group] : []
  return [groupOf(groups.after, to.rule.center), ...before.map(id => groupOf(groups.before, id))].filter(
    group => group !== undefined && group.kind !== 'jury',
  ) as Group[]
}

/** The group is listed only where it is not larger than those who have control, since it may be very large. */
function othersThan(
  books: Books,
  now: Now,
  control: readonly Group[],
  group: Group,
  members: number,
): boolean {
  const { seq, atMs } = now
  const known = new Set(control.flatMap(one => books.pool(one, seq, atMs)))
  return members > known.size || books.pool(group, seq, atMs).some(person => !known.has(person))
}
