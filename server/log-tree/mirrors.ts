// How far the mirrors of a log are, which the operator names: each is asked for the checkpoint that it serves, when somebody
// wants to know and not too often, and believed only what it and the log signed.
import type { Witnesses } from '@equalizer/client/contract'
import { cosignersOf, openCheckpoint, type PolicyWitness, rootFromTiles } from '@equalizer/tlog'
import { nativeVerify } from '@equalizer/tlog/node'
import { askCheckpoint } from './ask-checkpoint.ts'
import type { OrganizationLog } from './organization-log.ts'
import type { LogParts } from './parts.ts'
import { tileReader } from './read-tile.ts'

type Seen = Witnesses['mirrors'][number]

interface Look {
  readonly atMs: number
  readonly found: Promise<Seen>
}

/** Between two looks at one mirror, in milliseconds. */
const apartMs = 30_000

export interface Mirrors {
  /** Everybody of `log/mirrors` who is named with an address, in its order. */
  of(log: OrganizationLog): Promise<readonly Seen[]>
  forget(organization: string): void
}

export function mirrorsOf({ clock, mirrors }: Pick<LogParts, 'clock' | 'mirrors'>): Mirrors {
  const looks = new Map<string, Map<string, Look>>()

  function looked(log: OrganizationLog, mirror: PolicyWitness, url: string): Promise<Seen> {
    const own = looks.get(log.organization) ?? new Map<string, Look>()
    looks.set(log.organization, own)
    const key = `${mirror.vkey.text} ${url}`
    const last = own.get(key)
    const nowMs = clock.nowMs()
    if (last && Math.abs(nowMs - last.atMs) < apartMs) return last.found
    const found = look(log, mirror, url)
    own.set(key, { atMs: nowMs, found })
    return found
  }

  return {
    async of(log) {
      const now = await mirrors.now()
      if (now.state !== 'in_force') return []
      const named = now.policy.witnesses.flatMap(mirror =>
        mirror.url === undefined ? [] : [looked(log, mirror, mirror.url)],
      )
      return Promise.all(named)
    },
    forget: organization => void looks.delete(organization),
  }
}

/**
 * Problems: `mirror.unreachable`, `mirror.wrong_checkpoint` (not one of this log), `mirror.unsigned` (the mirror did not sign what it
 * serves), `mirror.ahead` (it holds more than was signed here), `mirror.forked` (it holds another history).
 */
async function look(log: OrganizationLog, mirror: PolicyWitness, url: string): Promise<Seen> {
  const seen = { name: mirror.name, url, timestampMs: null, size: null, problem: null }
  const keys = log.identity?.signers.map(({ vkey }) => vkey) ?? []
  const note = await askCheckpoint(url, keys[0]?.name ?? '')
  if (note === null) return { ...seen, problem: 'mirror.unreachable' }
  const opened = openCheckpoint(note, keys, nativeVerify)
  if (!opened.ok) return { ...seen, problem: 'mirror.wrong_checkpoint' }
  const { size, root } = opened.value.checkpoint
  const cosigned = cosignersOf(opened.value.note, { witnesses: [mirror] }, nativeVerify)
  const [signature] = cosigned.ok ? cosigned.value : []
  if (!signature) return { ...seen, problem: 'mirror.unsigned' }
  const held = { ...seen, size, timestampMs: signature.timestampSeconds * 1_000 }
  if (size > log.signed.size) return { ...held, problem: 'mirror.ahead' }
  const own = await rootFromTiles(
    size,
    tileReader(log.files, () => log.signed.size),
  )
  return Buffer.compare(own, root) === 0 ? held : { ...held, problem: 'mirror.forked' }
}
