// A new key for a log: the old one says so in a note that is published, and signs on beside the new one for a while.
import { accepted, type Result } from '@equalizer/core'
import { signNote } from '@equalizer/tlog'
import { newKey, readKeys, replaceKey, retireOlder } from './key-files.ts'
import { place } from './log-folder.ts'
import type { LogParts } from './parts.ts'
import { elsewhere } from './refusals.ts'

export const signsOnMs = 90 * 86_400_000

export interface Rotated {
  readonly vkey: string
  /** Until when the old key signs, too. */
  readonly untilMs: number
}

const statementFormat = 'equalizer log key 1'

/** What the old key signs: whoever trusts it may trust the new one. */
export function statementText(origin: string, vkey: string, atMs: number): string {
  return `${statementFormat}\n${origin}\n${vkey}\n${new Date(atMs).toISOString()}\n`
}

/** `retireNow`: no key but the new one signs any more: older ones lie where the old one lay. The next round signs with the new key. Codes: `log.elsewhere`. */
export async function rotateKey(
  { store, folders, clock }: Pick<LogParts, 'store' | 'folders' | 'clock'>,
  organization: string,
  retireNow: boolean,
): Promise<Result<Rotated>> {
  const folder = folders.pathOf(organization)
  const files = folders.of(organization)
  const nowMs = clock.nowMs()
  const keys = await readKeys(folder, nowMs)
  if (keys === null) return elsewhere(organization)
  const { current } = keys
  const origin = current.vkey.name
  const next = newKey(() => origin)
  const statement = signNote(statementText(origin, next.vkey, nowMs), [current])
  const before = await files.read(place.keys)
  // A key that is named and never comes into force is named in vain; one in force is always named.
  await files.write(place.keys, Buffer.from(before ? `${Buffer.from(before)}\n${statement}` : statement))
  const untilMs = retireNow ? nowMs : nowMs + signsOnMs
  if (retireNow) await retireOlder(folder, nowMs)
  await replaceKey(folder, next.signer, untilMs)
  await store.db
    .updateTable('log_heads')
    .set({ vkey: next.vkey })
    .where('organization_id', '=', organization)
    .where('vkey', '=', current.vkey.text)
    .execute()
  return accepted({ vkey: next.vkey, untilMs })
}
