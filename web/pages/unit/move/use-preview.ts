// What the move would come to, asked of the server whenever the classes have been left alone for a moment.
import type { Body, Problem } from '@equalizer/client'
import type { RulesPreview } from '@equalizer/client/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { problemOf, Refused } from '../../../data/call.ts'
import { useOrganization } from '../../../data/organization.ts'
import { useQuiet } from '../../../data/use-quiet.ts'
import { send } from '../../../data/write.ts'
import type { DecisionClass } from './classes.ts'

const name = 'POST /api/organizations/{organization}/rules/preview'

export interface Previewing {
  readonly preview: RulesPreview | null
  readonly problem: Problem | null
  readonly isOld: boolean
}

export function usePreview(unit: string, classes: readonly DecisionClass[], override: string): Previewing {
  const organization = useOrganization()
  const body = { unit, classes, ...(override.trim() === '' ? {} : { override: override.trim() }) }
  const written = JSON.stringify(body)
  const asked = useQuiet(written)
  const query = useQuery<RulesPreview>({
    queryKey: [name, { organization }, asked],
    queryFn: async ({ signal }) => {
      const answered = await send(name, {
        input: { organization },
        body: JSON.parse(asked) as Body<typeof name>,
        signal,
      })
      if (!answered.ok) throw new Refused(answered.problem)
      return answered.value
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
  return {
    preview: query.data ?? null,
    problem: query.error ? problemOf(query.error) : null,
    isOld: written !== asked || query.isPlaceholderData,
  }
}
