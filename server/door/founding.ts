// Founds an organization's log when the first command of all arrives: its stewards are who the server knows as such.
import { randomBytes } from 'node:crypto'
import {
  accepted,
  chainAnchor,
  type Draft,
  evolveRules,
  foundingDraft,
  type Result,
  type Rules,
  refused,
} from '@equalizer/core'
import type { DoorParts } from './door.ts'
import { type Draws, drawsLength } from './draws.ts'
import { personsOf } from './persons.ts'

export interface FoundingDraft {
  readonly draft: Draft
  readonly documents: Readonly<Record<string, string>>
  readonly draws: Draws
}

/** Codes: `organization.unknown`. */
export async function foundingOf(
  { store, clock }: Pick<DoorParts, 'store' | 'clock'>,
  organization: string,
): Promise<Result<FoundingDraft>> {
  const known = await store.db
    .selectFrom('organizations')
    .select('organization_id')
    .where('organization_id', '=', organization)
    .executeTakeFirst()
  if (!known) return refused('organization.unknown', 'There is no such organization.', { organization })
  const stewards = await store.db
    .selectFrom('members')
    .select('user_id')
    .where('organization_id', '=', organization)
    .where('role', '=', 'steward')
    .orderBy('user_id')
    .execute()
  const users = stewards.map(row => row.user_id)
  const persons = await personsOf(store.db, organization, users, clock.nowMs())
  const draws: Draws = { root: randomBytes(32).toString('hex'), length: drawsLength, used: 0 }
  const draft = foundingDraft({
    stewards: [...persons.values()],
    draws: { anchor: chainAnchor(draws.root, draws.length), length: draws.length },
  })
  return accepted({ draft, documents: {}, draws })
}

/** The rules that an organization is founded with, for whoever asks before its first act. */
export function foundingRules(): Rules {
  const { events } = foundingDraft({ stewards: [], draws: null })
  const rules = events.reduce<Rules | null>((state, event) => evolveRules(state, event), null)
  if (!rules) throw new Error('an organization is founded without rules')
  return rules
}
