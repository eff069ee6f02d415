// Moves on the decisions whose time has come. It holds nothing of its own: what is due stands in the database, so that it
// goes on after a restart, and two servers at once only tell the kernel twice, which takes it once.
import type { Logger } from 'pino'
import type { Clock, Door } from '../desk.ts'
import type { Store } from '../store/store.ts'

/** How long it sleeps at most: another server may have opened something. */
const longestMs = 15_000
const shortestMs = 20
const atATime = 100

export interface Scheduler {
  /** Something may be due sooner than it was. */
  wake(): void
  /** Does everything that is due now; resolves when it is done. */
  run(): Promise<void>
  close(): Promise<void>
}

interface SchedulerParts {
  readonly store: Store
  readonly clock: Clock
  readonly door: Pick<Door, 'send'>
  readonly log: Logger
  /** What must have happened before anything can be moved on. */
  readonly after: Promise<void>
  /** What else runs by the clock: answers when it is due next, null: nothing. */
  readonly more?: readonly ((nowMs: number) => Promise<number | null>)[]
}

export function startScheduler({ store, clock, door, log, after, more = [] }: SchedulerParts): Scheduler {
  let timer: NodeJS.Timeout | null = null
  let closed = false
  let running: Promise<void> = Promise.resolve()

  async function due(): Promise<void> {
    for (;;) {
      const rows = await store.db
        .selectFrom('decisions')
        .select(['organization_id', 'decision_id'])
        .where('due_ms', '<=', clock.nowMs())
        .orderBy('due_ms')
        .limit(atATime)
        .execute()
      const results = await Promise.all(
        rows.map(row =>
          door.send(row.organization_id, {
            command: { kind: 'advance', decision: row.decision_id },
            by: null,
          }),
        ),
      )
      // Another server may have been first; whatever else stands still is left until the next round.
      const moved = results.filter(result => result.ok).length
      for (const [index, result] of results.entries()) {
        if (
          result.ok ||
          result.refusal.code === 'decision.not_due' ||
          result.refusal.code === 'decision.closed'
        )
          continue
        log.error(
          { organization: rows[index]?.organization_id, code: result.refusal.code },
          'a decision does not move on',
        )
      }
      if (rows.length < atATime || moved === 0) return
    }
  }

  async function round(): Promise<void> {
    let nextMs = longestMs
    try {
      await after
      await due()
      const next = await store.db
        .selectFrom('decisions')
        .select('due_ms')
        .where('due_ms', 'is not', null)
        .orderBy('due_ms')
        .limit(1)
        .executeTakeFirst()
      const others = await Promise.all(more.map(run => run(clock.nowMs())))
      const dues = [next?.due_ms ?? null, ...others].filter(at => at !== null)
      if (dues.length > 0)
        nextMs = Math.min(longestMs, Math.max(shortestMs, Math.min(...dues) - clock.nowMs()))
    } catch (error) {
      log.error({ err: error }, 'deadlines could not be looked at')
    }
    if (closed) return
    if (timer) clearTimeout(timer)
    timer = setTimeout(wake, nextMs)
    timer.unref()
  }

  function wake(): void {
    if (closed) return
    running = running.then(round)
  }
  wake()
  return {
    wake,
    run() {
      wake()
      return running
    },
    async close() {
      closed = true
      if (timer) clearTimeout(timer)
      await running
    },
  }
}
