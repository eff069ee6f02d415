// The real engine for the simulator: one database, any number of organizations in it, doors that come and go, a clock that
// is turned by hand.
import { createHash } from 'node:crypto'
import { capabilities } from '@equalizer/capabilities'
import { charterSchema, createKernel } from '@equalizer/core'
import { sql } from 'kysely'
import type { Clock } from '../../desk.ts'
import { openCapabilityTables } from '../../door/capability-rows.ts'
import { createDoor } from '../../door/door.ts'
import { memberRows } from '../../door/member-rows.ts'
import { createProjections } from '../../door/projections.ts'
import { revisionRows } from '../../door/revision-rows.ts'
import type { Store } from '../../store/store.ts'
import { people, stewards } from '../random-rules.ts'
import { type FaultyStore, faultyStore } from './faulty-store.ts'

export type SimulatedDoor = ReturnType<typeof createDoor>

export interface World {
  readonly store: Store
  readonly faulty: FaultyStore
  readonly clock: Clock & { set(nowMs: number): void }
  /** Another server on the same database; whatever the one before had at hand is gone. */
  openDoor(seed: string): SimulatedDoor
  found(organization: string): Promise<void>
}

export async function createWorld(store: Store): Promise<World> {
  await openCapabilityTables(store, capabilities)
  const faulty = faultyStore(store)
  const kernel = createKernel(capabilities)
  const projections = createProjections(capabilities, [memberRows, revisionRows])
  let nowMs = 0
  const clock = {
    nowMs: () => nowMs,
    today: () => new Date(nowMs).toISOString().slice(0, 10),
    set: (atMs: number) => {
      nowMs = atMs
    },
  }
  for (const id of people) {
    await sql`insert into auth_user (id, name, email, "emailVerified", steward)
      values (${id}, ${id}, ${`${id}@example.org`}, true, false) on conflict do nothing`.execute(store.db)
  }

  return {
    store,
    faulty,
    clock,
    openDoor(seed) {
      // What a server takes from its machine's randomness is of the seed here.
      const random = (bytes: number) => createHash('sha512').update(seed).digest().subarray(0, bytes)
      return createDoor({ store: faulty, clock, kernel, projections, onStored: () => {}, random })
    },
    async found(organization) {
      const charter = charterSchema.parse({
        equalizer: 1,
        organization: { id: organization, name: organization },
      })
      const about = { organization_id: organization, charter_version: 1, created_ms: nowMs }
      await store.db
        .insertInto('organizations')
        .values({ ...about, name: organization, simulated: false, origin: 'empty' })
        .execute()
      const version = {
        version: 1,
        given: false,
        kind: 'created',
        facts: '{}',
        at_ms: nowMs,
        by: 'Seed',
        undoes: null,
      }
      await store.db
        .insertInto('charters')
        .values({ organization_id: organization, charter: JSON.stringify(charter), ...version })
        .execute()
      const persons = people.map(id => ({ person_id: id, name: id, user_id: id, created_ms: nowMs }))
      await store.db
        .insertInto('persons')
        .values(persons.map(person => ({ organization_id: organization, ...person })))
        .execute()
      const members = stewards.map(user_id => ({ organization_id: organization, user_id, role: 'steward' as const }))
      await store.db.insertInto('members').values(members).execute()
    },
  }
}
