// Founds an organization's log when the first command of all arrives: its stewards are who the server knows as such.
import { randomBytes } from 'node:crypto'
import { sealCharter } from '@equalizer/capabilities'
import {
  accepted,
  chainAnchor,
  type Draft,
  evolveRules,
  foundingDraft,
  type LogEvent,
  type Result,
  type Rules,
  refused,
} from '@equalizer/core'
import type { Kysely } from 'kysely'
import { currentCharter } from '../charter/current.ts'
import { personsOf } from '../persons/persons.ts'
import type { Tables } from '../store/tables.ts'
import { type Draws, drawsLength } from './draws.ts'
import type { DoorParts } from './parts.ts'

export interface FoundingDraft {
  readonly draft: Draft
  readonly documents: Readonly<Record<string, string>>
  readonly draws: Draws
}

/** Codes: `organization.unknown`. */
export async function foundingOf(
  { store, clock, random = randomBytes }: Pick<DoorParts, 'store' | 'clock' | 'random'>,
  organization: string,
): Promise<Result<FoundingDraft>> {
  const known = await store.db
    .selectFrom('organizations')
    .select('organization_id')
    .where('organization_id', '=', organization)
    // Its log is gone and must not begin anew.
    .where('origin', '!=', 'removing')
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
  const draws: Draws = { root: random(32).toString('hex'), length: drawsLength, used: 0 }
  const ids = [...persons.values()]
  const draft = foundingDraft({
    stewards: ids,
    draws: { anchor: chainAnchor(draws.root, draws.length), length: draws.length },
  })
  const charter = await charterInForce(store.db, organization, ids[0] ?? '', random(16).toString('hex'))
  if (!charter.ok) return charter
  const { event, documents } = charter.value
  return accepted({ draft: { ...draft, events: [...draft.events, event] }, documents, draws })
}

/** The charter as it stands when the log begins: its version goes on from there. */
async function charterInForce(db: Kysely<Tables>, organization: string, by: string, salt: string) {
  const { version, charter } = await currentCharter(db, organization)
  const sealed = sealCharter({ salt, charter })
  if (!sealed.ok) return sealed
  const { cid, text } = sealed.value
  const event: LogEvent = {
    stream: 'charter/document',
    type: 'charter.edited',
    data: { version, kind: 'created', facts: {}, document: cid, undoes: null, by },
  }
  return accepted({ event, documents: { [cid]: text } })
}

/** The rules that an organization is founded with, for whoever asks before its first act. */
export function foundingRules(): Rules {
  const { events } = foundingDraft({ stewards: [], draws: null })
  const rules = events.reduce<Rules | null>((state, event) => evolveRules(state, event), null)
  if (!rules) throw new Error('an organization is founded without rules')
  return rules
}
