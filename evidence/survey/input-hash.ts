// The input hash: SHA-256 over everything that was counted, in an order of its own, so that anyone recomputes it.
import { createHash } from 'node:crypto'
import type { Charter } from '@equalizer/core'
import { dayOfDate, type Facts, type Identities, type Rulebook } from '@equalizer/measure'
import { canonicalJson } from './canonical.ts'

/** Whom identity merging made one, and whom it dropped: actors that are not simply a party of their own. */
function identityLines(identities: Identities): string[] {
  const lines: string[] = []
  for (const [actor, party] of identities.partyOf)
    if (party !== actor) lines.push(JSON.stringify([actor, party]))
  return lines.sort()
}

/** A surface as it is hashed: its id and what was counted. */
export interface HashedSurface {
  readonly id: string
  readonly facts: Facts | null
  /** The sorted lines of `facts`. */
  readonly lines: readonly string[]
  /** UTC day number from which its facts without a date count; null: it has none. */
  readonly standsFrom: number | null
}

/**
 * Hex SHA-256 of: the rulebook, the charter (without file paths) and the day as canonical JSON, then the identities that
 * were merged, then for each surface its id, asset, the day from which its standing facts count where that is another
 * than `asOf`, and its sorted facts; every line is JSON and ends with a newline. Equal for equal evidence, in whatever
 * order or copies it was read. Surfaces are added one by one, in the charter's order.
 */
export function inputHasher(input: {
  readonly book: Rulebook
  readonly charter: Charter
  readonly asOf: string
  readonly identities: Identities
}): { add(surface: HashedSurface): void; digest(): string } {
  const hash = createHash('sha256')
  const { sources, ...said } = input.charter
  const asOfDay = dayOfDate(input.asOf)
  // Where a file lies, and which is named first, is not evidence: the same facts from elsewhere hash the same. Since when
  // its facts stand is told of each surface, whoever said it.
  const named = sources.map(({ path, since, ...source }) => source).sort((a, b) => (a.id < b.id ? -1 : 1))
  hash.update(
    `${canonicalJson({ rulebook: input.book, charter: { ...said, sources: named }, asOf: input.asOf })}\n`,
  )
  for (const line of identityLines(input.identities)) hash.update(`${line}\n`)
  return {
    add({ id, facts, lines, standsFrom }) {
      const since = standsFrom === null || standsFrom === asOfDay ? [] : [standsFrom]
      hash.update(`${JSON.stringify([id, facts?.asset ?? '', facts?.decimals ?? 0, ...since])}\n`)
      for (const line of lines) hash.update(`${line}\n`)
    },
    digest: () => hash.digest('hex'),
  }
}
