// Who a commit names: an address, name or trailer line as git spells it, made into an actor.
import type { Actor } from '@equalizer/measure'
import { cleanName, normalizeActor } from '../reading/identifier.ts'
import type { Signature } from './commit.ts'

const nobody: Signature = { actor: null, name: '' }

/**
 * The address identifies; without a usable one the handle in its place does (histories converted from older systems),
 * then the name. Control and text-turning characters vanish from names and make an address unusable.
 */
export function signature(name: string, address: string): Signature {
  const clean = cleanName(name)
  const shown = clean.ok ? clean.value : ''
  const actor = firstActor([
    ['email', address],
    ['git', address],
    ['name', shown],
  ])
  return actor === null ? { ...nobody, name: shown } : { actor, name: shown }
}

function firstActor(candidates: readonly (readonly [scheme: string, handle: string])[]): Actor | null {
  for (const [scheme, handle] of candidates) {
    const actor = normalizeActor(scheme, handle)
    if (actor.ok) return actor.value
  }
  return null
}

/** `Ada Lovelace <ada@example.org>`, or either half; null for a value that names nobody ("none", "n/a"). */
export function trailerSignature(value: string): Signature | null {
  const open = value.lastIndexOf('<')
  const close = value.indexOf('>', open)
  const name = (open < 0 ? value : value.slice(0, open)).trim()
  const address = open < 0 || close < 0 ? '' : value.slice(open + 1, close).trim()
  if (address === '' && /^(|-|none|n\/a|nobody|tbd)$/i.test(name)) return null
  if (address === '' && /^@?[^\s@]+@?[^\s@]*$/.test(name)) return handle(name)
  return signature(name, address)
}

/** A single word: an address, or a GitHub login written @ada. */
function handle(word: string): Signature {
  if (word.startsWith('@')) {
    const login = normalizeActor('github', word.slice(1))
    return login.ok ? { actor: login.value, name: word.slice(1) } : signature(word, '')
  }
  return word.includes('@') ? signature('', word) : signature(word, '')
}
