// The entries that fit, page after page; a page is as long as it is, for one answer looks through only so many.
import type { Answer, Problem } from '@equalizer/client'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { problemOf } from '../../data/call.ts'
import { ask } from '../../data/read.ts'
import { askedOf, type Look } from './use-look.ts'

export const entriesList = 'GET /api/organizations/{organization}/entries'
type Page = Answer<typeof entriesList>

const pageRows = 50

export interface Looked {
  readonly entries: Page['entries']
  readonly names: Page['names']
  readonly decisions: Page['decisions']
  readonly called: Page['called']
  /** Entries in the log; null: not known yet. */
  readonly size: number | null
  /** The last entry that was looked at. */
  readonly until: number | null
  readonly hasMore: boolean
  readonly isPending: boolean
  readonly isLoadingMore: boolean
  readonly problem: Problem | null
  readonly more: () => void
  readonly refetch: () => void
}

/** Where the looking has come to: right before where the next page goes on. */
function untilOf(last: Page, order: Look['order']): number | null {
  if (last.size === 0) return null
  if (last.next === null) return order === 'newest' ? 0 : last.size - 1
  return order === 'newest' ? last.next + 1 : last.next - 1
}

export function useEntries(organization: string, look: Look): Looked {
  const asked = askedOf(organization, look)
  const query = useInfiniteQuery({
    queryKey: [entriesList, { ...asked, from: look.from }, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      ask(
        entriesList,
        { ...asked, limit: pageRows, ...(pageParam === null ? {} : { from: pageParam }) },
        signal,
      ),
    initialPageParam: look.from,
    getNextPageParam: (last: Page) => last.next,
    placeholderData: keepPreviousData,
  })
  const { data } = query
  const gathered = useMemo(() => {
    const pages = data?.pages ?? []
    return {
      entries: pages.flatMap(page => page.entries),
      names: Object.assign({}, ...pages.map(page => page.names)) as Page['names'],
      decisions: Object.assign({}, ...pages.map(page => page.decisions)) as Page['decisions'],
      called: Object.assign({}, ...pages.map(page => page.called)) as Page['called'],
    }
  }, [data])
  const last = data?.pages.at(-1)
  return {
    ...gathered,
    size: data?.pages[0]?.size ?? null,
    until: last ? untilOf(last, look.order) : null,
    hasMore: query.hasNextPage,
    isPending: query.isPending,
    isLoadingMore: query.isFetchingNextPage,
    problem: query.error ? problemOf(query.error) : null,
    more: () => void (query.hasNextPage && !query.isFetchingNextPage && query.fetchNextPage()),
    refetch: () => void query.refetch(),
  }
}
