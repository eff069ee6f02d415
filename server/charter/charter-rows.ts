// The versions of the charter, made of the log: each entry that changes it is one more, whoever decided it.
import { openCharter } from '@equalizer/capabilities'
import { sql } from 'kysely'
import type { Clock } from '../desk.ts'
import { fetchDocument } from '../door/documents.ts'
import type { Projections } from '../door/projections.ts'
import { place } from '../jobs/queue.ts'
import { namesOf } from '../persons/names.ts'

interface Edited {
  readonly version: number
  readonly kind: string
  readonly facts: Record<string, string | number | boolean | null | string[]>
  readonly document: string
  readonly undoes: number | null
  readonly by: string
}

export function charterRows({
  clock,
  newId,
}: {
  readonly clock: Clock
  readonly newId: () => string
}): Projections {
  return {
    async write(trx, organization, stored) {
      for (const { entry, documents } of stored) {
        for (const event of entry.events) {
          // The founding only names the version that stands already.
          if (event.type !== 'charter.edited' || (entry.by === null && entry.seq === 0)) continue
          const edited = event.data as unknown as Edited
          // First, since orders and claims of all servers wait for each other here.
          await place(trx, { organization, order: { kind: 'measure' }, id: newId(), nowMs: clock.nowMs() })
          const text = documents[edited.document] ?? (await fetchDocument(trx, organization, edited.document))
          const opened = openCharter(text ?? '')
          if (!opened.ok) throw new Error(`The charter ${edited.document} that was just made cannot be read`)
          const { charter, facts = {} } = opened.value
          const before = await trx
            .selectFrom('charters')
            .select('given')
            .where('organization_id', '=', organization)
            .orderBy('version', 'desc')
            .limit(1)
            .executeTakeFirst()
          const author = (await namesOf(trx, organization, [edited.by])).get(edited.by)
          await trx
            .insertInto('charters')
            .values({
              organization_id: organization,
              version: edited.version,
              charter: JSON.stringify(charter),
              given: edited.kind === 'charter.written' || (before?.given ?? true),
              kind: edited.kind,
              facts: JSON.stringify({ ...edited.facts, ...facts }),
              at_ms: entry.atMs,
              by: author ?? edited.by,
              undoes: edited.undoes,
            })
            .execute()
          await trx
            .updateTable('organizations')
            .set({
              charter_version: edited.version,
              revision: sql`revision + 1`,
              name: charter.organization.name,
            })
            .where('organization_id', '=', organization)
            .execute()
        }
      }
    },
  }
}
