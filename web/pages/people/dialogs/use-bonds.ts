// The employers, payers and funders that the charter names, and how many people each has.
import { useMemo } from 'react'
import { useRead } from '../../../data/read.ts'

export interface Bonds {
  /** Every name that binds people here, in order. */
  readonly names: readonly string[]
  /** Still being asked for: a field that began without its names would lose what it holds. */
  readonly isPending: boolean
  /** Ids of the people that a name binds. */
  readonly boundTo: (name: string) => ReadonlySet<string>
}

const nobody: ReadonlySet<string> = new Set()

export function useBonds(organization: string): Bonds {
  const { data, isPending } = useRead('GET /api/organizations/{organization}/charter', { organization })
  return useMemo(() => {
    const bound = new Map<string, Set<string>>()
    for (const person of data?.charter.people ?? []) {
      for (const name of [person.employer, person.payer, person.funder]) {
        if (name === undefined) continue
        bound.set(name, (bound.get(name) ?? new Set()).add(person.id))
      }
    }
    return {
      isPending,
      names: [...bound.keys()].sort((a, b) => a.localeCompare(b)),
      boundTo: name => bound.get(name) ?? nobody,
    }
  }, [data, isPending])
}
