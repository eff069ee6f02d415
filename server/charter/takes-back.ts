// Which changes of a charter could be taken back now: what a later change touched refuses, and evidence that is swept.
import { setImmediate } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { charterVersions, currentCharter } from './current.ts'
import { type SourceChange, sourceChange, takenBack } from './taken-back.ts'

/** Charters that are in hand at a time; others get their turn in between. */
const atOnce = 16

/** Of these versions, in any order. */
export async function takesBack(
  db: Kysely<Tables>,
  organization: string,
  versions: readonly number[],
): Promise<ReadonlySet<number>> {
  const found = new Set<number>()
  if (versions.length === 0) return found
  const current = await currentCharter(db, organization)
  const states = await sourceStates(db, organization)
  for (let from = 0; from < versions.length; from += atOnce) {
    const some = versions.slice(from, from + atOnce)
    const wanted = new Set(some.flatMap(version => [version, version - 1]))
    const charters = await charterVersions(db, organization, [...wanted])
    for (const version of some) {
      const [before, after] = [charters.get(version - 1), charters.get(version)]
      if (!before || !after) continue
      const sources = sourceChange(before.charter, after.charter)
      const fits = takenBack(before, after, current, sources).ok
      if (fits && evidenceIsThere(states, sources)) found.add(version)
    }
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
