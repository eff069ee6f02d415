// What the ids in entries are called: people as the server named them with the entries, units as the rules do today.
import { useMemo } from 'react'
import { useRead } from '../../data/read.ts'
import type { Entries, Reading } from './sentence.ts'

export function useReading(
  organization: string,
  { names, decisions }: Pick<Entries, 'names' | 'decisions'>,
): Reading {
  const { data } = useRead('GET /api/organizations/{organization}/rules', { organization })
  return useMemo(() => {
    const units = new Map(data?.units.map(({ unit, name }) => [unit, name]) ?? [])
    return {
      decisions,
      person: id => (Object.hasOwn(names, id) ? names[id] : undefined),
      unit: id => units.get(id) ?? id,
    }
  }, [data, names, decisions])
}
