// The real engine for the simulator: one database, any number of organizations in it, doors that come and go, a clock that
// is turned by hand.
import { createHash } from 'node:crypto'
import { capabilities } from '@equalizer/capabilities'
import { charterSchema, createKernel } from '@equalizer/core'
import { nativeVerify } from '@equalizer/tlog/node'
import { sql } from 'kysely'
import type { Clock } from '../../desk.ts'
import { openCapabilityTables } from '../../door/capability-rows.ts'
import { createDoor } from '../../door/door.ts'
import { memberRows } from '../../door/member-rows.ts'
import { createProjections } from '../../door/projections.ts'
import { revisionRows } from '../../door/revision-rows.ts'
import { addPersons } from '../../persons/persons.ts'
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
  const kernel = createKernel(capabilities, { verify: nativeVerify })
  const projections = createProjections(capabilities, [memberRows, revisionRows])
  let nowMs = 0
  const clock = {
    nowMs: () => nowMs,
    today: () => new Date(nowMs).toISOString().slice(0, 10),
    set: (atMs: number) => {
      nowMs = atMs
    },
  }
  await placePeople(store)

  return {
    store,
    faulty,
    clock,
    openDoor(seed) {
      // What a server takes from its machine's randomness is of the seed here.
      let drawn = 0
      const random = (bytes: number) => {
        drawn += 1
        return createHash('sha512').update(`${seed} ${drawn}`).digest().subarray(0, bytes)
      }
      return createDoor({
        store: faulty,
        clock,
        kernel,
        projections,
        // Its few people send more than anybody does.
        commandsPerHour: Number.MAX_SAFE_INTEGER,
        onStored: () => {},
        random,
      })
    },
    found: organization => placeOrganization(store, organization, nowMs),
  }
}

/** Accounts, so that people's ids in every organization are those that the generator knows. */
export async function placePeople({ db }: Pick<Store, 'db'>): Promise<void> {
  for (const id of people) {
    await sql`insert into auth_user (id, name, email, "emailVerified", steward)
      values (${id}, ${id}, ${`${id}@example.org`}, true, false) on conflict do nothing`.execute(db)
  }
}

/** With an empty charter and its stewards; the log is founded by the first command. */
export async function placeOrganization(
  { db }: Pick<Store, 'db'>,
  organization_id: string,
  nowMs: number,
): Promise<void> {
  const charter = charterSchema.parse({
    equalizer: 1,
    organization: { id: organization_id, name: organization_id },
  })
  const about = { organization_id, charter_version: 1, created_ms: nowMs }
  const version = { version: 1, given: false, kind: 'created', facts: '{}', by: 'Seed', undoes: null }
  const persons = people.map(id => ({ id, name: id, user: id }))
  const members = stewards.map(user_id => ({ organization_id, user_id, role: 'steward' as const }))
  await db.transaction().execute(async trx => {
    await trx
      .insertInto('organizations')
      .values({ ...about, name: organization_id, simulated: false, origin: 'empty' })
      .execute()
    await trx
      .insertInto('charters')
      .values({ organization_id, charter: JSON.stringify(charter), at_ms: nowMs, ...version })
      .execute()
    await addPersons(trx, organization_id, persons, nowMs)
    await trx.insertInto('members').values(members).execute()
  })
}
