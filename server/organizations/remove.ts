// Removes an organization for good, in bounded steps: first it is gone for everybody, then everything of it goes.
import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { capabilities } from '@equalizer/capabilities'
import { sql } from 'kysely'
import { removeKeysOf } from '../auth/remove-keys.ts'
import type { Desk } from '../desk.ts'
import { madeName } from '../door/made-table.ts'
import type { Tables } from '../store/tables.ts'

/** Stands as the origin of an organization that is being removed; a server that starts goes on with it. */
const removing = 'removing'
const rowsAtOnce = 10_000
const capabilityTables = capabilities.flatMap(({ tables }) => tables.map(madeName))

/** A new table has to be listed here, or this does not compile. */
const tables = {
  // First: from then on nothing is appended, and so nothing written to the tables below.
  log_heads: true,
  observations: true,
  observation_texts: true,
  claims: true,
  actors: true,
  parties: true,
  suggestions: true,
  unit_reports: true,
  reports: true,
  imports: true,
  uploads: true,
  sources: true,
  charters: true,
  jobs: true,
  entries: true,
  streams: true,
  standings: true,
  ballots: true,
  delegations: true,
  decisions: true,
  documents: true,
  persons: true,
  person_keys: true,
  texts: true,
  leftovers: true,
  outgoing_documents: true,
  draws: true,
  sent: true,
} as const satisfies Record<Exclude<keyof Tables, 'organizations' | 'members' | 'capability_tables'>, true>

export async function removeOrganization(desk: Desk, organization: string): Promise<void> {
  const { db } = desk.store
  await db.transaction().execute(async trx => {
    await trx
      .updateTable('organizations')
      .set({ origin: removing, revision: sql`revision + 1` })
      .where('organization_id', '=', organization)
      .execute()
    await trx.deleteFrom('members').where('organization_id', '=', organization).execute()
    await removeKeysOf(trx, organization)
  })
  desk.bell.ring(organization, { event: 'changed', data: { what: 'organization' } })
  await stopJobs(desk, organization)
  for (const table of [...Object.keys(tables), ...capabilityTables]) await empty(desk, table, organization)
  await desk.logs.remove(organization)
  await rm(dirname(desk.data.fileOf(organization, 'any')), { recursive: true, force: true })
  await db.deleteFrom('organizations').where('organization_id', '=', organization).execute()
}

/** Those whose removal a stop of the server broke off. */
export async function removeWhatIsLeft(desk: Desk): Promise<void> {
  const left = await desk.store.db
    .selectFrom('organizations')
    .select('organization_id')
    .where('origin', '=', removing)
    .execute()
  for (const { organization_id } of left) await removeOrganization(desk, organization_id)
}

async function stopJobs({ store, jobs }: Desk, organization: string): Promise<void> {
  const open = await store.db
    .selectFrom('jobs')
    .select('job_id')
    .where('organization_id', '=', organization)
    .where('state', 'in', ['waiting', 'running'])
    .execute()
  for (const { job_id } of open) await jobs.cancel(organization, job_id)
}

async function empty({ store }: Desk, table: string, organization: string): Promise<void> {
  const name = sql.table(table)
  for (;;) {
    const { numAffectedRows = 0n } = await sql`
      delete from ${name} where ctid = any(array(
        select ctid from ${name} where organization_id = ${organization} limit ${rowsAtOnce}))`.execute(
      store.db,
    )
    if (numAffectedRows < BigInt(rowsAtOnce)) return
  }
}
