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

  /** What stands still is passed over in this round, so that it keeps nobody else's deadlines from coming. */
  async function due(): Promise<void> {
    for (let still = 0; ; ) {
      const rows = await store.db
        .selectFrom('decisions')
        .select(['organization_id', 'decision_id'])
        .where('due_ms', '<=', clock.nowMs())
        .orderBy('due_ms')
        .orderBy('organization_id')
        .orderBy('decision_id')
        .limit(atATime)
        .offset(still)
        .execute()
      const moved = await Promise.all(rows.map(row => moveOn(row.organization_id, row.decision_id)))
      still += moved.filter(done => !done).length
      if (rows.length < atATime) return
    }
  }

  /** Another server may have been first; whatever else stands still is left until the next round. */
  async function moveOn(organization: string, decision: string): Promise<boolean> {
    try {
      const command = { kind: 'advance', decision } as const
      const result = await door.send(organization, { command, by: null })
      if (result.ok) return true
      const { code } = result.refusal
      if (code !== 'decision.not_due' && code !== 'decision.closed')
        log.error({ organization, decision, code }, 'a decision does not move on')
    } catch (error) {
      log.error({ err: error, organization, decision }, 'a decision does not move on')
    }
    return false
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
