// Ids of observations that any copy of a source gives again, and handles and names made safe to compare and to show.
import { hash } from 'node:crypto'
import { accepted, limits, type Result, refused } from '@equalizer/core'
import type { Actor } from '@equalizer/measure'

/**
 * 132 bits of SHA-256 over the facts: its first 22 characters in base64url (a Buffer for just 128 takes three times as
 * long). `sourceKind` names what the facts are, so that two sources never meet by accident. Facts are what makes the row
 * this row wherever it is read: a transaction's hash and log index, a ballot's id, the row itself; never the file's name,
 * the row's number or the charter's id of the source.
 */
export function observationId(sourceKind: string, facts: readonly (string | number | null)[]): string {
  return hash('sha256', JSON.stringify([sourceKind, ...facts]), 'base64url').slice(0, 22)
}

// Controls, bidi and zero-width formats, soft hyphen, byte-order mark, tags, line separators, noncharacters.
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu

/**
 * A name for display: characters that show nothing or turn the text around are removed, blanks folded, NFC. Markup stays
 * as it is; pages escape it. Refused when it is longer than `limits.textChars`.
 */
export function cleanName(text: string): Result<string> {
  if (text.length > limits.textChars) return tooLong(text)
  return accepted(
    apart(
      ordinary(text) ? text : text.normalize('NFC').replaceAll(/\s+/g, ' ').replaceAll(invisible, '').trim(),
    ),
  )
}

/**
 * The same text in memory of its own. A cell is a slice of its chunk, and V8 keeps a whole chunk as long as one slice of
 * it lives: a name kept from each chunk would keep the file.
 */
function apart(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1)
}

/** Printable ASCII without doubled blanks needs no cleaning; nearly every handle is that. */
function ordinary(text: string): boolean {
  return /^[!-~]+( [!-~]+)*$/.test(text)
}

const shapes: Readonly<Record<string, readonly [pattern: RegExp, what: string]>> = {
  eth: [/^0x[0-9a-f]{40}$/, 'an Ethereum address (0x and 40 hexadecimal digits)'],
  email: [/^[^\s@]+@[^\s@]+$/, 'an e-mail address'],
  github: [/^[a-z0-9][a-z0-9_-]{0,98}(\[bot\])?$/, 'a GitHub login'],
}
const caseless = new Set(['eth', 'email', 'github', 'opencollective', 'ens', 'domain'])

/**
 * The actor `scheme:handle`. Handles of schemes that ignore case are lower-cased; eth, email and github are checked. A
 * handle with an invisible or text-turning character is refused, because it would look like somebody else's.
 */
export function normalizeActor(scheme: string, handle: string): Result<Actor> {
  if (handle.length > limits.textChars) return tooLong(handle)
  const plain = ordinary(handle)
  const trimmed = plain ? handle : handle.normalize('NFC').trim()
  if (trimmed === '') return refused('evidence.empty_actor', 'The row names nobody', { scheme })
  if (!plain && trimmed.search(invisible) >= 0) {
    return refused('evidence.bad_actor', 'The handle holds an invisible or text-turning character', {
      what: 'invisible',
      scheme,
    })
  }
  const folded = caseless.has(scheme) ? trimmed.toLowerCase() : trimmed
  const shape = shapes[scheme]
  if (shape !== undefined && !shape[0].test(folded)) {
    return refused('evidence.bad_actor', `This is not ${shape[1]}`, {
      what: scheme,
      scheme,
      handle: folded.slice(0, 60),
    })
  }
  return accepted(apart(`${scheme}:${folded}`))
}

/** The scheme a bare handle most plausibly has: an address (even a broken one), an e-mail address, else `otherwise`. */
export function schemeOf(handle: string, otherwise: string): string {
  if (handle.length === 42 && handle.startsWith('0x')) return 'eth'
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(handle) ? 'email' : otherwise
}

function tooLong(text: string): Result<never> {
  return refused('evidence.text_too_long', `A text is longer than ${limits.textChars} characters`, {
    characters: text.length,
    limit: limits.textChars,
  })
}
