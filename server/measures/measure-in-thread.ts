// Measures stored evidence in a thread of its own: the server keeps answering, however much there is to count.
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { Measurable } from './measurable.ts'
import { needsFiles, storedClaims, storedRows } from './stored-evidence.ts'
import { type Thread, takeThread } from './thread.ts'
import type { ActorRow, FromMeasuring, PartyRow } from './thread-messages.ts'

const rowsPerBatch = 2_000

export interface MeasureInThread {
  readonly db: Kysely<Tables>
  readonly organization: string
  readonly measurable: Measurable
  /** A day whose unit reports are reused where nothing changed; null: none. */
  readonly reuse: string | null
  /** Whether the rows of people are compared with those that are stored. */
  readonly people: boolean
  readonly signal: AbortSignal
  /** Observations taken in, of all. */
  readonly onProgress?: (done: number, total: number) => void
}

/** What the thread found, piece by piece. Throws the signal's reason, and faults. */
export async function* measureInThread(options: MeasureInThread): AsyncGenerator<FromMeasuring> {
  const { signal, measurable } = options
  signal.throwIfAborted()
  const { charter, given, asOf, sources } = measurable
  const thread = takeThread(signal)
  let finished = false
  try {
    // As plain data: a charter's parts may come from anywhere.
    await thread.send({ is: 'begin', task: JSON.parse(JSON.stringify({ charter, given, asOf, sources })) })
    await sendEvidence(thread, options)
    if (options.reuse !== null) await sendUnits(thread, options, options.reuse)
    if (options.people) await sendPeople(thread, options)
    await thread.send({ is: 'measure', people: options.people })
    for (;;) {
      const message = await thread.next()
      finished = message.is === 'report'
      yield message
      if (finished) return
    }
  } finally {
    await thread.giveBack(finished)
  }
}

async function sendEvidence(thread: Thread, options: MeasureInThread): Promise<void> {
  const { db, organization, measurable } = options
  const total = measurable.sources.reduce((sum, { reading }) => sum + (reading?.observations ?? 0), 0)
  let done = 0
  for (const [number, { source, reading }] of measurable.sources.entries()) {
    if (!reading) continue
    const files = needsFiles(measurable.charter, source.id)
    for await (const rows of storedRows(db, organization, reading.importId, files)) {
      await thread.send({ is: 'rows', source: number, rows })
      done += rows.length
      options.onProgress?.(done, Math.max(done, total))
    }
    for await (const rows of storedClaims(db, organization, reading.importId)) {
      await thread.send({ is: 'claims', rows })
    }
  }
}

const unitsPerBatch = 100

async function sendUnits(thread: Thread, { db, organization }: MeasureInThread, day: string): Promise<void> {
  let last = ''
  for (;;) {
    const rows = await db
      .selectFrom('unit_reports')
      .select(['unit_id', 'fingerprint'])
      .select(({ cast, ref }) => cast<string>(ref('report'), 'text').as('text'))
      .where('organization_id', '=', organization)
      .where('day', '=', day)
      .where('unit_id', '>', last)
      .orderBy('unit_id')
      .limit(unitsPerBatch)
      .execute()
    const end = rows.at(-1)
    if (!end) return
    last = end.unit_id
    await thread.send({
      is: 'units',
      rows: rows.map(row => [row.unit_id, row.fingerprint, row.text] as const),
    })
  }
}

async function sendPeople(thread: Thread, { db, organization }: MeasureInThread): Promise<void> {
  for (let last = ''; ; ) {
    const rows = await db
      .selectFrom('actors')
      .select(['actor', 'name', 'party_id', 'bot_rule', 'observations', 'actor_key'])
      .where('organization_id', '=', organization)
      .where('actor_key', '>', last)
      .orderBy('actor_key')
      .limit(rowsPerBatch)
      .execute()
    const end = rows.at(-1)
    if (!end) break
    last = end.actor_key
    const sent = rows.map(
      (row): ActorRow => [row.actor, row.name, row.party_id, row.bot_rule, row.observations],
    )
    await thread.send({ is: 'actors', rows: sent })
  }
  for (let last = ''; ; ) {
    const rows = await db
      .selectFrom('parties')
      .select(['party_id', 'name', 'members', 'observations', 'party_key'])
      .select(({ cast, ref }) => cast<string>(ref('reasons'), 'text').as('text'))
      .where('organization_id', '=', organization)
      .where('party_key', '>', last)
      .orderBy('party_key')
      .limit(rowsPerBatch)
      .execute()
    const end = rows.at(-1)
    if (!end) return
    last = end.party_key
    const sent = rows.map(
      (row): PartyRow => [row.party_id, row.name, row.members, row.observations, row.text],
    )
    await thread.send({ is: 'parties', rows: sent })
  }
}
