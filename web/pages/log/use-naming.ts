// What the ids in entries are called: people as the server named them with the entries, units as the rules do today.
import { useMemo } from 'react'
import { useRead } from '../../data/read.ts'
import { calledIn } from '../../words/facts.ts'
import { groupNames } from '../../words/rule-words.ts'
import type { Entries, Reading } from './entry.ts'

/** Units, classes and groups as they are called today. */
export type Ruled = Pick<Reading, 'unit' | 'class' | 'group'>

export const readingOf = (
  { names, decisions, called }: Pick<Entries, 'names' | 'decisions' | 'called'>,
  ruled: Ruled,
): Reading => ({
  ...ruled,
  decisions,
  called: calledIn(called),
  person: id => (Object.hasOwn(names, id) ? names[id] : undefined),
})

export function useRuled(organization: string): Ruled {
  const { data } = useRead('GET /api/organizations/{organization}/rules', { organization })
  return useMemo(() => {
    const units = new Map(data?.units.map(one => [one.unit, one]) ?? [])
    return {
      unit: id => units.get(id)?.name ?? id,
      class: (unit, id) => units.get(unit)?.classes.find(one => one.id === id)?.name ?? id,
      group: groupNames(data?.groups ?? []),
    }
  }, [data])
}

export function useReading(
  organization: string,
  { names, decisions, called }: Pick<Entries, 'names' | 'decisions' | 'called'>,
): Reading {
  const ruled = useRuled(organization)
  return useMemo(() => readingOf({ names, decisions, called }, ruled), [ruled, names, decisions, called])
}
