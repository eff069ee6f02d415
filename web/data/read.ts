// Reading an endpoint inside a component: its answer while it is valid, its refusal as a value.
import type { Answer, EndpointName, Input, Problem } from '@equalizer/client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call, problemOf, Refused } from './call.ts'

export interface ReadOptions {
  /** False: not yet. */
  readonly enabled?: boolean
  /** Keeps what was shown while another day, page or filter is on its way; `isPlaceholderData` tells. */
  readonly keep?: boolean
  /** How long an answer is taken for new, in milliseconds; left out: until an event says otherwise. */
  readonly staleMs?: number
  /** Asks again at this pace, in milliseconds. */
  readonly everyMs?: number | false
}

/** Asks once, throwing a refusal: what a query function needs. */
export async function ask<Name extends EndpointName>(
  name: Name,
  input: Input<Name>,
  signal?: AbortSignal,
): Promise<Answer<Name>> {
  const plain = call as (
    name: Name,
    input: Input<Name>,
    options: { signal?: AbortSignal },
  ) => ReturnType<typeof call<Name>>
  const answered = await plain(name, input, signal ? { signal } : {})
  if (!answered.ok) throw new Refused(answered.problem)
  return answered.value
}

export const keyOf = <Name extends EndpointName>(name: Name, input: Input<Name>) => [name, input] as const

/** TanStack Query over one endpoint that reads; `problem` is the refusal or the fault, ready to be shown. */
export function useRead<Name extends EndpointName>(
  name: Name,
  input: Input<Name>,
  { enabled = true, keep = false, staleMs, everyMs }: ReadOptions = {},
) {
  const query = useQuery<Answer<Name>>({
    queryKey: keyOf(name, input),
    queryFn: ({ signal }) => ask(name, input, signal),
    enabled,
    ...(keep ? { placeholderData: keepPreviousData as never } : {}),
    ...(staleMs === undefined ? {} : { staleTime: staleMs }),
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
  })
  const problem: Problem | null = query.error ? problemOf(query.error) : null
  return { ...query, problem }
}
