// Reads an organization's own log out of its store, as a thread reads a file: what comes of it goes in whole or not at all.
import { createHash } from 'node:crypto'
import { capabilities } from '@equalizer/capabilities'
import { type Entry, exercisedBallots } from '@equalizer/core'
import { createLedger, LogObserver } from '@equalizer/evidence'
import type { Observation } from '@equalizer/measure'
import type { Kysely } from 'kysely'
import { type Cell, observationRow } from '../jobs/observation-row.ts'
import type { FromReader, ReadingTask } from '../jobs/reading-messages.ts'
import type { JobParts } from '../jobs/run.ts'
import { erasedCount } from '../persons/erased-count.ts'
import { namesOf } from '../persons/names.ts'
import type { Tables } from '../store/tables.ts'

/** Goes up when other observations are made of the same entries. */
const version = 1
const entriesAtOnce = 500
const rowsPerBatch = 500

const measures = capabilities.flatMap(capability => capability.measures)

/** Throws the signal's reason. Never refuses: every entry was made by the kernel. */
export async function* readOwnLog(
  { store, door }: JobParts,
  { organization, importId, source, unchanged }: ReadingTask,
  signal: AbortSignal,
): AsyncGenerator<FromReader> {
  const { db } = store
  const size = await sizeOf(db, organization)
  const fingerprint = await fingerprintOf(db, organization, size)
  if (fingerprint === unchanged) return yield { is: 'unchanged' }
  yield { is: 'begun', importId, fingerprint, bytes: null, kept: 0 }
  const ledger = createLedger()
  const observer = new LogObserver({
    source: source.id,
    measures,
    exercised: (state, untilMs) => door.read(organization, books => exercisedBallots(books, state, untilMs)),
  })
  const counted = new Counted()
  const erased = await erasedCount(db, organization)
  const nameOf = namedIn(db, organization)
  let batch: Cell[][] = []
  for await (const entries of entriesOf(db, organization, size)) {
    signal.throwIfAborted()
    for (const entry of entries) {
      const found = await observer.take(entry)
      if (found.length > 0) ledger.used()
      for (const observation of await nameOf(found)) {
        counted.take(observation)
        batch.push(observationRow({ organization, importId }, counted.observations, observation))
        if (batch.length < rowsPerBatch) continue
        yield { is: 'rows', rows: batch }
        batch = []
      }
    }
    yield { is: 'progress', done: entries.at(-1)?.seq ?? size, total: size }
  }
  if (batch.length > 0) yield { is: 'rows', rows: batch }
  if ((await erasedCount(db, organization)) !== erased) {
    // An erasure has the log read again. What was stored so far may hold the name.
    for (const table of ['observations', 'observation_texts'] as const)
      await db
        .deleteFrom(table)
        .where('organization_id', '=', organization)
        .where('import_id', '=', importId)
        .execute()
    return yield { is: 'unchanged' }
  }
  ledger.read(size)
  ledger.passOver('decides nothing', size - ledger.account().rowsUsed)
  const { observations, firstMs, lastMs, kinds } = counted
  const account = { ...ledger.account(), kinds: kinds(), governed: observer.units.list() }
  yield { is: 'end', account, observations, firstMs, lastMs }
}

class Counted {
  observations = 0
  firstMs: number | null = null
  lastMs: number | null = null
  readonly #kinds = new Map<string, number>()

  take({ kind, atMs }: Observation): void {
    this.observations += 1
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1)
    this.firstMs ??= atMs
    this.lastMs = atMs
  }
  kinds = () => [...this.#kinds].map(([kind, observations]) => ({ kind, observations }))
}

async function sizeOf(db: Kysely<Tables>, organization: string): Promise<number> {
  const row = await db
    .selectFrom('log_heads')
    .select('size')
    .where('organization_id', '=', organization)
    .executeTakeFirst()
  return row?.size ?? 0
}

/** The log is told by its newest entry, and the names in it by how many there are. */
async function fingerprintOf(db: Kysely<Tables>, organization: string, size: number): Promise<string> {
  const newest = await db
    .selectFrom('entries')
    .select('entry')
    .where('organization_id', '=', organization)
    .where('seq', '=', size - 1)
    .executeTakeFirst()
  const names = await db
    .selectFrom('persons')
    .select(({ fn }) => [fn.countAll<number>().as('people'), fn.count<number>('sealed_name').as('named')])
    .where('organization_id', '=', organization)
    .executeTakeFirstOrThrow()
  const known = [Number(names.people), Number(names.named), measures.map(({ kind }) => kind)]
  return createHash('sha256')
    .update(JSON.stringify([version, size, newest?.entry ?? null, known]))
    .digest('hex')
}

/**
 * The entries in their order, but for what says nothing by itself: ballots are read off their table when the vote closes. One
 * that found a deadline passed and moved the decision on says something.
 */
async function* entriesOf(db: Kysely<Tables>, organization: string, size: number): AsyncGenerator<Entry[]> {
  for (let last = -1; ; ) {
    const rows = await db
      .selectFrom('entries')
      .select(['seq', 'entry'])
      .where('organization_id', '=', organization)
      .where('seq', '>', last)
      .where('seq', '<', size)
      .where(({ eb, or }) =>
        or([
          eb('kind', 'not in', ['ballot', 'delegate', 'revoke', 'erase']),
          eb('entry', 'like', '%"type":"decision.e%'),
        ]),
      )
      .orderBy('seq')
      .limit(entriesAtOnce)
      .execute()
    const end = rows.at(-1)
    if (!end) return
    yield rows.map(({ entry }) => JSON.parse(entry) as Entry)
    if (rows.length < entriesAtOnce) return
    last = end.seq
  }
}

/** Names stand beside the log, where they can be erased; the log is read again then. */
function namedIn(db: Kysely<Tables>, organization: string) {
  const known = new Map<string, string | null>()
  return async (found: readonly Observation[]): Promise<Observation[]> => {
    const people = found.flatMap(({ actor }) => (actor === null ? [] : [actor.slice('person:'.length)]))
    const unknown = [...new Set(people)].filter(person => !known.has(person))
    if (unknown.length > 0) {
      const read = await namesOf(db, organization, unknown)
      for (const person of unknown) known.set(person, read.get(person) ?? null)
    }
    return found.map(observation => {
      const name = known.get(observation.actor?.slice('person:'.length) ?? '')
      return name ? { ...observation, actorName: name } : observation
    })
  }
}
