// Checking a proof that stands alone: its checkpoint by whom the reader trusts, and the entry in that tree.
import { checkProof, parseVkey, utf8Text } from '@equalizer/tlog'
import type { Outcome } from './messages.ts'
import { serverSource } from './sources.ts'
import { policyOf, type Trusted } from './trusted.ts'

const proofBytes = 1_048_576
const describedBytes = 65_536

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

const refused = (code: string, reason: string): Outcome => ({
  kind: 'refused',
  refusal: { code, reason, facts: {} },
})

/** The key that the log names itself; null: it names none. */
async function ownKey(url: string) {
  const content = await serverSource(url).read('log.json', describedBytes)
  const read = content && utf8Text(content)
  if (!read?.ok) return null
  try {
    const vkey = parseVkey(String((JSON.parse(read.value) as { vkey?: unknown }).vkey))
    return vkey.ok ? vkey.value : null
  } catch {
    return null
  }
}

async function policyFor(trusted: Trusted, url: string | null) {
  if (trusted.kind === 'policy') return trusted.policy
  if (trusted.kind === 'keys') return policyOf(trusted.vkeys)
  const own = url === null ? null : await ownKey(url)
  return own && policyOf([own])
}

export async function prove(file: File, trusted: Trusted, url: string | null): Promise<Outcome> {
  const read = utf8Text(new Uint8Array(await file.slice(0, proofBytes + 1).arrayBuffer()))
  if (!read.ok) return refused('proof.malformed', 'This is no proof: it is no text')
  const policy = await policyFor(trusted, url)
  if (policy === null) return refused('trust.nothing', 'A proof is checked against a key or a policy')
  const checked = checkProof(read.value, { policy })
  if (!checked.ok) return { kind: 'refused', refusal: checked.refusal }
  const { index, entry, checkpoint, logs, witnesses } = checked.value
  return {
    kind: 'proved',
    proved: {
      index,
      size: checkpoint.size,
      root: hex(checkpoint.root),
      origin: checkpoint.origin,
      signedBy: logs.map(({ text }) => text),
      cosignedBy: witnesses,
      entry: new TextDecoder().decode(entry),
      isFirstUse: trusted.kind === 'nothing',
    },
  }
}
