// The revision of each organization, kept at hand: it goes up whenever anything that a reader sees changes.
import type { Kysely } from 'kysely'
import { remember } from '../auth/remembered.ts'
import type { Bell } from '../desk.ts'
import type { Tables } from '../store/tables.ts'

/** Another server on the same database may have changed something: believed for at most this long. */
const believedMs = 1_000
const believed = 1_000

export interface Revisions {
  /** null: there is no such organization. */
  of(organization: string): Promise<number | null>
  forget(): void
  close(): void
}

export function followRevisions(db: Kysely<Tables>, bell: Bell): Revisions {
  const known = remember<number | null>(believedMs, believed)
  const listening = new Map<string, () => void>()

  function listen(organization: string): void {
    if (listening.has(organization)) return
    listening.set(
      organization,
      bell.listen(organization, news => {
        if (news.event === 'changed') known.forget(organization)
      }),
    )
    for (const [oldest, mute] of listening) {
      if (listening.size <= believed) break
      mute()
      listening.delete(oldest)
      known.forget(oldest)
    }
  }

  async function read(organization: string): Promise<number | null> {
    const row = await db
      .selectFrom('organizations')
      .select('revision')
      .where('organization_id', '=', organization)
      .executeTakeFirst()
    return row?.revision ?? null
  }

  return {
    of(organization) {
      listen(organization)
      return known.get(organization, () => read(organization))
    },
    forget: () => known.forget(),
    close() {
      for (const mute of listening.values()) mute()
      listening.clear()
    },
  }
}
