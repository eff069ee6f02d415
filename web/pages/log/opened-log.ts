// What the log says of itself, opened here: its description, and a checkpoint with the signature looked at by this browser.
import { openCheckpoint, parseVkey, type Vkey } from '@equalizer/tlog'

export interface Described {
  readonly origin: string
  readonly vkey: Vkey
  /** Every key that ever signed, the one in use among them. */
  readonly keys: readonly Vkey[]
}

export interface OpenedHead {
  readonly size: number
  /** Hex. */
  readonly root: string
  readonly origin: string
  readonly signedBy: string
}

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

/** `log.json`; null: it is none. */
export function described(content: string): Described | null {
  try {
    const { origin, vkey, keys = [] } = JSON.parse(content) as Record<string, unknown>
    if (typeof origin !== 'string' || typeof vkey !== 'string' || !Array.isArray(keys)) return null
    const current = parseVkey(vkey)
    if (!current.ok) return null
    const others = keys.flatMap(one => {
      const key = typeof one === 'string' && one !== vkey ? parseVkey(one) : null
      return key?.ok ? [key.value] : []
    })
    return { origin, vkey: current.value, keys: [current.value, ...others] }
  } catch {
    return null
  }
}

/** null: no key of the log signed it, or it is of another log. */
export function openedHead(note: string, { origin, keys }: Described): OpenedHead | null {
  const opened = openCheckpoint(note, keys)
  if (!opened.ok || opened.value.checkpoint.origin !== origin) return null
  const { checkpoint, verified } = opened.value
  const [key] = verified
  return key === undefined
    ? null
    : { size: checkpoint.size, root: hex(checkpoint.root), origin, signedBy: key.text }
}
