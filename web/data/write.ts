// Changing something: an endpoint as a mutation whose refusal is an answer, never an exception.
import type { Answer, Answered, Body, EndpointName, Input } from '@equalizer/client'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, problemOf } from './call.ts'

export interface Writing<Name extends EndpointName> {
  readonly input: Input<Name>
  readonly body?: Body<Name>
  readonly signal?: AbortSignal
}

/** The one who changed something sees it at once, also where events are slow to come. */
function refresh(queries: QueryClient, input: unknown): void {
  const organization = (input as { organization?: string } | undefined)?.organization
  void queries.invalidateQueries({
    predicate: ({ queryKey: [name, asked] }) => {
      if (organization === undefined || String(name).endsWith('/api/organizations')) return true
      return (asked as { organization?: string } | undefined)?.organization === organization
    },
  })
}

/** Sends once; a refusal and an unreachable server both come back as `{ ok: false, problem }`. */
export async function send<Name extends EndpointName>(
  name: Name,
  { input, body, signal }: Writing<Name>,
): Promise<Answered<Answer<Name>>> {
  const plain = call as (
    name: Name,
    input: Input<Name>,
    options: { body?: Body<Name>; signal?: AbortSignal },
  ) => Promise<Answered<Answer<Name>>>
  try {
    return await plain(name, input, {
      ...(body === undefined ? {} : { body }),
      ...(signal ? { signal } : {}),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    return { ok: false, problem: problemOf(error) }
  }
}

/** `mutateAsync({ input, body })` resolves to the answer or the refusal; `isPending` while it is under way. */
export function useWrite<Name extends EndpointName>(name: Name) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (writing: Writing<Name>) => send(name, writing),
    onSuccess: (answered, { input }) => {
      if (answered.ok) refresh(queries, input)
    },
  })
}
