// What somebody does next, made up from a seed: mostly what fits the moment, sometimes anything, at any time.
import type { AskedAct, Command, DecisionState, Group, Rules, Tick } from '@equalizer/core'
import type { Random } from '@equalizer/testkit'
import { randomAct, randomChoice, randomMove } from './random-acts.ts'
import { chance, day, everywhere, hour, people } from './random-rules.ts'

/** What the generator looks at, so that much of what it sends is taken. */
export interface View {
  readonly rules: Rules
  /** Those that are open, oldest first. */
  readonly open: readonly DecisionState[]
  readonly has: (key: string, person: string) => boolean
}

export interface Step {
  readonly command: Command | Tick
  readonly by: string | null
  /** Added to the clock before it is sent; below 0: the machine's clock was put back. */
  readonly afterMs: number
}

export function randomStep(random: Random, view: View, nowMs: number): Step {
  const afterMs = passing(random, view, nowMs)
  const kind = random.pick(kinds)
  if (kind === 'part' && view.open.length > 0)
    return { ...partOrClock(random, view, nowMs + afterMs), afterMs }
  if (kind === 'clock' && view.open.length > 0) {
    return { command: { kind: 'advance', decision: random.pick(view.open).id }, by: null, afterMs }
  }
  if (kind === 'delegate') return { command: delegation(random, view), by: member(random, view), afterMs }
  const act = kind === 'move' ? moving(random, view) : randomAct(random)
  return { command: { kind: 'act', act }, by: proposer(random, view, act.unit), afterMs }
}

function moving(random: Random, { rules, open }: View): AskedAct {
  const units = open.flatMap(({ act }) => (act.type === 'rule.move' ? [act.unit] : []))
  return units.length > 0 && chance(random, 0.6)
    ? randomMove(random, rules, random.pick(units))
    : randomMove(random, rules)
}

/** Whoever comes too late is refused, so mostly those are asked who are in time; and somebody may look at the clock first. */
function partOrClock(random: Random, view: View, nowMs: number): Omit<Step, 'afterMs'> {
  const inTime = view.open.filter(({ dueMs }) => dueMs === null || dueMs > nowMs)
  if (inTime.length > 0 && chance(random, 0.9)) return takingPart(random, { ...view, open: inTime })
  const { id } = random.pick(view.open)
  return chance(random, 0.7)
    ? { command: { kind: 'advance', decision: id }, by: null }
    : takingPart(random, view)
}

const kinds = [
  ...Array.from({ length: 10 }, () => 'part' as const),
  ...Array.from({ length: 5 }, () => 'act' as const),
  ...Array.from({ length: 2 }, () => 'move' as const),
  'delegate',
  'delegate',
  'clock',
  'clock',
] as const

/** Boundaries are where clocks go wrong: often exactly at, just before or just after a deadline. */
function passing(random: Random, { open }: View, nowMs: number): number {
  const dues = open.flatMap(({ dueMs }) => (dueMs === null ? [] : [dueMs]))
  switch (random.pick(times)) {
    case 'none':
      return 0
    case 'little':
      return random.whole(1, 50)
    case 'due':
      return dues.length === 0 ? hour : random.pick(dues) - nowMs + random.whole(-1, 1)
    case 'hour':
      return random.whole(1, hour)
    case 'day':
      return random.whole(1, day)
    case 'long':
      return chance(random, 0.2) ? 40 * day : 3 * day
    default:
      return -random.whole(1, 2 * day)
  }
}

const times = [
  ...Array.from({ length: 8 }, () => 'none' as const),
  'little',
  'due',
  'due',
  'hour',
  'hour',
  'day',
  'long',
  'back',
] as const

function proposer(random: Random, { rules, has }: View, unit: string): string {
  const [one] = rules.units[unit]?.classes ?? []
  const group = one && rules.groups[one.rule.propose]
  return group && chance(random, 0.85) ? somebodyIn(random, group, has) : random.pick(people)
}

function somebodyIn(random: Random, group: Group, has: View['has']): string {
  const members = people.filter(person => isIn(group, person, has))
  return members.length > 0 ? random.pick(members) : random.pick(people)
}

function isIn(group: Group, person: string, has: View['has']): boolean {
  switch (group.kind) {
    case 'listed':
      return group.members.includes(person)
    case 'role':
      return has(`role:${group.role}`, person)
    case 'balance':
      return has(`asset:${group.asset}`, person)
    case 'score':
      return has(`score:${group.score}`, person)
    case 'council':
      return has(`seat:${group.id}`, person)
    default:
      return has('member', person)
  }
}

const reason = 'Because'

function takingPart(random: Random, { open, has }: View): Omit<Step, 'afterMs'> {
  const rare = open.filter(({ phase }) => phase !== 'vote' && phase !== 'advice')
  const state = random.pick(rare.length > 0 && chance(random, 0.6) ? rare : open)
  const { id: decision, rule } = state
  const from = (name: string | undefined): string => {
    const group = name === undefined ? undefined : state.groups[name]
    if (group === undefined || chance(random, 0.1)) return random.pick(people)
    const drawn = state.juries[group.id] ?? []
    return group.kind === 'jury' && drawn.length > 0 ? random.pick(drawn) : somebodyIn(random, group, has)
  }
  const said = (kind: 'decline' | 'object' | 'veto' | 'pause' | 'cancel', group: string | undefined) => ({
    command: { kind, decision, reason },
    by: from(group),
  })
  const { decide, veto, pause } = rule
  const roll = random.next()
  if (roll < 0.04) return { command: { kind: 'cancel', decision, reason }, by: state.act.by }
  const again = state.ratification !== null
  if (roll < (again ? 0.4 : 0.18) && pause) return said('pause', pause.group)
  if (roll < 0.2) return said(random.pick(['decline', 'object', 'veto', 'pause'] as const), decide.group)
  switch (state.phase) {
    case 'answer':
      return {
        command: { kind: 'answer', decision, proceed: chance(random, 0.8), reason },
        by: from(decide.group),
      }
    case 'approvals':
      if (chance(random, 0.25)) return said('decline', decide.group)
      return { command: { kind: 'approve', decision }, by: from(decide.group) }
    case 'consent':
      return said('object', decide.group)
    case 'veto':
      return said('veto', veto?.group)
    case 'delay':
      return said('pause', pause?.group)
    case 'blocked':
      return { command: { kind: 'retry', decision }, by: from(rule.propose) }
    default:
      return { command: ballot(random, state), by: from(state.vote?.group ?? decide.group) }
  }
}

function ballot(random: Random, state: DecisionState): Command {
  const { rule, phase, id: decision } = state
  const { process } = rule.decide
  const method = phase === 'vote' && process.kind === 'vote' ? process.vote.method : 'single-choice'
  const choice = randomChoice(random, state, method)
  return { kind: 'ballot', decision, choice } as Command
}

const member = (random: Random, { has }: View): string =>
  random.pick(people.filter(person => has('member', person)))

/** Mostly for what is being decided, so that it matters. */
function delegation(random: Random, view: View): Command {
  const [about] = view.open.length > 0 && chance(random, 0.8) ? [random.pick(view.open)] : []
  const unit = about?.act.unit ?? random.pick(everywhere)
  const named = about?.class ?? view.rules.units[unit]?.classes[0]?.id ?? 'everything'
  const scope = random.pick([
    { kind: 'everything' },
    { kind: 'unit', unit },
    { kind: 'class', unit, class: named },
  ] as const)
  if (chance(random, 0.25)) return { kind: 'revoke', scope }
  return { kind: 'delegate', to: chance(random, 0.9) ? member(random, view) : random.pick(people), scope }
}
