// What one entry's events say, read in the plainest way: where a decision stands, what its votes came to, how the rules change.
import type { LogEvent, Rules } from '@equalizer/core'
import type { Tried } from './case.ts'
import { insist } from './insist.ts'

export function triedIn(events: readonly LogEvent[]): Tried {
  if (events.some(({ type }) => type === 'decision.executed')) return 'executed'
  return events.some(({ type }) => type === 'decision.execution_refused') ? 'refused' : null
}

export interface Claim {
  readonly phase: unknown
  readonly dueMs: unknown
}

/** Where a decision stands by its events. */
export function claimedBy(events: readonly LogEvent[], before: Claim | undefined): Claim {
  let claimed = before ?? { phase: null, dueMs: null }
  for (const { type, data } of events) {
    if (type === 'decision.entered') claimed = { phase: data.phase, dueMs: data.dueMs }
    if (type === 'decision.extended') claimed = { ...claimed, dueMs: data.closesMs }
    if (type === 'decision.ended') claimed = { phase: data.phase, dueMs: null }
  }
  return claimed
}

interface Result {
  readonly passed: boolean
  readonly reason: string
  readonly winner: number | null
  readonly taking: string
  readonly eligible: { readonly members: number; readonly weight: string }
}

export function resultsOf(events: readonly LogEvent[]): Result[] {
  return events.flatMap(({ type, data }) =>
    /^decision\.(closed|advice_closed|pause_lapsed|pause_ratified)$/.test(type)
      ? [data.result as unknown as Result]
      : [],
  )
}

/** The rules after an event, in the plainest reading. */
export function folded(rules: Rules | null, { type, data }: LogEvent): Rules {
  const said = data as unknown as {
    groups: Rules['groups']
    classes: Rules['units'][string]['classes']
  } & Record<string, string>
  if (type === 'rules.founded')
    return { groups: said.groups, units: { organization: { version: 1, classes: said.classes, gates: [] } } }
  insist(rules !== null, 'rules are founded first')
  const unit = rules.units[said.unit ?? ''] ?? { version: 0, classes: [], gates: [] }
  if (type === 'rules.changed')
    return {
      ...rules,
      units: {
        ...rules.units,
        [said.unit ?? '']: { ...unit, classes: said.classes, version: unit.version + 1 },
      },
    }
  if (type === 'rules.gates_set')
    return { ...rules, units: { ...rules.units, [said.unit ?? '']: { ...unit, gates: data.gates as never } } }
  if (type === 'rules.group_set') {
    const group = data.group as unknown as Rules['groups'][string]
    return { ...rules, groups: { ...rules.groups, [group.id]: group } }
  }
  insist(type === 'rules.group_removed', `the rules change by ${type}`)
  const { [String(data.id)]: _, ...groups } = rules.groups
  return { ...rules, groups }
}
