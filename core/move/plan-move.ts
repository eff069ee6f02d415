// A move as an act: which classes it touches, who therefore decides it, whether its gates hold, and what it does.
import { type Act, organizationUnit } from '../act/act.ts'
import type { ActType, Executing } from '../capability.ts'
import { no } from '../decision/no.ts'
import type { Plan } from '../decision/open.ts'
import { lineOf, partsOf } from '../group/naming.ts'
import { canonical } from '../log/canonical.ts'
import { accepted, type Refusal, type Result } from '../refusal.ts'
import type { DecisionClass } from '../rule/decision-class.ts'
import { classesInForce, governedUnits, groupVersion, type Rules, rulesIn, unitRules } from '../rule/rules.ts'
import { edgeProblem } from './edge-there.ts'
import { type Flow, flowsBetween } from './flows.ts'
import { checkGates } from './gates.ts'
import { type Change, changeOf, type MoveName, movePayloads } from './move-acts.ts'
import { ruleOfMove, strictestFirst } from './rule-of-move.ts'
import { type Direction, differs, type Touch, touchOf } from './touch.ts'

export function isMove(type: string): type is MoveName {
  return Object.hasOwn(movePayloads, type)
}

/** How a move will be decided. The act comes back with the version of the rules that it is made against. */
export function planMove(rules: Rules, act: Act): Result<Plan> {
  const name = act.type as MoveName
  const change = changeOf(rules, name, act.payload)
  if (!change.ok) return change
  const { unit } = change.value
  if (act.unit !== (unit ?? organizationUnit)) {
    const facts = { act: act.type, unit: act.unit, needs: unit ?? organizationUnit }
    return refuse(no('act.wrong_unit', 'A move is sent in the unit that it changes', facts))
  }
  const touches = governing(name, touchesOf(rules, name, change.value))
  const rule = ruleOfMove(touches, rules.groups)
  if (!rule.ok) return rule
  const [first] = strictestFirst(touches) as [Touch]
  return accepted({
    act: { ...act, payload: { ...act.payload, ...versionNow(rules, name, change.value) } },
    class: first.from.id,
    stage: first.fromStage,
    isMove: true,
    direction: overall(touches),
    rule: rule.value,
    groups: rules.groups,
    options: ['for', 'against'],
    against: 1,
  })
}

/** What the move is made against. */
function versionNow(rules: Rules, name: MoveName, { unit, event }: Change): { readonly version?: number } {
  if (name === 'rule.move' && unit !== null) return { version: unitRules(rules, unit).version }
  if (name === 'rule.set_group')
    return { version: groupVersion(rules, (event.data.group as { id: string }).id) }
  return {}
}

/** In one direction, or in several at once. */
function overall(touches: readonly Touch[]): Direction {
  const [first, ...others] = new Set(touches.map(({ direction }) => direction))
  return first === undefined || others.length > 0 ? 'mixed' : first
}

/** Whether a move would still be decided as it was: by the same rule, for the same groups. */
export function stillDecidedBy(rules: Rules, act: Act, rule: Plan['rule']): Refusal | null {
  const plan = planMove(rules, act)
  if (!plan.ok) return plan.refusal
  if (canonical(plan.value.rule) === canonical(rule)) return null
  return no('rule.superseded', 'The rules have changed since, so that others would decide this', {})
}

function touchesOf(rules: Rules, name: MoveName, change: Change): Touch[] {
  const { after, unit } = change
  if (name === 'rule.move' && unit !== null) return moved(rules, after, unit)
  if (name === 'rule.set_gates' && unit !== null) return sidewaysAll(rules, unit, classesInForce(rules, unit))
  const group = name === 'rule.set_group' ? (change.event.data.group as { id: string }).id : null
  const named = group === null ? [] : naming(rules, after, group)
  return named.length > 0
    ? named
    : sidewaysAll(rules, organizationUnit, classesInForce(rules, organizationUnit).slice(-1))
}

/** Where acts go; where no act goes elsewhere and no rule changes, only words and order do. */
function moved(rules: Rules, after: Rules, unit: string): Touch[] {
  const before = classesInForce(rules, unit)
  const flows = flowsBetween(before, unitRules(after, unit).classes)
  const touched = flows.filter(differs)
  const touch = (flow: Flow) => touchOf({ unit, groups: rules.groups }, flow, after.groups)
  const touches = (touched.length > 0 ? touched : flows).map(touch)
  if (!touches.some(isWeighedAnew)) return touches
  const rest = flows.filter(flow => !touched.includes(flow)).map(touch)
  return [...touches, ...strictestFirst(rest).slice(0, 1)]
}

/** It moves the slider though nobody gains anything: the highest class of the unit has a say in what it is weighed against. */
const isWeighedAnew = ({ from, to, direction }: Touch): boolean =>
  direction === 'sideways' && from.consequence !== to.consequence

function sidewaysAll(rules: Rules, unit: string, classes: readonly DecisionClass[]): Touch[] {
  const { groups } = rules
  return classes.map(one => touchOf({ unit, groups }, { from: one, to: one }, groups))
}

/** Classes in which the group can do something, and those whose stage it changes. */
function naming(rules: Rules, after: Rules, id: string): Touch[] {
  return governedUnits(rules).flatMap(unit =>
    unitRules(rules, unit).classes.flatMap(one => {
      const behind = partsOf(one.rule).filter(part => lineOf(rules.groups, part.id).some(of => of.id === id))
      if (behind.length === 0) return []
      const touch = touchOf({ unit, groups: rules.groups }, { from: one, to: one }, after.groups)
      const acts = behind.some(({ part }) => part !== 'center' && part !== 'edge')
      return acts || touch.direction !== 'sideways' ? [touch] : []
    }),
  )
}

/** A group that many rules name and that moves none of them is changed as the highest class has it. */
function governing(name: MoveName, touches: readonly Touch[]): readonly Touch[] {
  const stays = ({ direction, fromStage, toStage }: Touch) =>
    direction === 'sideways' || (fromStage === toStage && fromStage >= 2)
  const still = name === 'rule.set_group' && touches.every(stays)
  return still ? strictestFirst(touches).slice(0, 1) : touches
}

/** What carrying out a move does, or why it cannot be: also asked when it is sent. */
function carryOut(name: MoveName, { act, books, now, decision }: Executing) {
  const rules = rulesIn(books.stream('rules'))
  if (!rules) return refuse(no('rule.not_founded', 'The organization has no rules yet', {}))
  const change = changeOf(rules, name, act.payload)
  if (!change.ok) return change
  const touches = touchesOf(rules, name, change.value)
  const groups = { before: rules.groups, after: change.value.after.groups }
  const problem = edgeProblem(books, now, groups, touches)
  if (problem) return refuse(problem)
  const { refusal, record } = checkGates(books, rules, touches)
  const { override, event } = change.value
  if (refusal && override === null) return refuse(refusal)
  const said = {
    ...(record === null ? {} : { measured: record }),
    ...(refusal ? { override: { by: act.by, reason: override } } : {}),
  }
  return accepted({ events: [{ ...event, data: { ...event.data, ...said, by: act.by, decision } }] })
}

const words: Readonly<Record<MoveName, string>> = {
  'rule.move': 'Give a unit new decision classes and rules',
  'rule.set_group': 'Add a group or change who is in it',
  'rule.remove_group': 'Remove a group that no rule names',
  'rule.set_gates': 'Say what must be measured before a unit moves on',
}

/** The acts of the kernel itself, in the form in which capabilities declare theirs. */
export const moveTypes: ReadonlyMap<string, ActType> = new Map(
  (Object.keys(movePayloads) as MoveName[]).map(name => [
    name,
    {
      type: name,
      summary: words[name],
      payload: movePayloads[name] as unknown as ActType['payload'],
      where: name === 'rule.set_group' || name === 'rule.remove_group' ? 'organization' : 'anywhere',
      consequence: 1_000,
      execute: (executing: Executing) => carryOut(name, executing),
    },
  ]),
)

export const ruleActs: readonly ActType[] = [...moveTypes.values()]

const refuse = (refusal: Refusal): Result<never> => ({ ok: false, refusal })
