// Which changes of a charter could be taken back now: what a later change touched refuses, and evidence that is swept.
import { setImmediate } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { charterVersion, currentCharter } from './current.ts'
import { type SourceChange, sourceChange, takenBack } from './taken-back.ts'

/** Of these versions, newest first. One charter at a time is in hand beside the one in force; others get their turn. */
export async function takesBack(
  db: Kysely<Tables>,
  organization: string,
  versions: readonly number[],
): Promise<ReadonlySet<number>> {
  const found = new Set<number>()
  if (versions.length === 0) return found
  const current = await currentCharter(db, organization)
  const states = await sourceStates(db, organization)
  let after = null
  for (const version of versions) {
    if (after?.version !== version) after = await charterVersion(db, organization, version)
    const before = await charterVersion(db, organization, version - 1)
    if (after && before) {
      const sources = sourceChange(before.charter, after.charter)
      const fits = takenBack(before, after, current, sources).ok
      if (fits && evidenceIsThere(states, sources)) found.add(version)
    }
    after = before
    await setImmediate()
  }
  return found
}

/** By id: whether it is taken back. */
async function sourceStates(db: Kysely<Tables>, organization: string): Promise<ReadonlyMap<string, boolean>> {
  const rows = await db
    .selectFrom('sources')
    .select(['source_id', 'removed_ms'])
    .where('organization_id', '=', organization)
    .execute()
  return new Map(rows.map(({ source_id, removed_ms }) => [source_id, removed_ms !== null]))
}

function evidenceIsThere(states: ReadonlyMap<string, boolean>, { removed }: SourceChange): boolean {
  return removed.every(({ id }) => states.get(id) === true)
}
