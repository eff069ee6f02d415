// How an act would be decided, asked of the server while it is being written, and never before one has stopped typing.
import type { Body, Problem } from '@equalizer/client'
import type { Foreseen } from '@equalizer/client/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { problemOf, Refused } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { useQuiet } from '../../data/use-quiet.ts'
import { send } from '../../data/write.ts'

const foresee = 'POST /api/organizations/{organization}/door/foresee'
export type AskedAct = Body<typeof foresee>['act']

export interface Foreseeing {
  readonly foreseen: Foreseen | null
  readonly problem: Problem | null
  /** What is shown is about what was typed before. */
  readonly isOld: boolean
}

/** `act` null: not filled in yet. */
export function useForeseen(act: AskedAct | null): Foreseeing {
  const organization = useOrganization()
  const written = act === null ? null : JSON.stringify(act)
  const asked = useQuiet(written)
  const query = useQuery<Foreseen>({
    queryKey: [foresee, { organization }, asked],
    queryFn: async ({ signal }) => {
      const body = { act: JSON.parse(asked ?? '') as AskedAct }
      const answered = await send(foresee, { input: { organization }, body, signal })
      if (!answered.ok) throw new Refused(answered.problem)
      return answered.value
    },
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
  const known = written !== null
  return {
    foreseen: known ? (query.data ?? null) : null,
    problem: known && query.error ? problemOf(query.error) : null,
    isOld: written !== asked || query.isPlaceholderData,
  }
}
