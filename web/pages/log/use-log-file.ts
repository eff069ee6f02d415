// The published files of the log, as anybody gets them: `/log/<organization>/…`, with no account and no interface of ours.
import { type Problem, problemIn } from '@equalizer/client'
import { useQuery } from '@tanstack/react-query'
import { problemOf, Refused } from '../../data/call.ts'
import { watchedFetch } from '../../data/connection.ts'

export const logAddress = (organization: string, path: string): string =>
  `/log/${encodeURIComponent(organization)}/${path}`

/** As it is now; null: there is no such file yet. Throws `Refused` where the server refuses. */
export async function readLogFile(
  organization: string,
  path: string,
  signal?: AbortSignal,
): Promise<string | null> {
  const response = await watchedFetch(logAddress(organization, path), {
    cache: 'no-cache',
    ...(signal ? { signal } : {}),
  })
  if (response.status === 404) return null
  if (!response.ok) throw new Refused(await problemIn(response))
  return response.text()
}

export interface LogFile {
  /** undefined: on its way; null: there is none yet. */
  readonly content: string | null | undefined
  readonly problem: Problem | null
  readonly refetch: () => void
}

/** `again`: how soon it is looked at again, in milliseconds, by what was read; false: not by itself. */
export function useLogFile(
  organization: string,
  path: string,
  again: number | false | ((content: string | null | undefined) => number | false) = false,
): LogFile {
  const query = useQuery({
    queryKey: [`GET /log/{organization}/${path}`, { organization }],
    queryFn: ({ signal }) => readLogFile(organization, path, signal),
    refetchInterval: query => (typeof again === 'function' ? again(query.state.data) : again),
    staleTime: 0,
  })
  return {
    content: query.data,
    problem: query.error && query.data === undefined ? problemOf(query.error) : null,
    refetch: () => void query.refetch(),
  }
}
