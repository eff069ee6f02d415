// What witnesses remember of a log: asked once before a server signs anything, since whoever brings back a whole machine from
// an older copy brings back a server that has forgotten what it signed.
import { accepted, type Result, refused } from '@equalizer/core'
import { openCheckpoint, type Policy, type Vkey } from '@equalizer/tlog'
import { nativeVerify } from '@equalizer/tlog/node'
import { askCheckpoint } from './ask-checkpoint.ts'
import type { Signed } from './parts.ts'

/** The root of the first entries in the database, on top of what was published; null: it holds fewer. */
export type RootAt = (size: number) => Promise<Uint8Array | null>

/**
 * A witness that cannot be reached or never heard of the log says nothing. What one holds counts only where a key of the log
 * signed it; that another server with the same key is ahead is no harm where the database is its history. Codes: `log.rewound`.
 */
export async function heldBefore(
  policy: Policy,
  keys: readonly Vkey[],
  signed: Signed,
  rootAt: RootAt,
): Promise<Result<null>> {
  const origin = keys[0]?.name ?? ''
  const held = await Promise.all(
    policy.witnesses.map(async ({ name, url }) => {
      const note = url === undefined ? null : await askCheckpoint(url, origin)
      const opened = note === null ? null : openCheckpoint(note, keys, nativeVerify)
      return opened?.ok ? [{ name, ...opened.value.checkpoint }] : []
    }),
  )
  for (const { name, size, root } of held.flat()) {
    if (size < signed.size) continue
    const own = size === signed.size ? signed.root : await rootAt(size)
    if (own !== null && Buffer.compare(root, own) === 0) continue
    const reason = `The witness ${name} holds a checkpoint of ${size} entries that this log’s key signed; here ${signed.size} are known to be signed. An older copy of the data folder was brought back, or the key is in use elsewhere.`
    return refused('log.rewound', reason, { witness: name, held: size, published: signed.size })
  }
  return accepted(null)
}
