// Figures for Prometheus: requests, jobs, observations, followers, and the process itself.
import { sql } from 'kysely'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Desk } from '../desk.ts'

export interface Metrics {
  /** `route` is the pattern and never the address, so that nobody can make labels without end. */
  request(method: string, route: string, status: number, seconds: number): void
  text(): Promise<string>
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const jobStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const

export function createMetrics(desk: Desk, followers: () => number): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })

  const requests = new Histogram({
    name: 'equalizer_http_request_seconds',
    help: 'Time until the answer began, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers,
  })
  new Gauge({
    name: 'equalizer_jobs',
    help: 'Jobs by state',
    labelNames: ['state'],
    registers,
    async collect() {
      const { rows } = await sql<{
        state: string
        jobs: number
      }>`select state, count(*)::int4 as jobs from jobs group by state`.execute(desk.store.db)
      for (const state of jobStates) {
        this.set({ state }, rows.find(row => row.state === state)?.jobs ?? 0)
      }
    },
  })
  new Gauge({
    name: 'equalizer_observations',
    help: 'Observations stored by whole readings',
    registers,
    async collect() {
      const { rows } = await sql<{ stored: number }>`
        select coalesce(sum(observations), 0)::float8 as stored from imports where state = 'done'
      `.execute(desk.store.db)
      this.set(rows[0]?.stored ?? 0)
    },
  })
  new Gauge({
    name: 'equalizer_event_followers',
    help: 'Open streams of events',
    registers,
    collect() {
      this.set(followers())
    },
  })
  return {
    request(method, route, status, seconds) {
      requests.observe({ method: methods.has(method) ? method : 'other', route, status }, seconds)
    },
    text: () => registry.metrics(),
  }
}
