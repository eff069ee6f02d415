// The server's events of one organization: what changed is asked for again, jobs move as they run.
import type { Changed, Job } from '@equalizer/client'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { connection, knock } from './connection.ts'

/** The last part of the paths whose answers a change makes old. */
const touched: Readonly<Record<Changed['what'], RegExp>> = {
  board: /\/(board|days|report|units\/\{unit\}|observations|search)$|organizations(\/\{organization\})?$/,
  sources: /\/(sources|sources\/\{source\}|jobs|search|observations)$|organizations(\/\{organization\})?$/,
  people: /\/(people|suggestions|search)(\/|$)/,
  charter: /\/(charter|changes|board|days|report|units\/\{unit\}|people|search)$/,
  organization: /organizations(\/\{organization\})?$|\/session$/,
  decisions: /\/(decisions|rules|members|delegations|entries|views|board|door\/foresee)(\/|$)/,
}

interface Key {
  readonly name: string
  readonly organization: string | undefined
}

function keyOf(queryKey: readonly unknown[]): Key {
  const [name, input] = queryKey
  return { name: String(name), organization: (input as { organization?: string } | undefined)?.organization }
}

function invalidate(queries: QueryClient, organization: string, what: Changed['what'] | 'all'): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => {
      const key = keyOf(queryKey)
      if (key.organization !== undefined && key.organization !== organization) return false
      return what === 'all' || touched[what].test(key.name)
    },
  })
}

const jobs = 'GET /api/organizations/{organization}/jobs'
const sources = 'GET /api/organizations/{organization}/sources'

/** A job's progress goes straight into the answers that show it. */
function place(queries: QueryClient, organization: string, job: Job): void {
  queries.setQueryData<{ jobs: Job[] }>([jobs, { organization }], held => {
    if (!held) return held
    const others = held.jobs.filter(other => other.id !== job.id)
    return { jobs: [job, ...others].sort((a, b) => (a.created < b.created ? 1 : -1)) }
  })
  type Sources = { sources: { id: string; job: Job | null }[] }
  queries.setQueryData<Sources>(
    [sources, { organization }],
    held => held && { sources: held.sources.map(one => (one.id === job.source ? { ...one, job } : one)) },
  )
}

const gatherMs = 120
const firstWaitMs = 3_000
const longestWaitMs = 60_000

/** Mounted once, by the shell. */
export function useEvents(organization: string | null): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (organization === null) return
    const address = `/api/organizations/${encodeURIComponent(organization)}/events`
    const waiting = new Set<Changed['what']>()
    let timer: ReturnType<typeof setTimeout> | undefined
    let missed = false
    const flush = () => {
      timer = undefined
      for (const what of waiting) invalidate(queries, organization, what)
      waiting.clear()
    }
    const ring = (event: MessageEvent<string>) => {
      const { what } = JSON.parse(event.data) as Changed
      waiting.add(what)
      timer ??= setTimeout(flush, gatherMs)
    }
    let source: EventSource
    let reopening: ReturnType<typeof setTimeout> | undefined
    let wait = firstWaitMs
    const failed = () => {
      missed = true
      // The first to notice where nothing else is asked for.
      void knock()
      // Refused instead of broken off: the browser does not try that again.
      if (source.readyState !== EventSource.CLOSED) return
      reopening = setTimeout(open, wait)
      wait = Math.min(wait * 2, longestWaitMs)
    }
    const opened = () => {
      wait = firstWaitMs
      if (navigator.onLine) connection.set('up')
      // What was rung while nobody listened is not rung again.
      if (missed) invalidate(queries, organization, 'all')
      missed = false
    }
    function open(): void {
      source = new EventSource(address)
      source.addEventListener('changed', ring)
      source.addEventListener('job', event =>
        place(queries, organization ?? '', JSON.parse(event.data) as Job),
      )
      source.addEventListener('error', failed)
      source.addEventListener('open', opened)
    }
    open()
    return () => {
      clearTimeout(timer)
      clearTimeout(reopening)
      source.close()
    }
  }, [organization, queries])
}
