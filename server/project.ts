// The checkout that the server runs from, which a first run offers to measure.
import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { charterIn, readCharterFile } from '@equalizer/evidence'

/** null: the server's own files are no git work tree (an installed copy). The name is its charter's, or the folder's. */
export async function findProject(
  folder: string = dirname(dirname(fileURLToPath(import.meta.url))),
): Promise<{ name: string; path: string } | null> {
  const git = await stat(join(folder, '.git')).catch(() => null)
  if (git === null) return null
  const charter = await charterIn(folder)
  const read = charter === null ? null : await readCharterFile(charter)
  return { name: read?.ok ? read.value.organization.name : basename(folder), path: folder }
}
