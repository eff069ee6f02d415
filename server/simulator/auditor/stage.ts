// The class of an act and the stage of a rule, worked out once more from DESIGN's table and apart from the kernel.
import type { DecisionClass, Group, Payload, Rule, Rules } from '@equalizer/core'

type Groups = Rules['groups']

export interface Deed {
  readonly unit: string
  readonly type: string
  readonly payload: Payload
}

export function classesFor({ units }: Rules, unit: string): readonly DecisionClass[] {
  const own = units[unit]?.classes ?? []
  return own.length > 0 ? own : (units.organization?.classes ?? []).slice(-1)
}

export function classFor(rules: Rules, deed: Deed): DecisionClass {
  for (const one of classesFor(rules, deed.unit)) if (takes(one, deed)) return one
  throw new Error(`No class takes ${deed.type} in ${deed.unit}`)
}

function takes({ filter }: DecisionClass, { type, payload }: Deed): boolean {
  const [family] = type.split('.')
  const named = filter.acts.includes('*') || filter.acts.includes(type) || filter.acts.includes(`${family}.*`)
  if (!named) return false
  for (const condition of filter.where) {
    let value: unknown = payload
    for (const part of condition.field.split('.'))
      value = (value as Record<string, unknown> | undefined)?.[part]
    if ('oneOf' in condition) {
      if (!condition.oneOf.includes(value as string)) return false
      continue
    }
    if (typeof value !== 'string' && typeof value !== 'number') return false
    const amount = BigInt(value)
    if ('atMost' in condition && amount > BigInt(condition.atMost)) return false
    if ('moreThan' in condition && amount <= BigInt(condition.moreThan)) return false
  }
  return true
}

const madeOf = (group: Group | undefined): string | null =>
  group?.kind === 'council' ? group.electedBy : group?.kind === 'jury' ? group.pool : null

/** The edge itself or elected or drawn from it, and nowhere the center. */
export function onEdge({ center, edge }: Rule, groups: Groups, id: string): boolean {
  const line = [id]
  for (let next = madeOf(groups[id]); next !== null && !line.includes(next); next = madeOf(groups[next]))
    line.push(next)
  if (line.some(one => one === center || samePeople(groups[one], groups[center]))) return false
  return line.includes(edge)
}

function samePeople(one: Group | undefined, center: Group | undefined): boolean {
  if (!one || !center) return false
  if (one.kind === 'listed' && center.kind === 'listed')
    return one.members.every(person => center.members.includes(person))
  if (one.kind === 'role' && center.kind === 'role') return one.role === center.role
  if (one.kind === 'balance' && center.kind === 'balance')
    return one.asset === center.asset && BigInt(one.atLeast) >= BigInt(center.atLeast)
  if (one.kind === 'score' && center.kind === 'score')
    return one.score === center.score && BigInt(one.atLeast) >= BigInt(center.atLeast)
  return one.kind === 'everyone' && center.kind === 'everyone'
}

export function stageFor(rule: Rule, groups: Groups): 0 | 1 | 2 | 3 | 4 {
  const edge = (id: string) => onEdge(rule, groups, id)
  if (!edge(rule.decide.group)) return rule.advise !== null && edge(rule.advise.group) ? 1 : 0
  if (rule.veto !== null || !edge(rule.propose)) return 2
  if (rule.pause !== null) {
    const body = madeOf(groups[rule.pause.group]) !== null && edge(rule.pause.group)
    return body && edge(rule.pause.ratifiedBy) ? 3 : 2
  }
  const { change } = rule
  if (change === null || change.group !== rule.edge || change.vote.method !== 'single-choice') return 3
  const [over = 0, under = 1] = change.vote.threshold.split('/').map(Number)
  return over * 3 >= under * 2 && !change.vote.quorum.startsWith('0/') ? 4 : 3
}
