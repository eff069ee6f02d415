// The cache of answers: kept while the server is away, asked again only where asking again can help.
import { QueryClient } from '@tanstack/react-query'
import { Refused } from './call.ts'

const minuteMs = 60_000
const retriesAtMost = 2

export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Server-sent events say what changed, so nothing needs to be asked for again by and by.
        staleTime: 5 * minuteMs,
        gcTime: 30 * minuteMs,
        refetchOnWindowFocus: false,
        retry: (failures, error) => !(error instanceof Refused) && failures < retriesAtMost,
        // A server on this machine is reachable while the browser believes it is offline.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
