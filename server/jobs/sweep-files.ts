// Clears away files that a killed server left: whole on the disk, and in no row, so that nothing would ever find them again.
import { readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Desk } from '../desk.ts'

/**
 * Of every organization, files put in that no row names, neither as an upload nor as a source, and that were written before `startedMs` (UTC milliseconds):
 * whatever this server is receiving is younger, and no other one works on its folder. Returns how many went.
 */
export async function sweepFiles({ store, data, log }: Desk, startedMs: number): Promise<number> {
  const organizations = await store.db.selectFrom('organizations').select('organization_id').execute()
  let gone = 0
  for (const { organization_id: organization } of organizations) {
    const folder = dirname(data.fileOf(organization, 'any'))
    if (basename(folder) !== organization) throw new Error('Files lie where no files of an organization lie')
    const names = await readdir(folder).catch(() => [])
    if (names.length === 0) continue
    const named = await namedIn(store, organization)
    for (const name of names.filter(name => !named.has(name))) {
      const path = join(folder, name)
      const found = await stat(path).catch(() => null)
      if (found === null || !found.isFile() || found.mtimeMs >= startedMs) continue
      await rm(path, { force: true })
      gone += 1
    }
  }
  if (gone > 0) log.info({ files: gone }, 'files that a broken-off upload left were removed')
  return gone
}

async function namedIn({ db }: Desk['store'], organization: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('uploads')
    .select('upload_id as name')
    .where('organization_id', '=', organization)
    .union(
      db
        .selectFrom('sources')
        .select('location as name')
        .where('organization_id', '=', organization)
        .where('origin', '=', 'upload'),
    )
    .execute()
  return new Set(rows.map(({ name }) => name))
}
