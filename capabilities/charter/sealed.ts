// A charter as it is kept beside the log: with a salt, since its CID stands in the log and a hash of what is said of people
// must not be one that anybody can try names against.
import { accepted, type Charter, cidOf, limits, type Result, refused, validCharter } from '@equalizer/core'
import { z } from 'zod'
import { type Facts, facts } from './words.ts'

const sealedSchema = z.strictObject({
  /** Random, 128 bits or more. It goes with the document when that is erased. */
  salt: z.string().regex(/^[0-9a-z]{32,128}$/),
  charter: z.unknown(),
  /** What a sentence about the change needs and must not stand in the log: the names of people. */
  facts: facts.exactOptional(),
})

export interface Sealed {
  readonly salt: string
  readonly charter: Charter
  readonly facts?: Facts
}

export interface Kept {
  readonly cid: string
  readonly text: string
}

/** One text for one charter and salt, and its CID. Code: `charter.too_large`. */
export function sealCharter({ salt, charter, facts: told }: Sealed): Result<Kept> {
  const text = JSON.stringify({
    salt,
    charter,
    ...(told && Object.keys(told).length > 0 ? { facts: told } : {}),
  })
  const bytes = new TextEncoder().encode(text).length
  if (bytes <= limits.charterBytes) return accepted({ cid: cidOf(text), text })
  const reason = `The charter would be larger than a charter may be (${limits.charterBytes} bytes)`
  return refused('charter.too_large', reason, { bytes })
}

/**
 * The salt of a version that is made out of another one here. No way leads back: whoever has the newer document cannot try
 * what an erased one said.
 */
export function nextSalt(salt: string): string {
  return cidOf(`the salt after ${salt}`)
}

/**
 * Reads what `sealCharter` wrote. Codes: `charter.not_sealed`, `charter.invalid` (facts: path), and
 * `charter.deciding_by_moves`: the rules in force stand in the log and in no document.
 */
export function openCharter(text: string): Result<Sealed> {
  const read = sealedSchema.safeParse(jsonOf(text))
  if (!read.success) return refused('charter.not_sealed', 'The document is no charter with its salt')
  const valid = validCharter(read.data.charter)
  if (!valid.ok) return valid
  if (valid.value.deciding) {
    return refused('charter.deciding_by_moves', 'Rules change by moves and not by an edit of the charter')
  }
  const { salt, facts: told } = read.data
  return accepted({ salt, charter: valid.value, ...(told ? { facts: told } : {}) })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
