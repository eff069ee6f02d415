// The way from an old key of a log to the one in force, `keys`: each change is a note that the old key signed.
import { type Ed25519Verify, openNote, parseVkey, utf8Text, type Vkey } from '@equalizer/tlog'
import { limits } from './limits.ts'
import type { Reader } from './source.ts'

const head = 'equalizer log key 1'

/** The keys that these have handed on to, one after the other, under the same name; the given ones included. */
export async function handedOn(
  reader: Reader,
  vkeys: readonly Vkey[],
  verify: Ed25519Verify,
): Promise<readonly Vkey[]> {
  const bytes = await reader.maybe('keys', limits.checkpointBytes)
  const text = bytes && utf8Text(bytes)
  if (!text?.ok) return vkeys
  const trusted = [...vkeys]
  for (const statement of text.value.split(new RegExp(`\\n\\n(?=${head}\\n)`))) {
    const next = nextKey(`${statement.replace(/\n+$/, '')}\n`, trusted, verify)
    if (next) trusted.push(next)
  }
  return trusted
}

/** Null: signed by nobody who is trusted, or for another log. */
function nextKey(statement: string, trusted: readonly Vkey[], verify: Ed25519Verify): Vkey | null {
  const opened = openNote(statement, trusted, verify)
  if (!opened.ok) return null
  const [kind, origin, vkey = ''] = opened.value.text.split('\n')
  const read = parseVkey(vkey)
  if (kind !== head || !read.ok || read.value.name !== origin) return null
  return opened.value.verified.some(({ name }) => name === origin) ? read.value : null
}
