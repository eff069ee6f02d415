// The input hash: SHA-256 over everything that was counted, in an order of its own, so that anyone recomputes it.
import { createHash } from 'node:crypto'
import type { Charter } from '@equalizer/core'
import { type Facts, type Identities, noDay, type Rulebook } from '@equalizer/measure'

/** JSON with sorted keys and no spaces. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/** One line a fact: actor, day, what about, choice, required, weight; sorted as text. */
function factLines(facts: Facts): string[] {
  const lines: string[] = []
  for (let row = 0; row < facts.size; row += 1) {
    const about = facts.about[row] as number
    const cells = [
      facts.actors.list[facts.actor[row] as number] ?? '',
      facts.day[row] === noDay ? '' : String(facts.day[row]),
      facts.abouts.list[about] ?? '',
      facts.choices.list[facts.choice[row] as number] ?? '',
      facts.required.get(about) ?? '',
      facts.weight(row).toString(),
    ]
    lines.push(JSON.stringify(cells))
  }
  return lines.sort()
}

/** Whom identity merging made one, and whom it dropped: actors that are not simply a party of their own. */
function identityLines(identities: Identities): string[] {
  const lines: string[] = []
  for (const [actor, party] of identities.partyOf)
    if (party !== actor) lines.push(JSON.stringify([actor, party]))
  return lines.sort()
}

/**
 * Hex SHA-256 of: the rulebook, the charter (without file paths) and the day as canonical JSON, then the identities that
 * were merged, then for each surface its id, asset and sorted facts; every line is JSON and ends with a newline. Equal for equal evidence, in whatever order or copies it was read.
 */
export function inputHash(input: {
  readonly book: Rulebook
  readonly charter: Charter
  readonly asOf: string
  readonly identities: Identities
  readonly surfaces: readonly { readonly id: string; readonly facts: Facts | null }[]
}): string {
  const hash = createHash('sha256')
  const { sources, ...said } = input.charter
  // Where a file lies, and which is named first, is not evidence: the same facts from elsewhere hash the same.
  const named = sources.map(({ path, ...source }) => source).sort((a, b) => (a.id < b.id ? -1 : 1))
  hash.update(
    `${canonicalJson({ rulebook: input.book, charter: { ...said, sources: named }, asOf: input.asOf })}\n`,
  )
  for (const line of identityLines(input.identities)) hash.update(`${line}\n`)
  for (const surface of input.surfaces) {
    hash.update(`${JSON.stringify([surface.id, surface.facts?.asset ?? '', surface.facts?.decimals ?? 0])}\n`)
    if (surface.facts) for (const line of factLines(surface.facts)) hash.update(`${line}\n`)
  }
  return hash.digest('hex')
}
