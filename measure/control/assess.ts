// The whole organization assessed: facts and identities in, units with their surfaces out. Pure.
import type { Identities } from '../identity/resolve.ts'
import type { UnitReport } from '../report/report.ts'
import { dayOfDate } from './days.ts'
import type { Names } from './facts.ts'
import type { UnitSpec } from './minimum.ts'
import type { PartyIndex } from './party-index.ts'
import type { Rulebook } from './rulebook.ts'
import { assessSurface, type SurfaceInput } from './surface.ts'
import { bot } from './timeline.ts'
import { assessUnit } from './unit.ts'

export interface UnitInput {
  readonly spec: UnitSpec
  readonly surfaces: readonly SurfaceInput[]
  /** Its report, where one was made of the very same before: it is taken as it is. */
  readonly finished?: UnitReport
}

function partyIndex(actors: Names, identities: Identities): PartyIndex {
  const parties = [...identities.parties.values()]
  const numberOf = new Map(parties.map((party, number) => [party.id, number]))
  const ofActor = Int32Array.from(actors.list, actor => {
    const party = identities.partyOf.get(actor)
    return party === null || party === undefined ? bot : (numberOf.get(party) ?? bot)
  })
  return { ofActor, ids: parties.map(party => party.id), names: parties.map(party => party.name) }
}

/**
 * Measures every unit as of the end of the UTC day `asOf` (YYYY-MM-DD). `actors` numbers the actors as the facts do;
 * an actor that `identities` does not place counts as a bot, so resolve all of them first.
 */
export function assessUnits(input: {
  readonly units: readonly UnitInput[]
  readonly actors: Names
  readonly identities: Identities
  readonly asOf: string
  readonly book: Rulebook
  readonly holdersListed: number
}): UnitReport[] {
  const parties = partyIndex(input.actors, input.identities)
  const settings = {
    asOf: dayOfDate(input.asOf),
    book: input.book,
    holdersListed: input.holdersListed,
    historyPoints: 120,
  }
  return input.units.map(unit => {
    if (unit.finished) return unit.finished
    const surfaces = unit.surfaces.map(surface => assessSurface(surface, parties, settings))
    return assessUnit(unit.spec, surfaces, input.asOf, input.book)
  })
}
