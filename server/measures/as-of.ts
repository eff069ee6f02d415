// The report as of any day: what was recorded on it, or what the evidence up to it says now.
import { accepted, type Charter, type Result, refused, withoutSource, withSource } from '@equalizer/core'
import { dateOfDay, dayOfDate, dayOfMs } from '@equalizer/measure'
import type { Kysely } from 'kysely'
import { currentCharter } from '../charter/current.ts'
import type { Desk } from '../desk.ts'
import { withLogRead } from '../own-log/log-read.ts'
import { erasedCount } from '../persons/erased-count.ts'
import type { Tables } from '../store/tables.ts'
import {
  countedSources,
  currentReadings,
  fingerprintOf,
  type Measurable,
  type StoredReading,
} from './measurable.ts'
import { measureInThread } from './measure-in-thread.ts'
import { boundReconstructed, dayStored, newestRecorded, type StoredDay, writeDay } from './report-rows.ts'
import type { MeasuredUnit } from './thread-messages.ts'

/** Days measured later that are kept of one organization. */
const reconstructedKept = 500
/** Reconstructions under way at a time on this server; the others wait. */
const atOnce = 2

type Parts = Pick<Desk, 'store' | 'clock'>

/**
 * `day`: UTC; null: as it stands now. null comes back where nothing was measured yet. Codes: `board.day_in_future`,
 * `board.before_evidence`.
 */
export async function reportAsOf(
  parts: Parts,
  organization: string,
  day: string | null,
): Promise<Result<StoredDay | null>> {
  const { db } = parts.store
  const today = parts.clock.today()
  if (day !== null && day > today) {
    return refused('board.day_in_future', `${day} has not been yet`, { day, today })
  }
  if (day === null || day === today) return accepted(await newestRecorded(db, organization))
  const stored = await dayStored(db, organization, day)
  if (stored?.basis === 'recorded') return accepted(stored)
  const readings = await currentReadings(db, organization)
  const first = firstDay(readings)
  if (first === null || day < first) {
    const reason =
      first === null ? 'No evidence has a date yet' : `The first evidence is dated ${first}, after ${day}`
    return refused('board.before_evidence', reason, { day, first })
  }
  const measurable = await measurableOn(db, organization, day, readings)
  if (stored?.fingerprint === fingerprintOf(measurable)) return accepted(stored)
  return accepted(await reconstruct(parts, organization, measurable))
}

/** The first day that any evidence which counts is dated; null: none is dated. */
export function firstDay(readings: ReadonlyMap<string, StoredReading>): string | null {
  let first: number | null = null
  for (const { firstMs } of readings.values()) {
    if (firstMs !== null && (first === null || firstMs < first)) first = firstMs
  }
  return first === null ? null : dateOfDay(dayOfMs(first))
}

/** The end of a UTC day in milliseconds. */
const endOf = (day: string) => (dayOfDate(day) + 1) * 86_400_000 - 1

/**
 * The charter that was in force on a day, the first one where none was, over what is known now: the evidence that is
 * connected, and who is whom.
 */
async function measurableOn(
  db: Kysely<Tables>,
  organization: string,
  day: string,
  readings: ReadonlyMap<string, StoredReading>,
): Promise<Measurable> {
  const now = await currentCharter(db, organization)
  const then = (await charterOn(db, organization, day)) ?? now
  const known = withKnowledge(then.charter, then.given, now.charter, readings)
  const charter = withLogRead(known, readings, day)
  const sources = await countedSources(db, organization, charter, readings)
  return { version: then.version, charter, given: then.given, asOf: day, sources }
}

async function charterOn(db: Kysely<Tables>, organization: string, day: string) {
  const versions = db
    .selectFrom('charters')
    .select(['version', 'charter', 'given'])
    .where('organization_id', '=', organization)
  const inForce = await versions
    .where('at_ms', '<=', endOf(day))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return inForce ?? (await versions.orderBy('version').limit(1).executeTakeFirst())
}

function withKnowledge(
  then: Charter,
  given: boolean,
  now: Charter,
  readings: ReadonlyMap<string, StoredReading>,
): Charter {
  const connected = new Map(now.sources.map(source => [source.id, source]))
  let joined: Charter = { ...then, sources: then.sources.map(one => connected.get(one.id) ?? one) }
  for (const source of now.sources) {
    if (then.sources.some(({ id }) => id === source.id)) continue
    const observationKinds = readings.get(source.id)?.kinds ?? undefined
    joined = withSource(joined, source, { given, observationKinds })
  }
  const gone = then.sources.filter(({ id }) => !connected.has(id))
  const known = gone.reduce((charter, { id }) => withoutSource(charter, id, { given }), joined)
  const { people, bots, merging, groups, organization } = now
  // In one order, since the order of sources says which of two copies of a fact is counted as the copy.
  const order = new Map(now.sources.map(({ id }, place) => [id, place]))
  const sources = known.sources.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
  return { ...known, people, bots, merging, groups, organization, sources }
}

/** By store, organization, day and fingerprint: whoever asks for what is being measured waits for the same. */
const underWay = new WeakMap<object, Map<string, Promise<StoredDay>>>()
const waiting: (() => void)[] = []
let running = 0

function reconstruct(parts: Parts, organization: string, measurable: Measurable): Promise<StoredDay> {
  const mine = underWay.get(parts.store) ?? new Map<string, Promise<StoredDay>>()
  underWay.set(parts.store, mine)
  const key = `${organization} ${measurable.asOf} ${fingerprintOf(measurable)}`
  const known = mine.get(key)
  if (known) return known
  const fresh = inTurn(() => measureDay(parts, organization, measurable)).finally(() => mine.delete(key))
  mine.set(key, fresh)
  return fresh
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>(resolve => waiting.push(resolve))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

async function measureDay(
  { store, clock }: Parts,
  organization: string,
  measurable: Measurable,
): Promise<StoredDay> {
  const { db } = store
  const { asOf: day, version } = measurable
  const erased = await erasedCount(db, organization)
  const units: MeasuredUnit[] = []
  let report = ''
  // It goes on when whoever asked is gone: others ask for the same day, and it is kept.
  const { signal } = new AbortController()
  const found = measureInThread({ db, organization, measurable, reuse: null, people: false, signal })
  for await (const message of found) {
    if (message.is === 'units') units.push(...message.units)
    else if (message.is === 'report') report = message.report
  }
  const measured = {
    day,
    basis: 'reconstructed',
    fingerprint: fingerprintOf(measurable),
    charterVersion: version,
    measuredMs: clock.nowMs(),
  } as const
  await db.transaction().execute(async trx => {
    // Who was erased meanwhile may be named in it.
    if ((await erasedCount(trx, organization)) !== erased) return
    await writeDay(trx, organization, { ...measured, report, units })
    await boundReconstructed(trx, organization, reconstructedKept)
  })
  return { ...measured, report: JSON.parse(report) as StoredDay['report'] }
}
