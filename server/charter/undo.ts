// Takes one change back, on the charter and on the sources that it added or removed; itself a change that can be taken back.
import type { Change } from '@equalizer/client'
import { accepted, type Result, refused, type Source } from '@equalizer/core'
import type { Transaction } from 'kysely'
import type { Desk } from '../desk.ts'
import { removeSource, restoreSource } from '../sources/rows.ts'
import type { Tables } from '../store/tables.ts'
import { changeCharter, type Signer } from './change.ts'
import { changeOf } from './changes.ts'
import { charterVersion } from './current.ts'
import { type SourceChange, sourceChange, takenBack } from './taken-back.ts'

export interface Undoing {
  readonly organization: string
  readonly version: number
  readonly by: Signer
}

/** Codes: `change.unknown`, `change.not_undoable`, `change.superseded`, and those of `changeCharter`. */
export async function undoChange(
  desk: Desk,
  { organization, version, by }: Undoing,
): Promise<Result<Change>> {
  const { db } = desk.store
  const change = await changeOf(db, organization, version)
  const after = await charterVersion(db, organization, version)
  if (!change || !after)
    return refused('change.unknown', `There is no version ${version} of the charter`, { version })
  const before = await charterVersion(db, organization, version - 1)
  if (!before || change.kind === 'created' || change.undoneBy !== null)
    return notUndoable(version, change.undoneBy)
  const sources = sourceChange(before.charter, after.charter)
  const done = await changeCharter(desk, organization, {
    kind: 'undone',
    facts: factsOf(change),
    by,
    undoes: version,
    given: now => (before.given !== after.given && now.given === after.given ? before.given : now.given),
    edit: (_, now) => takenBack(before, after, now, sources),
    also: async (trx, made) => {
      // Whoever took the same change back a moment ago was first.
      const now = await changeOf(trx, organization, version)
      if (now?.undoneBy !== made) return notUndoable(version, now?.undoneBy ?? null)
      return moveSources(desk, trx, organization, sources)
    },
  })
  if (done.ok && sources.added.length + sources.removed.length > 0) {
    desk.bell.ring(organization, { event: 'changed', data: { what: 'sources' } })
    await readWhatWasNot(desk, organization, sources.removed)
  }
  return done
}

function notUndoable(version: number, undoneBy: number | null): Result<never> {
  const reason =
    undoneBy === null
      ? 'With this the charter began; there is nothing before it'
      : `Version ${undoneBy} took this back already`
  return refused('change.not_undoable', reason, { version })
}

/** What the change said, with `change`: its kind; `again`: it was taken back before and stands again now. */
function factsOf({ kind, facts, version }: Change): Change['facts'] {
  const again = kind === 'undone' && facts.again !== true
  return { ...facts, version, change: kind === 'undone' ? (facts.change ?? kind) : kind, again }
}

/** A source that was taken back before it was read is read now. */
async function readWhatWasNot(desk: Desk, organization: string, restored: readonly Source[]): Promise<void> {
  for (const { id } of restored) {
    const row = await desk.store.db
      .selectFrom('sources')
      .select('current_import')
      .where('organization_id', '=', organization)
      .where('source_id', '=', id)
      .executeTakeFirst()
    if (row?.current_import === null) await desk.jobs.order(organization, { kind: 'import', source: id })
  }
}

async function moveSources(
  desk: Desk,
  trx: Transaction<Tables>,
  organization: string,
  { added, removed }: SourceChange,
): Promise<Result<null>> {
  const nowMs = desk.clock.nowMs()
  for (const { id } of added) await removeSource(trx, organization, id, nowMs)
  for (const { id } of removed) {
    if (await restoreSource(trx, organization, id, nowMs)) continue
    const reason = `The evidence of ${id} is not kept any more; it can be put in again`
    return refused('change.superseded', reason, { path: `sources[${id}]` })
  }
  return accepted(null)
}
