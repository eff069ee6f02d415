// For tests: logs written straight into the database, without a door, and what was published of them held against it.
import { canonical } from '@equalizer/core'
import {
  emptyFrontier,
  encodeBase64,
  extended,
  parseCheckpointText,
  parseNote,
  rootOf,
} from '@equalizer/tlog'
import { emptyHead, grown, readHead } from '../door/head.ts'
import { createLogger } from '../log/logger.ts'
import type { Store } from '../store/store.ts'
import { leafOf } from './leaf.ts'
import type { LogFolders } from './log-folder.ts'
import { OrganizationLog } from './organization-log.ts'
import type { LogParts } from './parts.ts'

/** Entries that say their place and, to make another history, a word. */
export async function appendEntries(
  store: Store,
  organization: string,
  count: number,
  word = 'so',
): Promise<void> {
  await store.db.transaction().execute(async trx => {
    const before = (await readHead(trx, organization)) ?? emptyHead
    const rows = Array.from({ length: count }, (_, i) => ({
      organization_id: organization,
      seq: before.size + i,
      at_ms: 0,
      by_person: null,
      kind: 'advance',
      decision_id: null,
      entry: canonical({ seq: before.size + i, word }),
    }))
    const { size, lastMs, frontier } = grown(
      before,
      rows.map(({ entry }) => entry),
      0,
    )
    const now = { size, last_ms: lastMs, frontier }
    await trx
      .insertInto('log_heads')
      .values({ organization_id: organization, ...now })
      .onConflict(at => at.column('organization_id').doUpdateSet(now))
      .execute()
    await trx.insertInto('entries').values(rows).execute()
  })
}

/** As an older backup of the database has it. */
export async function cutBack(store: Store, organization: string, size: number): Promise<void> {
  const rows = await store.db
    .selectFrom('entries')
    .select('entry')
    .where('organization_id', '=', organization)
    .where('seq', '<', size)
    .orderBy('seq')
    .execute()
  const { frontier } = grown(
    emptyHead,
    rows.map(({ entry }) => entry),
    0,
  )
  await store.db
    .deleteFrom('entries')
    .where('organization_id', '=', organization)
    .where('seq', '>=', size)
    .execute()
  await store.db
    .updateTable('log_heads')
    .set({ size, frontier })
    .where('organization_id', '=', organization)
    .execute()
}

/** The root of the first entries in the database, base64. */
export async function rootInDatabase(store: Store, organization: string, size: number): Promise<string> {
  const rows = await store.db
    .selectFrom('entries')
    .select('entry')
    .where('organization_id', '=', organization)
    .where('seq', '<', size)
    .orderBy('seq')
    .execute()
  return encodeBase64(
    rootOf(
      extended(
        emptyFrontier,
        rows.map(({ entry }) => leafOf(entry)),
      ),
    ),
  )
}

export function logParts(store: Store, folders: LogFolders): LogParts {
  return {
    store,
    folders,
    clock: { nowMs: () => 0, today: () => '1970-01-01' },
    log: createLogger(process.stderr, { level: 'silent' }),
    publicName: 'log.example',
    policy: { now: async () => ({ state: 'none' }) },
    mirrors: { now: async () => ({ state: 'none' }) },
  }
}

export const openLog = (parts: LogParts, organization: string) =>
  new OrganizationLog(parts, organization, () => {})

export interface SeenCheckpoint {
  readonly origin: string
  readonly size: number
  /** Base64. */
  readonly root: string
}

/** As whoever reads it sees it. */
export function seen(note: string): SeenCheckpoint {
  const parsed = parseNote(note)
  const checkpoint = parsed.ok ? parseCheckpointText(parsed.value.text) : parsed
  if (!checkpoint.ok) throw new Error(checkpoint.refusal.reason)
  const { origin, size, root } = checkpoint.value
  return { origin, size, root: encodeBase64(root) }
}
