// How an act will be decided: checked, put into its class, and its rule found; or why it cannot be sent.
import { type Act, type AskedAct, organizationUnit, type Payload } from '../act/act.ts'
import type { ActType, Executing, Execution } from '../capability.ts'
import { no } from '../decision/no.ts'
import type { Plan } from '../decision/open.ts'
import { weightIn } from '../group/membership.ts'
import { groupOf } from '../group/sides.ts'
import { limits } from '../limits.ts'
import { executionProblem } from '../log/json.ts'
import { isMove, moveTypes, planMove } from '../move/plan-move.ts'
import { accepted, type Refusal, type Result } from '../refusal.ts'
import { classOf, type Rules, rulesIn } from '../rule/rules.ts'
import type { Verify } from '../signing/ed25519.ts'
import { stageOf } from '../stage/stage-of.ts'
import type { Plugged } from './act-types.ts'
import type { Books, Now } from './books.ts'

export interface Asking {
  readonly plugged: Plugged
  readonly books: Books
  readonly now: Now
  readonly verify: Verify
}

export interface Planned {
  readonly plan: Plan
  /** What carrying it out right now would do. */
  readonly execution: Execution
}

export function planOf(asking: Asking, asked: AskedAct, by: string): Result<Planned> {
  const rules = rulesIn(asking.books.stream('rules'))
  if (!rules) return refuse(no('rule.not_founded', 'The organization has no rules yet', {}))
  const type = actTypeOf(asking.plugged, asked.type)
  if (!type) return refuse(no('act.unknown', 'There is no such act', { act: asked.type }))
  const read = readAct(type, asked, by)
  if (!read.ok) return read
  const plan = isMove(asked.type) ? planMove(rules, read.value) : planByClass(rules, type, read.value)
  if (!plan.ok) return plan
  if (!plan.ok) return plan
  const problem = mayPropose(asking, plan.value)
  if (problem) return refuse(problem)
  const execution = tried(asking, type, plan.value)
  return execution.ok ? accepted({ plan: plan.value, execution: execution.value }) : execution
}

export function actTypeOf(plugged: Plugged, name: string): ActType | undefined {
  return moveTypes.get(name) ?? plugged.acts.get(name)?.type
}

/** The act with its payloads as its schema reads them. */
function readAct(type: ActType, asked: AskedAct, by: string): Result<Act> {
  const facts = { act: asked.type, unit: asked.unit }
  const ofOrganization = asked.unit === organizationUnit
  if (type.where === (ofOrganization ? 'unit' : 'organization')) {
    return refuse(
      no('act.wrong_unit', 'This act cannot be sent in this unit', { ...facts, where: type.where }),
    )
  }
  const payload = readPayload(type, asked.payload)
  if (!payload.ok) return payload
  const { alternatives = [], ...rest } = asked
  if (alternatives.length > 0 && (type.options || isMove(type.type))) {
    return refuse(no('act.no_alternatives', 'This act cannot be sent with alternatives', facts))
  }
  const others: Payload[] = []
  for (const alternative of alternatives) {
    const other = readPayload(type, alternative)
    if (!other.ok) return other
    others.push(other.value)
  }
  return accepted({
    ...rest,
    payload: payload.value,
    by,
    ...(others.length > 0 ? { alternatives: others } : {}),
  })
}

function readPayload(type: ActType, payload: Payload): Result<Payload> {
  const read = type.payload.safeParse(payload)
  if (read.success) return accepted(read.data)
  const [issue] = read.error.issues
  const facts = { act: type.type, field: (issue?.path ?? []).join('.'), problem: issue?.message ?? '' }
  return refuse(no('act.bad_payload', 'The act does not say what it needs to', facts))
}

function planByClass(rules: Rules, type: ActType, act: Act): Result<Plan> {
  const found = classOf(rules, act)
  const { rule } = found
  const facts = { act: act.type, unit: act.unit, class: found.id }
  const votes = rule.decide.process.kind === 'vote'
  if (!votes && (type.options || act.alternatives)) {
    return refuse(
      no('act.needs_vote', 'Only a vote can choose between several, and this class has none', facts),
    )
  }
  // Else a payload that the class would never take could ride along.
  const stray = act.alternatives?.some(payload => classOf(rules, { ...act, payload }).id !== found.id)
  if (stray) return refuse(no('act.alternative_of_other_class', 'All alternatives are of one class', facts))
  const options = optionsOf(type, act)
  if (options.length === 0 || options.length > limits.options || new Set(options).size < options.length) {
    return refuse(no('act.bad_options', 'A vote needs different options, and not too many', facts))
  }
  const against = type.options ? null : options.length - 1
  const { stage } = stageOf(rule, rules.groups)
  const { groups } = rules
  return accepted({
    act,
    class: found.id,
    stage,
    isMove: false,
    direction: null,
    rule,
    groups,
    options,
    against,
  })
}

function optionsOf(type: ActType, act: Act): readonly string[] {
  if (type.options) return type.options(act.payload)
  if (!act.alternatives) return ['for', 'against']
  return [...[act.payload, ...act.alternatives].map((_, i) => String(i)), 'none']
}

function mayPropose({ books, now }: Asking, { act, rule, groups, class: id }: Plan): Refusal | null {
  const group = groupOf(groups, rule.propose)
  if (group && weightIn(books, group, act.by, now) > 0n) return null
  const facts = { act: act.type, unit: act.unit, class: id, group: rule.propose }
  return no('act.not_yours', 'Only who is in the group that proposes can send this', facts)
}

/** What could not be carried out as things stand is refused before anybody is asked about it. */
function tried({ plugged, books, now }: Asking, type: ActType, { act }: Plan): Result<Execution> {
  const executing = { books, now, decision: null, ranking: null }
  const first = carriedOut(plugged, type, { ...executing, act })
  if (!first.ok) return first
  for (const payload of act.alternatives ?? []) {
    const other = carriedOut(plugged, type, { ...executing, act: { ...act, payload } })
    if (!other.ok) return other
  }
  return first
}

/** Executes, and sees to it that what comes of it is the capability's own and fits into an entry. */
export function carriedOut(plugged: Plugged, type: ActType, executing: Executing): Result<Execution> {
  const result = type.execute(executing)
  if (!result.ok) return result
  const owner = plugged.acts.get(type.type)?.capability
  if (owner) plugged.assertOwn(owner, result.value.events)
  const problem = executionProblem(result.value.events)
  return problem ? refuse(problem) : result
}

const refuse = (refusal: Refusal): Result<never> => ({ ok: false, refusal })
