// Whom the reader trusts, as they typed it: keys, one a line, or a whole policy.
import type { Refusal } from '@equalizer/core'
import { type Policy, parsePolicy, parseVkey, type Vkey } from '@equalizer/tlog'

export type Trusted =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'keys'; readonly vkeys: readonly Vkey[] }
  | { readonly kind: 'policy'; readonly policy: Policy }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** Keys hold neither spaces nor a first word of a policy's lines. */
export function trustedIn(typed: string): Trusted {
  const lines = typed
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  if (lines.length === 0) return { kind: 'nothing' }
  if (lines.some(line => /^(?:#|log |witness |group |quorum )/.test(line))) {
    const policy = parsePolicy(typed.endsWith('\n') ? typed : `${typed}\n`)
    return policy.ok ? { kind: 'policy', policy: policy.value } : { kind: 'refused', refusal: policy.refusal }
  }
  const vkeys: Vkey[] = []
  for (const line of lines) {
    const vkey = parseVkey(line)
    if (!vkey.ok) return { kind: 'refused', refusal: vkey.refusal }
    vkeys.push(vkey.value)
  }
  return { kind: 'keys', vkeys }
}

/** Keys alone, as a policy that asks for no witness. */
export const policyOf = (vkeys: readonly Vkey[]): Policy => {
  const read = parsePolicy(`${vkeys.map(({ text }) => `log ${text}\n`).join('')}quorum none\n`)
  if (!read.ok) throw new Error(`keys that were read are a policy: ${read.refusal.reason}`)
  return read.value
}
