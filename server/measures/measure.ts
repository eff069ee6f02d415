// Measures an organization as of today from what is stored, and writes what changed: all of it, or nothing.
import { setImmediate } from 'node:timers/promises'
import { sql, type Transaction } from 'kysely'
import { currentCharter } from '../charter/current.ts'
import type { Desk } from '../desk.ts'
import { withLogRead } from '../own-log/log-read.ts'
import { erasedCount } from '../persons/erased-count.ts'
import type { Tables } from '../store/tables.ts'
import {
  countedSources,
  currentReadings,
  evidenceFingerprint,
  fingerprintOf,
  type Measurable,
} from './measurable.ts'
import { measureInThread } from './measure-in-thread.ts'
import { type PeopleChange, writePeople, writeSuggestions } from './people-rows.ts'
import { dropReconstructed, type MeasuredDay, newestRecorded, writeDay } from './report-rows.ts'
import { declaredByRules } from './rules-in-force.ts'
import type { MeasuredUnit, Suggested } from './thread-messages.ts'

interface MeasureProgress {
  /** Observations taken in, of all. */
  readonly done: number
  readonly total: number
}

export interface MeasureOptions {
  readonly signal: AbortSignal
  readonly onProgress?: (progress: MeasureProgress) => void
}

export interface MeasureOutcome {
  /** False: nothing had changed and nothing was written. */
  readonly wrote: boolean
  /** Units that were assessed and not taken over. */
  readonly assessed: number
}

type Parts = Pick<Desk, 'store' | 'clock' | 'bell'>

/** Evidence that is replaced all the time is measured on the next order. */
const attempts = 3

/** Throws the signal's reason when it is aborted; nothing is written then. */
export async function measureOrganization(
  parts: Parts,
  organization: string,
  options: MeasureOptions,
): Promise<MeasureOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await measureOnce(parts, organization, options)
    if (outcome !== 'overtaken') return outcome
    if (attempt === attempts) throw new Error(`The evidence of ${organization} was replaced again and again`)
  }
}

async function measureOnce(
  { store, clock, bell }: Parts,
  organization: string,
  { signal, onProgress }: MeasureOptions,
): Promise<MeasureOutcome | 'overtaken'> {
  const { db } = store
  const erased = await erasedCount(db, organization)
  const measurable = await measurableToday(store, organization, clock.today())
  const fingerprint = fingerprintOf(measurable)
  const newest = await newestRecorded(db, organization)
  if (newest?.fingerprint === fingerprint) return { wrote: false, assessed: 0 }

  const units: MeasuredUnit[] = []
  const people: PeopleChange[] = []
  let report = ''
  let assessed = 0
  let suggestions: readonly Suggested[] = []
  const found = measureInThread({
    db,
    organization,
    measurable,
    reuse: newest?.day === measurable.asOf ? newest.day : null,
    people: true,
    signal,
    ...(onProgress ? { onProgress: (done, total) => onProgress({ done, total }) } : {}),
  })
  for await (const message of found) {
    if (message.is === 'units') units.push(...message.units)
    else if (message.is === 'people') people.push(message)
    else if (message.is === 'report') ({ report, assessed, suggestions } = message)
  }
  signal.throwIfAborted()
  const day: MeasuredDay = {
    day: measurable.asOf,
    basis: 'recorded',
    fingerprint,
    charterVersion: measurable.version,
    measuredMs: clock.nowMs(),
    report,
    units,
  }
  const wrote = await db.transaction().execute(async trx => {
    const { revision } = await raiseRevision(trx, organization)
    // Evidence that was replaced meanwhile may have been swept away while it was read; what was read may name who is erased.
    const now = await currentReadings(trx, organization)
    if (!sameReadings(measurable, now) || (await erasedCount(trx, organization)) !== erased) return false
    await writeDay(trx, organization, day)
    for (const change of people) {
      await writePeople(store, trx, organization, change)
      // The embedded database works in this thread: others get their turn between two batches.
      await setImmediate()
    }
    await writeSuggestions(trx, organization, suggestions)
    await dropReconstructed(trx, organization, evidenceFingerprint(measurable.sources))
    return revision > 0
  })
  if (!wrote) return 'overtaken'
  bell.ring(organization, { event: 'changed', data: { what: 'board' } })
  bell.ring(organization, { event: 'changed', data: { what: 'people' } })
  return { wrote: true, assessed }
}

async function measurableToday(
  store: Desk['store'],
  organization: string,
  asOf: string,
): Promise<Measurable> {
  const { version, charter: written, given } = await currentCharter(store.db, organization)
  const readings = await currentReadings(store.db, organization)
  const declared = await declaredByRules(store.db, organization, written)
  const charter = withLogRead(declared, readings, asOf)
  const counted = await countedSources(store.db, organization, charter, readings)
  // What is here is known today, though a clock that went back, or midnight just now, dates its reading later.
  const sources = counted.map(one =>
    one.reading && one.reading.readOn > asOf ? { ...one, reading: { ...one.reading, readOn: asOf } } : one,
  )
  return { version, charter, given, asOf, sources }
}

function sameReadings(
  measurable: Measurable,
  now: ReadonlyMap<string, { readonly importId: string }>,
): boolean {
  return measurable.sources.every(
    ({ source, reading }) => !reading || now.get(source.id)?.importId === reading.importId,
  )
}

/** First in the transaction: the row is locked, so that measurings of one organization, and erasures, write one after the other. */
async function raiseRevision(trx: Transaction<Tables>, organization: string): Promise<{ revision: number }> {
  return trx
    .updateTable('organizations')
    .set({ revision: sql`revision + 1` })
    .where('organization_id', '=', organization)
    .returning('revision')
    .executeTakeFirstOrThrow()
}
