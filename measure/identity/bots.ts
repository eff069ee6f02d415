// Which actors are machines: the rulebook's own patterns, and the ones that a charter adds.
import type { Actor } from '../observation.ts'

/** Names and logins of machines, and why; matched without regard to case. */
const machinePatterns: readonly { readonly pattern: RegExp; readonly rule: string }[] = [
  { pattern: /\[bot\]/i, rule: 'the name says [bot]' },
  { pattern: /(^|[-_ .])bot$/i, rule: 'the name ends in bot' },
  {
    pattern: /^(dependabot|renovate|greenkeeper|snyk|mergify|bors|codecov|github-actions|web-flow)\b/i,
    rule: 'a known machine account',
  },
]
const machineAddress = /^(no-?reply|do-?not-?reply|mailer-daemon|root)@/i

/** `*` matches any run of characters; everything else is literal; case is ignored. */
function wildcard(pattern: string): RegExp {
  const literal = pattern.split('*').map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${literal.join('.*')}$`, 'i')
}

/** The part of an actor that a person would call the login: `github:x` → x, `email:123+x@users.noreply…` → x. */
export function login(actor: Actor): string {
  const handle = actor.slice(actor.indexOf(':') + 1)
  const local = actor.startsWith('email:') ? handle.slice(0, Math.max(0, handle.indexOf('@'))) : handle
  return local.slice(local.indexOf('+') + 1)
}

/** Answers for each actor why it is a machine, or null. `patterns`: identities from the charter, `*` is a wildcard. */
export function botRule(
  patterns: readonly string[],
): (actor: Actor, names: readonly string[]) => string | null {
  const exact = new Set(
    patterns.filter(pattern => !pattern.includes('*')).map(pattern => pattern.toLowerCase()),
  )
  const wild = patterns.filter(pattern => pattern.includes('*')).map(wildcard)
  return (actor, names) => {
    if (exact.has(actor.toLowerCase()) || wild.some(pattern => pattern.test(actor)))
      return 'listed in the charter'
    if (actor.startsWith('email:') && machineAddress.test(actor.slice(6)))
      return 'a no-reply address of a machine'
    for (const text of [login(actor), ...names]) {
      const found = machinePatterns.find(({ pattern }) => pattern.test(text))
      if (found) return found.rule
    }
    return null
  }
}
