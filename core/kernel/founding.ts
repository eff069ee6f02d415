// The first entry of every log: a team that decides, a community that everyone belongs to, a council that it elects, and
// one class that takes every act.
import type { Draft, LogEvent } from '../log/entry.ts'
import type { DecisionClass } from '../rule/decision-class.ts'
import type { Group, StandingKey } from '../rule/group.ts'
import { presetRule } from '../stage/preset.ts'

const day = 86_400_000
const seats = 3
const termMs = 180 * day

export const foundingGroups: Readonly<Record<'team' | 'community' | 'council', Group>> = {
  team: { id: 'team', name: 'Team', kind: 'role', role: 'steward', weight: { by: 'person' } },
  community: { id: 'community', name: 'Community', kind: 'everyone', weight: { by: 'person' } },
  council: {
    id: 'council',
    name: 'Council',
    kind: 'council',
    seats,
    termMs,
    electedBy: 'community',
    weight: { by: 'person' },
  },
}

const everything: DecisionClass = {
  id: 'everything',
  name: 'Everything',
  filter: { acts: ['*'], where: [] },
  consequence: 100,
  rule: presetRule(0, { center: 'team', edge: 'community', council: 'council' }),
}

export interface Founding {
  /** Ids of the people who begin as stewards. */
  readonly stewards: readonly string[]
  /** The end of the chain of draws, published before the first one; null: no jury can be drawn. */
  readonly draws: { readonly anchor: string; readonly length: number } | null
}

export function foundingDraft({ stewards, draws }: Founding): Draft {
  const standing = (key: StandingKey, person: string): LogEvent => ({
    stream: 'standing',
    type: 'standing.set',
    data: { key, person, amount: '1' },
  })
  return {
    by: null,
    command: { kind: 'found' },
    events: [
      {
        stream: 'rules',
        type: 'rules.founded',
        data: { groups: foundingGroups, classes: [everything], draws },
      },
      ...stewards.flatMap(person => [standing('member', person), standing('role:steward', person)]),
    ],
  }
}
