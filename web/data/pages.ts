// Reading a list page by page, for endpoints that take a cursor and answer with the next one.
import type { Answer, EndpointName, Input, Problem } from '@equalizer/client'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { problemOf } from './call.ts'
import { ask } from './read.ts'

/** Endpoints whose answer says where the next page begins. */
export type Paged = {
  [Name in EndpointName]: Answer<Name> extends { readonly next: string | null } ? Name : never
}[EndpointName]

/** `pages` holds the answers so far; `more()` asks for the next one where `hasMore`. */
export function usePages<Name extends Paged>(
  name: Name,
  input: Omit<Input<Name>, 'cursor'>,
  options: { readonly enabled?: boolean } = {},
) {
  const query = useInfiniteQuery({
    queryKey: [name, input, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      ask(name, { ...input, ...(pageParam ? { cursor: pageParam } : {}) } as Input<Name>, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Answer<Name>) => (last as { next: string | null }).next,
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
  })
  const problem: Problem | null = query.error ? problemOf(query.error) : null
  return {
    pages: query.data?.pages ?? [],
    problem,
    isPending: query.isPending,
    isFetching: query.isFetching,
    isPlaceholderData: query.isPlaceholderData,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    more: () => void (query.hasNextPage && !query.isFetchingNextPage && query.fetchNextPage()),
    refetch: () => void query.refetch(),
  }
}
