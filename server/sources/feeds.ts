// The surfaces that count a source, as the charter has it or would have it.
import type { SourceState } from '@equalizer/client'
import { type Charter, idFrom, type Source, withSource } from '@equalizer/core'
import type { Reading } from '@equalizer/evidence'
import type { CurrentCharter } from '../charter/current.ts'

export type Feed = SourceState['feeds'][number]

export function feedsOf(charter: Charter, source: string): Feed[] {
  return charter.units.flatMap(unit =>
    unit.surfaces
      .filter(surface => surface.evidence.some(line => line.source === source))
      .map(surface => ({
        unit: unit.id,
        unitName: unit.name,
        surface: surface.id,
        surfaceName: surface.name,
      })),
  )
}

/** What a source would feed if it were connected. */
export function wouldFeed({ charter, given }: CurrentCharter, reading: Reading, name: string): Feed[] {
  const taken = new Set(charter.sources.map(({ id }) => id))
  const source: Source = { ...reading, id: freeSourceId(name, taken), path: name }
  return feedsOf(withSource(charter, source, { given }), source.id)
}

/** From the name without its ending, and without anything that is taken. Short, since ids of surfaces are made from it. */
export function freeSourceId(name: string, taken: ReadonlySet<string>): string {
  const short = idFrom(name.replace(/(\.[a-z]\w{0,7}){1,2}$/i, ''), 'source').slice(0, 40)
  let id = short
  for (let number = 2; taken.has(id); number += 1) id = `${short}-${number}`
  return id
}
