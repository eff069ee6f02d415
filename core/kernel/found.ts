// The founding: the one entry by which an organization gets its first groups, its first rule and its first stewards.
import { organizationUnit } from '../act/act.ts'
import type { Draft, LogEvent } from '../log/entry.ts'
import { asJson } from '../log/json.ts'
import type { DecisionClass } from '../rule/decision-class.ts'
import type { Group, StandingKey } from '../rule/group.ts'
import { presetRule, type Spans } from '../stage/preset.ts'

export interface Founding {
  /** People's ids; at least one. */
  readonly stewards: readonly string[]
  readonly spans?: Partial<Spans>
}

const halfYearMs = 180 * 86_400_000
const person = { by: 'person' } as const

export const foundingGroups: Readonly<Record<string, Group>> = {
  team: { id: 'team', name: 'Team', kind: 'role', role: 'steward', weight: person },
  community: { id: 'community', name: 'Community', kind: 'everyone', weight: person },
  council: {
    id: 'council',
    name: 'Council',
    kind: 'council',
    seats: 3,
    termMs: halfYearMs,
    electedBy: 'community',
    weight: person,
  },
}

/** Everything is at Team: any steward, alone and at once. From here on rules change by moves only. */
export function foundingDraft({ stewards, spans = {} }: Founding): Draft {
  if (stewards.length === 0) throw new RangeError('Somebody has to found an organization')
  const rule = presetRule(0, { center: 'team', edge: 'community', council: 'council' }, spans)
  const everything: DecisionClass = {
    id: 'everything',
    name: 'Everything',
    filter: { acts: ['*'], where: [] },
    consequence: 100,
    rule,
  }
  const founded = asJson({ unit: organizationUnit, groups: foundingGroups, classes: [everything] })
  return {
    by: null,
    command: { kind: 'found' },
    events: [
      { stream: 'rules', type: 'rules.founded', data: founded },
      ...stewards.flatMap(one => [standing('member', one), standing('role:steward', one)]),
    ],
  }
}

function standing(key: StandingKey, who: string): LogEvent {
  return { stream: 'standing', type: 'standing.set', data: { key, person: who, amount: '1' } }
}
