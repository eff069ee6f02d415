// Stores what one batch decided: entries, states, tables and what callers bring along, in one transaction or not at all.
import { type Answered, accepted, type Entry, type Result } from '@equalizer/core'
import { sql, type Transaction } from 'kysely'
import { keepTexts, type WrittenText } from '../persons/texts.ts'
import type { Tables } from '../store/tables.ts'
import { type KeptDocument, keepDocuments } from './documents.ts'
import type { Draws } from './draws.ts'
import { grown, type Head } from './head.ts'
import type { DoorParts, Lane, Waiting } from './parts.ts'
import { commandHash } from './sent.ts'
import type { SentAnswer } from './tables.ts'

export interface Decided {
  readonly entry: Entry
  /** The entry in canonical JSON. */
  readonly text: string
  readonly documents: Readonly<Record<string, string>>
  /** null: the founding. */
  readonly waiting: Waiting | null
  readonly answer: Answered | null
}

/** Rolls back and carries why out of the transaction. */
class TakenBack extends Error {
  readonly why: 'raced' | Result<never>
  constructor(why: 'raced' | Result<never>) {
    super('taken back')
    this.why = why
  }
}

/** `raced`: somebody else appended since `before`. Answers where the log stands now; a refusal is that of an `also`. */
export async function storeBatch(
  parts: DoorParts,
  lane: Lane,
  before: Head,
  deciding: { readonly decided: readonly Decided[]; readonly draws: Draws | null },
): Promise<'raced' | Result<Head>> {
  const { decided, draws } = deciding
  const last = decided.at(-1)
  // Even what was refused was refused on top of what is at hand.
  if (!last) return (await stillAt(parts, lane.organization, before)) ? accepted(before) : 'raced'
  const after = grown(
    before,
    decided.map(({ text }) => text),
    last.entry.atMs,
  )
  try {
    await parts.store.db.transaction().execute(async trx => {
      if (!(await moveHead(trx, lane.organization, before, after))) throw new TakenBack('raced')
      await insertEntries(trx, lane.organization, decided)
      await writeStreams(trx, lane.organization, lane.shelf.changed(), after)
      await keepDocuments(trx, lane.organization, documentsOf(decided), last.entry.atMs)
      await rememberSent(trx, lane.organization, decided)
      await keepTexts(trx, lane.organization, writtenIn(decided))
      if (draws && draws.used !== lane.draws?.used) await useDraws(trx, lane.organization, draws)
      await parts.projections.write(trx, lane.organization, decided, lane.shelf.changed())
      for (const { waiting, entry } of decided) {
        const more = await waiting?.also?.(trx, entry)
        if (more && !more.ok) throw new TakenBack(more)
      }
    })
    return accepted(after)
  } catch (error) {
    if (error instanceof TakenBack) return error.why
    throw error
  }
}

async function stillAt({ store }: DoorParts, organization: string, before: Head): Promise<boolean> {
  const row = await store.db
    .selectFrom('log_heads')
    .select('size')
    .where('organization_id', '=', organization)
    .executeTakeFirst()
  return (row?.size ?? 0) === before.size
}

/** The row is taken until the end of the transaction: whoever comes second finds another size there. */
async function moveHead(
  trx: Transaction<Tables>,
  organization: string,
  before: Head,
  after: Head,
): Promise<boolean> {
  if (before.size === 0) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('log_heads')
      .values({
        organization_id: organization,
        size: after.size,
        last_ms: after.lastMs,
        frontier: after.frontier,
      })
      .onConflict(at => at.column('organization_id').doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await trx
    .updateTable('log_heads')
    .set({ size: after.size, last_ms: after.lastMs, frontier: after.frontier })
    .where('organization_id', '=', organization)
    .where('size', '=', before.size)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** `D-17`, where the command or what came of it is about one decision. */
function decisionOf({ events }: Entry): string | null {
  for (const { stream } of events) if (stream.startsWith('decision/')) return stream.slice('decision/'.length)
  return null
}

async function insertEntries(
  trx: Transaction<Tables>,
  organization: string,
  decided: readonly Decided[],
): Promise<void> {
  // Canonical JSON has no line ends, so that texts need no escaping on their way.
  const texts = decided.map(({ text }) => text).join('\n')
  await sql`insert into entries (organization_id, seq, at_ms, by_person, kind, decision_id, entry)
    select ${organization}, * from unnest(
      ${decided.map(({ entry }) => entry.seq)}::int8[], ${decided.map(({ entry }) => entry.atMs)}::int8[],
      ${decided.map(({ entry }) => entry.by)}::text[], ${decided.map(({ entry }) => String(entry.command.kind))}::text[],
      ${decided.map(({ entry }) => decisionOf(entry))}::text[], string_to_array(${texts}, E'\n'))`.execute(
    trx,
  )
}

async function writeStreams(
  trx: Transaction<Tables>,
  organization: string,
  changed: ReadonlyMap<string, unknown>,
  after: Head,
): Promise<void> {
  if (changed.size === 0) return
  const states = [...changed.values()].map(state => JSON.stringify(state)).join('\n')
  await sql`insert into streams (organization_id, stream, seq, state)
    select ${organization}, stream, ${after.size}::int8, state::json
    from unnest(${[...changed.keys()]}::text[], string_to_array(${states}, E'\n')) as changed(stream, state)
    on conflict (organization_id, stream) do update set seq = excluded.seq, state = excluded.state`.execute(
    trx,
  )
}

function documentsOf(decided: readonly Decided[]): KeptDocument[] {
  return decided.flatMap(({ documents }) =>
    Object.entries(documents).map(([cid, text]) => ({ cid, bytes: Buffer.from(text), type: 'text/plain' })),
  )
}

/** A reason or note belongs to whoever sent it. */
function writtenIn(decided: readonly Decided[]): WrittenText[] {
  return decided.flatMap(({ waiting }) => {
    const person = waiting?.by
    return person ? (waiting?.texts ?? []).map(text => ({ ...text, person })) : []
  })
}

async function rememberSent(
  trx: Transaction<Tables>,
  organization: string,
  decided: readonly Decided[],
): Promise<void> {
  const rows = decided.flatMap(({ waiting, entry, answer: answered }) => {
    if (!waiting || waiting.key === undefined || waiting.by === null) return []
    const answer: SentAnswer = { seq: entry.seq, atMs: entry.atMs, answer: answered }
    return [
      {
        organization_id: organization,
        person: waiting.by,
        key: waiting.key,
        command_sha256: commandHash(waiting.sentAs),
        answer: JSON.stringify(answer),
        at_ms: entry.atMs,
      },
    ]
  })
  if (rows.length > 0) await trx.insertInto('sent').values(rows).execute()
}

async function useDraws(trx: Transaction<Tables>, organization: string, draws: Draws): Promise<void> {
  await trx
    .insertInto('draws')
    .values({ organization_id: organization, ...draws })
    .onConflict(at => at.column('organization_id').doUpdateSet({ used: draws.used }))
    .execute()
}
