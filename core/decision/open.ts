// Opens a decision about an act: what stands still while it is decided, the draws of its juries, its first phase.
import type { Act } from '../act/act.ts'
import { drawJury } from '../group/jury.ts'
import { eligibleIn, type Juries, weightIn } from '../group/membership.ts'
import { groupsBehind, partsOf } from '../group/naming.ts'
import { type Groups, groupOf } from '../group/sides.ts'
import { limits } from '../limits.ts'
import type { Direction } from '../move/touch.ts'
import { accepted, type Refusal, type Result } from '../refusal.ts'
import type { Rule } from '../rule/rule.ts'
import type { Stage } from '../stage/stage.ts'
import { begin, type Course, happen, type Setting } from './course.ts'
import { type DecisionCount, noDecisions } from './evolve.ts'
import { no } from './no.ts'
import { start } from './steps.ts'

/** How an act will be decided, settled when it is sent. */
export interface Plan {
  /** As its schema reads it. */
  readonly act: Act
  readonly class: string
  readonly stage: Stage
  readonly isMove: boolean
  /** Of a move. */
  readonly direction: Direction | null
  readonly rule: Rule
  /** All groups of the organization. */
  readonly groups: Groups
  readonly options: readonly string[]
  readonly against: number | null
}

/** Whether nothing stands between the sender and the deed: one of those who decide sends it, and nobody else is asked. */
export function isAtOnce({ books, now }: Setting, { act, rule, groups }: Plan): boolean {
  const { group, process } = rule.decide
  if (rule.advise || rule.veto || rule.delayMs > 0 || process.kind !== 'some' || process.of > 1) return false
  const deciders = groupOf(groups, group)
  return deciders !== undefined && weightIn(books, deciders, act.by, now) > 0n
}

export function open(setting: Setting, plan: Plan): Result<Course> {
  const { now, books } = setting
  const count = (books.stream('decisions') ?? noDecisions) as DecisionCount
  const full = tooMany(count, plan.act.by)
  if (full) return refuse(full)
  const id = `D-${count.last + 1}`
  const juries = drawnFor(setting, plan, id)
  if (!juries.ok) return juries
  const problem = tooFew(setting, plan, juries.value)
  if (problem) return refuse(problem)
  const { groups, direction: _, ...rest } = plan
  const kept = groupsBehind(plan.rule, groups)
  const draw = Object.keys(juries.value).length > 0 ? now.draw : null
  const opening = { ...rest, id, groups: kept, openedSeq: now.seq, juries: juries.value, draw }
  const course = begin(setting, opening)
  if (approves(setting, plan, juries.value)) happen(course, 'approved', { person: plan.act.by })
  start(course, now.atMs)
  return accepted(course)
}

/** One person alone cannot keep all others from opening any, a move that would take the right to propose away among them. */
function tooMany({ open, openBy }: DecisionCount, by: string): Refusal | null {
  const own = openBy[by] ?? 0
  const facts =
    own >= limits.openDecisionsPerPerson
      ? { person: by, open: own, atMost: limits.openDecisionsPerPerson }
      : { open, atMost: limits.openDecisions }
  return facts.open < facts.atMost ? null : no('decision.too_many_open', 'Too many decisions are open', facts)
}

/** Sending an act is the sender's own approval. */
function approves({ books, now }: Setting, { act, rule, groups }: Plan, juries: Juries): boolean {
  const group = groupOf(groups, rule.decide.group)
  return rule.decide.process.kind === 'some' && !!group && weightIn(books, group, act.by, now, juries) > 0n
}

/** A decision that nobody could take would only wait. Where nobody can advise, there is no advice to answer. */
function tooFew({ books, now }: Setting, { rule, groups }: Plan, juries: Juries): Refusal | null {
  const group = groupOf(groups, rule.decide.group)
  const needs = rule.decide.process.kind === 'some' ? rule.decide.process.of : 1
  const has = group ? eligibleIn(books, group, now, juries).members : 0
  if (has >= needs) return null
  const facts = { group: rule.decide.group, needs, has }
  return no('group.too_few', 'Too few people are in the group that decides', facts)
}

/** Drawn by a value that was settled before the act was sent; each group of a decision by a lot of its own. */
function drawnFor({ books, now }: Setting, { rule, groups }: Plan, id: string): Result<Juries> {
  const juries: Record<string, readonly string[]> = {}
  for (const name of new Set(partsOf(rule).map(part => part.id))) {
    const group = groupOf(groups, name)
    if (group?.kind !== 'jury') continue
    const pool = groupOf(groups, group.pool)
    if (now.draw === null || !pool) {
      return refuse(no('group.no_draw', 'There is no public draw for the jury', { group: name }))
    }
    juries[name] = drawJury(now.draw, `${id} ${name}`, books.pool(pool, now.seq, now.atMs), group.size)
  }
  return accepted(juries)
}

const refuse = (refusal: Refusal): Result<never> => ({ ok: false, refusal })
