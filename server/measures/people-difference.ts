// Whose handle is whom, as rows; and what of it differs from the rows that are stored.
import type { Assembled } from '@equalizer/evidence'
import { storable } from '../jobs/observation-row.ts'
import type { ActorRow, PartyRow } from './thread-messages.ts'

/** The rows that are stored, by their key, as text that tells equal rows. */
export class PeopleStored {
  readonly actors = new Map<string, string>()
  readonly parties = new Map<string, string>()

  takeActors(rows: readonly ActorRow[]): void {
    for (const row of rows) this.actors.set(row[0], JSON.stringify(row))
  }

  takeParties(rows: readonly PartyRow[]): void {
    for (const row of rows) this.parties.set(row[0], JSON.stringify(row))
  }
}

/** `…Gone`: keys whose stored rows go, those that are there in another form among them. */
export interface PeopleDifference {
  readonly actors: readonly ActorRow[]
  readonly actorsGone: readonly string[]
  readonly parties: readonly PartyRow[]
  readonly partiesGone: readonly string[]
}

export function differenceOf(stored: PeopleStored, assembled: Assembled): PeopleDifference {
  const actors = changed(stored.actors, actorRows(assembled))
  const parties = changed(stored.parties, partyRows(assembled))
  return { actors: actors.rows, actorsGone: actors.gone, parties: parties.rows, partiesGone: parties.gone }
}

function changed<Row extends readonly [string, ...unknown[]]>(
  stored: ReadonlyMap<string, string>,
  rows: readonly Row[],
): { rows: readonly Row[]; gone: readonly string[] } {
  const gone = new Set(stored.keys())
  const fresh = rows.filter(row => {
    const same = stored.get(row[0]) === JSON.stringify(row)
    if (same) gone.delete(row[0])
    return !same
  })
  return { rows: fresh, gone: [...gone] }
}

function mainName(names: ReadonlyMap<string, number>): string | null {
  let best: string | null = null
  let most = 0
  for (const [name, times] of names) {
    if (times > most || (times === most && best !== null && name < best)) [best, most] = [name, times]
  }
  return best
}

const storableOrNull = (text: string | null) => (text === null ? null : storable(text))

function actorRows({ identities, seen }: Assembled): ActorRow[] {
  const rules = new Map(identities.bots.map(bot => [bot.actor, bot.rule]))
  return seen.map(({ actor, names, observations }) => [
    actor,
    storableOrNull(mainName(names)),
    storableOrNull(identities.partyOf.get(actor) ?? null),
    storableOrNull(rules.get(actor) ?? null),
    observations,
  ])
}

/** Reasons beyond these are left out: an employer's party may have thousands. */
const reasonsKept = 200

function partyRows({ identities, seen }: Assembled): PartyRow[] {
  const observed = new Map<string, number>()
  for (const { actor, observations } of seen) {
    const party = identities.partyOf.get(actor)
    if (party) observed.set(party, (observed.get(party) ?? 0) + observations)
  }
  return [...identities.parties.values()].map(({ id, name, members, reasons }) => [
    storable(id),
    storable(name),
    Math.max(1, members.length),
    observed.get(id) ?? 0,
    JSON.stringify(reasons.slice(0, reasonsKept).map(({ rule, detail }) => ({ rule, detail }))),
  ])
}
