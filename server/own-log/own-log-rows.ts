// The source that an organization's own log is: there from the first act in one of its units on, and due to be read again
// whenever something was decided.
import { type Entry, organizationUnit, ownLogSource } from '@equalizer/core'
import { sql, type Transaction } from 'kysely'
import { currentCharter } from '../charter/current.ts'
import type { Projections } from '../door/projections.ts'
import type { Tables } from '../store/tables.ts'

/** What is decided one after the other is read once. */
export const logReadAfterMs = 60_000
/** A log that takes long to read is read less often: it is at rest this many times as long. */
const restTimes = 20
/** Whatever else is otherwise by then: names that were erased. */
const everyMs = 86_400_000

export const ownLogRows: Projections = {
  async write(trx, organization, stored) {
    const entries = stored.map(({ entry }) => entry)
    if (!entries.some(decides)) return
    const atMs = Math.max(...entries.map(entry => entry.atMs)) + logReadAfterMs
    const { numUpdatedRows } = await trx
      .updateTable('sources')
      .set({
        every_ms: everyMs,
        next_read_ms: sql<number>`least(coalesce(next_read_ms, ${atMs}::int8), ${atMs}::int8 + coalesce((
          select greatest(0, ${restTimes}::int8 * (i.finished_ms - i.started_ms) - ${logReadAfterMs}::int8) from imports i
          where i.organization_id = sources.organization_id and i.import_id = sources.current_import), 0))`,
      })
      .where('organization_id', '=', organization)
      .where('origin', '=', 'log')
      .executeTakeFirst()
    const renamed = entries.some(({ events }) => events.some(({ type }) => type === 'charter.edited'))
    if (numUpdatedRows === 0n ? entries.some(inUnit) : renamed) await connect(trx, organization, atMs)
  },
}

/** Under the id by which the charter names its log. */
async function connect(trx: Transaction<Tables>, organization: string, atMs: number): Promise<void> {
  const source = ownLogSource((await currentCharter(trx, organization)).charter)
  await trx
    .insertInto('sources')
    .values({
      organization_id: organization,
      source_id: source.id,
      origin: 'log',
      location: '',
      name: 'Decisions made here',
      every_ms: everyMs,
      next_read_ms: atMs,
      current_import: null,
      added_ms: atMs - logReadAfterMs,
      removed_ms: null,
    })
    .onConflict(at => at.doNothing())
    .execute()
}

const unitOf = (act: unknown) => (act as { readonly unit?: unknown } | undefined)?.unit

/** Something in it is evidence: an act that was done, a decision that is over, a change of the rules. */
function decides(entry: Entry): boolean {
  const { command, events } = entry
  return inUnit(entry) || command.kind === 'act' || events.some(({ type }) => type === 'decision.ended')
}

/** An act in a unit: acts of the organization alone are no reason to measure units by them. */
function inUnit({ command, events }: Entry): boolean {
  const acts = [
    command.act,
    ...events.map(({ type, data }) => (type === 'decision.opened' ? data.act : undefined)),
  ]
  return acts.some(act => unitOf(act) !== undefined && unitOf(act) !== organizationUnit)
}
