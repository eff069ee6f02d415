// The fingerprint of a unit: SHA-256 over everything that its report is made of; equal: the report is the same.
import { createHash } from 'node:crypto'
import type { Identities, Rulebook, UnitInput } from '@equalizer/measure'
import { canonicalJson, factLine } from './canonical.ts'
import type { HashedSurface } from './input-hash.ts'

/** Facts, what could have been voted with, and whose handle is whose, as one digest. */
export function surfaceFingerprint({ facts, lines }: HashedSurface, identities: Identities): string {
  const hash = createHash('sha256')
  if (!facts) return 'no facts'
  hash.update(`${JSON.stringify([facts.asset, facts.decimals, facts.size])}\n`)
  for (const line of lines) hash.update(`${line}\n`)
  const divisible = [...facts.divisible].map(row => factLine(facts, row)).sort()
  for (const line of divisible) hash.update(`divisible ${line}\n`)
  const eligible = [...facts.eligible].map(([about, weight]) =>
    JSON.stringify([facts.abouts.list[about] ?? '', weight.toString()]),
  )
  for (const line of eligible.sort()) hash.update(`eligible ${line}\n`)
  const actors = new Set<number>(facts.actor)
  const parties: string[] = []
  for (const number of actors) {
    if (number < 0) continue
    const actor = facts.actors.list[number] as string
    const party = identities.partyOf.get(actor) ?? null
    const name = party === null ? null : (identities.parties.get(party)?.name ?? null)
    parties.push(JSON.stringify([actor, party, name]))
  }
  for (const line of parties.sort()) hash.update(`party ${line}\n`)
  return hash.digest('hex')
}

/** `surfaces`: the fingerprints of those that the unit is measured by, in its order. */
export function unitFingerprint(
  unit: UnitInput,
  surfaces: readonly string[],
  settings: { readonly book: Rulebook; readonly asOf: string; readonly holdersListed: number },
): string {
  const specs = unit.surfaces.map(({ spec }) => spec)
  const since = unit.surfaces.map(({ standsFrom }) => standsFrom ?? null)
  const said = canonicalJson({ ...settings, unit: unit.spec, specs, since, surfaces })
  return createHash('sha256').update(said).digest('hex')
}
