// The proof of one entry that needs nothing else: the entry, its path to the root, and the checkpoint over that root.
import { formatProof, inclusionProofFromTiles } from '@equalizer/tlog'
import type { OrganizationLog } from './organization-log.ts'
import { readEntries, tileReader } from './read-tile.ts'

/** The text of a `.tlog-proof`, its extra the entry; null: no checkpoint that readers get holds the entry yet. */
export async function proofOf(log: OrganizationLog, seq: number): Promise<string | null> {
  const { served, files } = log
  if (served === null || seq >= served.size) return null
  const size = () => log.signed.size
  const hashes = await inclusionProofFromTiles(seq, served.size, tileReader(files, size))
  for await (const entry of readEntries(files, size, seq, seq + 1))
    return formatProof({ extra: entry, index: seq, hashes, checkpoint: served.note })
  return null
}
