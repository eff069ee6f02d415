// What a move would come to, before it is sent: where the slider would stand, who would decide it, which gates hold.
import type { Answer } from '@equalizer/client'
import {
  accepted,
  type Books,
  type Command,
  classesInForce,
  type DecisionClass,
  type Foreseen,
  type Kernel,
  type Now,
  type Refusal,
  type Result,
  type Rules,
  refused,
  rulesIn,
  shownPosition,
  stageOf,
  unitRules,
} from '@equalizer/core'
import type { Desk } from '../desk.ts'
import { readFounded } from './founded-books.ts'
import { namingOf } from './naming.ts'

type Preview = Answer<'POST /api/organizations/{organization}/rules/preview'>

export interface Previewed {
  readonly organization: string
  readonly unit: string
  readonly classes: readonly DecisionClass[]
  readonly override?: string | undefined
  /** null: nobody who could send anything here. */
  readonly by: string | null
}

/** Whoever has no part here asks as nobody's id, which no log holds. */
const nobody = 'p-nobody'

/** Codes: `group.unknown`; that the move itself would be refused is part of the answer. */
export async function previewMove(desk: Desk, asked: Previewed): Promise<Result<Preview>> {
  const { organization, unit, classes } = asked
  const { kernel } = desk.door
  const read = await readFounded(desk, organization, (books, now) => {
    const rules = rulesIn(books.stream('rules'))
    if (!rules) throw new Error(`${organization} has no rules, not even those of its founding`)
    const unknown = unknownGroup(classes, rules)
    if (unknown !== null) return unknown
    return { rules, gates: gatesOnTheWay(rules, asked, books), ...foreseenMove(kernel, asked, books, now) }
  })
  if (typeof read === 'string')
    return refused('group.unknown', 'A rule names a group that is not there', { group: read })
  const { rules, gates, foreseen, refusal } = read
  const before = unitRules(rules, unit)
  const naming = await namingOf(desk.store.db, organization, [], null)
  const groupName = (id: string) => rules.groups[id]?.name ?? naming.group(id)
  return accepted({
    unit,
    version: before.version,
    was: before.classes.length > 0 ? shownPosition(before.classes, rules.groups) : null,
    position: shownPosition(classes, rules.groups),
    stages: classes.map(one => {
      const { stage, because } = stageOf(one.rule, rules.groups)
      return { class: one.id, stage, because: [...because] }
    }),
    foreseen: foreseen && {
      ...foreseen,
      className: naming.class(unit, foreseen.class),
      steps: foreseen.steps.map(step => ({
        ...step,
        groupName: step.group === null ? null : groupName(step.group),
      })),
    },
    gates,
    refusal: refusal && { code: refusal.code, reason: refusal.reason, facts: refusal.facts as never },
  })
}

/** With a gate that does not hold, what an override would open is said all the same. */
function foreseenMove(kernel: Kernel, asked: Previewed, books: Books, now: Now) {
  const first = foresee(kernel, asked, asked.override, books, now)
  if (first.ok) return { foreseen: first.value, refusal: null }
  const { refusal } = first
  if (refusal.code !== 'rule.gate_not_met') return { foreseen: null, refusal }
  const overridden = foresee(kernel, asked, 'asked beforehand', books, now)
  return { foreseen: overridden.ok ? overridden.value : null, refusal: refusal as Refusal }
}

function foresee(
  kernel: Kernel,
  { unit, classes, by }: Previewed,
  override: string | undefined,
  books: Books,
  now: Now,
): Result<Foreseen> {
  const payload = { unit, classes, ...(override === undefined ? {} : { override }) } as never
  const command: Command = { kind: 'act', act: { type: 'rule.move', unit, payload } }
  return kernel.foresee(command, by ?? nobody, books, now)
}

/** Gates of the stages that a class newly reaches; a class without a forerunner counts from the lowest there was. */
function gatesOnTheWay(rules: Rules, { unit, classes }: Previewed, books: Books): Preview['gates'] {
  const stageIn = ({ rule }: DecisionClass) => stageOf(rule, rules.groups).stage
  const before = classesInForce(rules, unit)
  const lowest = Math.min(...before.map(stageIn))
  const ways = classes.map(one => {
    const was = before.find(({ id }) => id === one.id)
    return { from: was ? stageIn(was) : lowest, to: stageIn(one) }
  })
  const asked = unitRules(rules, unit).gates.filter(({ stage }) =>
    ways.some(({ from, to }) => stage > from && stage <= to),
  )
  if (asked.length === 0) return []
  const measured = books.measure(unit)
  const [score, proven] = [measured?.score ?? null, measured?.proven ?? false]
  return asked.map(gate => ({
    ...gate,
    measured: score,
    proven,
    met: proven && score !== null && score >= gate.atLeast,
  }))
}

/** A position needs groups that are there. */
function unknownGroup(classes: readonly DecisionClass[], rules: Rules): string | null {
  for (const { rule } of classes) {
    const named = [
      rule.center,
      rule.edge,
      rule.propose,
      rule.decide.group,
      rule.advise?.group,
      rule.veto?.group,
      rule.pause?.group,
      rule.pause?.ratifiedBy,
      rule.change?.group,
    ]
    const unknown = named.find(id => id !== undefined && !Object.hasOwn(rules.groups, id))
    if (unknown !== undefined) return unknown
  }
  return null
}
