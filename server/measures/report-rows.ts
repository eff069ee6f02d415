// Reports by day as they are stored: a day's report without its units, and a row for each unit.
import { setImmediate } from 'node:timers/promises'
import type { Report, UnitReport } from '@equalizer/measure'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { MeasuredUnit } from './thread-messages.ts'

export interface MeasuredDay {
  readonly day: string
  readonly basis: 'recorded' | 'reconstructed'
  readonly fingerprint: string
  readonly charterVersion: number
  readonly measuredMs: number
  /** JSON text of the report without its units. */
  readonly report: string
  readonly units: readonly MeasuredUnit[]
}

export interface StoredDay {
  readonly day: string
  readonly basis: 'recorded' | 'reconstructed'
  readonly fingerprint: string
  readonly charterVersion: number
  readonly measuredMs: number
  readonly report: Omit<Report, 'units'>
}

const columns = ['day', 'basis', 'fingerprint', 'charter_version', 'measured_ms', 'report'] as const

function storedDay(row: {
  day: string
  basis: 'recorded' | 'reconstructed'
  fingerprint: string
  charter_version: number
  measured_ms: number
  report: Omit<Report, 'units'>
}): StoredDay {
  const { charter_version: charterVersion, measured_ms: measuredMs, ...rest } = row
  return { ...rest, charterVersion, measuredMs }
}

/** null: nothing was measured yet. */
export async function newestRecorded(db: Kysely<Tables>, organization: string): Promise<StoredDay | null> {
  const row = await db
    .selectFrom('reports')
    .select(columns)
    .where('organization_id', '=', organization)
    .where('basis', '=', 'recorded')
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? storedDay(row) : null
}

/** null: there is none of this day. */
export async function dayStored(
  db: Kysely<Tables>,
  organization: string,
  day: string,
): Promise<StoredDay | null> {
  const row = await db
    .selectFrom('reports')
    .select(columns)
    .where('organization_id', '=', organization)
    .where('day', '=', day)
    .executeTakeFirst()
  return row ? storedDay(row) : null
}

/** In the charter's order. */
export async function unitsOfDay(
  db: Kysely<Tables>,
  organization: string,
  day: string,
): Promise<readonly UnitReport[]> {
  const rows = await db
    .selectFrom('unit_reports')
    .select('report')
    .where('organization_id', '=', organization)
    .where('day', '=', day)
    .orderBy('number')
    .execute()
  return rows.map(row => row.report)
}

/** null: the day's report has no such unit. */
export async function unitOfDay(
  db: Kysely<Tables>,
  organization: string,
  day: string,
  unit: string,
): Promise<UnitReport | null> {
  const row = await db
    .selectFrom('unit_reports')
    .select('report')
    .where('organization_id', '=', organization)
    .where('day', '=', day)
    .where('unit_id', '=', unit)
    .executeTakeFirst()
  return row?.report ?? null
}

const unitsInARow = 50

/** Replaces a day; units whose report was taken over keep their row. */
export async function writeDay(
  trx: Transaction<Tables>,
  organization: string,
  { day, units, report, basis, fingerprint, charterVersion, measuredMs }: MeasuredDay,
): Promise<void> {
  const set = { basis, fingerprint, charter_version: charterVersion, measured_ms: measuredMs, report }
  await trx
    .insertInto('reports')
    .values({ organization_id: organization, day, ...set })
    .onConflict(conflict => conflict.columns(['organization_id', 'day']).doUpdateSet(set))
    .execute()
  const kept = new Set(units.map(unit => unit.id))
  const before = await trx
    .selectFrom('unit_reports')
    .select(['unit_id', 'number', 'fingerprint'])
    .where('organization_id', '=', organization)
    .where('day', '=', day)
    .execute()
  for (const { unit_id } of before) if (!kept.has(unit_id)) await removeUnit(trx, organization, day, unit_id)
  const stored = new Map(before.map(row => [row.unit_id, row]))
  for (const [number, unit] of units.entries()) {
    // Of thousands of units, others get their turn in between.
    if (number % unitsInARow === unitsInARow - 1) await setImmediate()
    const row = stored.get(unit.id)
    if (unit.report !== null) await putUnit(trx, organization, day, number, unit, unit.report)
    else if (row && row.number !== number) await moveUnit(trx, organization, day, unit.id, number)
    else if (!row) throw new Error(`The report of ${unit.id} was to be kept and is not there`)
  }
}

async function putUnit(
  trx: Transaction<Tables>,
  organization: string,
  day: string,
  number: number,
  { id, fingerprint, declared, measured }: MeasuredUnit,
  report: string,
): Promise<void> {
  const set = { number, fingerprint, declared, ...measured, report }
  await trx
    .insertInto('unit_reports')
    .values({ organization_id: organization, day, unit_id: id, ...set })
    .onConflict(conflict => conflict.columns(['organization_id', 'day', 'unit_id']).doUpdateSet(set))
    .execute()
}

async function moveUnit(
  trx: Transaction<Tables>,
  organization: string,
  day: string,
  unit: string,
  number: number,
) {
  await trx
    .updateTable('unit_reports')
    .set({ number })
    .where('organization_id', '=', organization)
    .where('day', '=', day)
    .where('unit_id', '=', unit)
    .execute()
}

async function removeUnit(trx: Transaction<Tables>, organization: string, day: string, unit: string) {
  await trx
    .deleteFrom('unit_reports')
    .where('organization_id', '=', organization)
    .where('day', '=', day)
    .where('unit_id', '=', unit)
    .execute()
}

/** Those days that were measured later from evidence that counts no more. */
export async function dropReconstructed(
  trx: Transaction<Tables>,
  organization: string,
  evidence: string,
): Promise<void> {
  const days = await trx
    .selectFrom('reports')
    .select('day')
    .where('organization_id', '=', organization)
    .where('basis', '=', 'reconstructed')
    .where('fingerprint', 'not like', `${evidence}-%`)
    .execute()
  for (const { day } of days) await removeDay(trx, organization, day)
}

/** Keeps the newest `most` reconstructed days. */
export async function boundReconstructed(trx: Transaction<Tables>, organization: string, most: number) {
  const days = await trx
    .selectFrom('reports')
    .select('day')
    .where('organization_id', '=', organization)
    .where('basis', '=', 'reconstructed')
    .orderBy('measured_ms', 'desc')
    .orderBy('day', 'desc')
    .offset(most)
    .execute()
  for (const { day } of days) await removeDay(trx, organization, day)
}

/** With its units. */
export async function removeDay(trx: Transaction<Tables>, organization: string, day: string): Promise<void> {
  for (const table of ['unit_reports', 'reports'] as const) {
    await trx.deleteFrom(table).where('organization_id', '=', organization).where('day', '=', day).execute()
  }
}
