// When logs are published: on every quiet moment, under load every two seconds, a few organizations at a time, and again
// after a while where it failed.

export interface Rounds {
  /** Something is to be published. */
  wake(organization: string): void
  /** Something is waited for: as soon as whatever runs for it is over. */
  hurry(organization: string): void
  /** Resolves when nothing waits or runs, what is put off after a failure left out. */
  idle(): Promise<void>
  /** Forgets what waits for one organization, and resolves when nothing runs for it. */
  drop(organization: string): Promise<void>
  /** Publishes what waits, and takes nothing more. */
  close(): Promise<void>
}

interface Waiting {
  /** Milliseconds of the monotonic clock. */
  since: number
  timer: NodeJS.Timeout | null
  running: Promise<void> | null
  again: boolean
  failures: number
}

const quietMs = 100
const everyMs = 2_000
const atOnce = 2
const retryMs = 1_000
const longestRetryMs = 30_000

/** `run` throws where it failed; `failed` hears of it. */
export function createRounds(
  run: (organization: string) => Promise<void>,
  failed: (organization: string, error: unknown) => void,
): Rounds {
  const waiting = new Map<string, Waiting>()
  const queue: string[] = []
  let running = 0
  let closed = false

  function due(organization: string): void {
    const one = waiting.get(organization)
    if (!one || one.running) return
    if (one.timer) clearTimeout(one.timer)
    one.timer = null
    if (!queue.includes(organization)) queue.push(organization)
    next()
  }

  function next(): void {
    while (running < atOnce) {
      const organization = queue.shift()
      const one = organization === undefined ? undefined : waiting.get(organization)
      if (organization === undefined || !one) return
      running += 1
      one.running = runOne(organization, one)
    }
  }

  async function runOne(organization: string, one: Waiting): Promise<void> {
    one.again = false
    let ok = true
    try {
      await run(organization)
      one.failures = 0
    } catch (error) {
      ok = false
      one.failures += 1
      failed(organization, error)
    }
    running -= 1
    one.running = null
    one.since = performance.now()
    if (!ok && !closed) put(organization, one, Math.min(retryMs * 2 ** (one.failures - 1), longestRetryMs))
    else if (one.again) put(organization, one, closed ? 0 : quietMs)
    else if (waiting.get(organization) === one) waiting.delete(organization)
    next()
  }

  function put(organization: string, one: Waiting, ms: number): void {
    if (one.timer) clearTimeout(one.timer)
    one.timer = setTimeout(() => due(organization), ms)
    one.timer.unref()
  }

  function wake(organization: string, ms: number): void {
    if (closed) return
    const found = waiting.get(organization)
    if (found?.running) {
      found.again = true
      return
    }
    const now = performance.now()
    const one = found ?? { since: now, timer: null, running: null, again: false, failures: 0 }
    waiting.set(organization, one)
    const left = Math.max(0, everyMs - (now - one.since))
    put(organization, one, Math.min(ms, left))
  }

  async function idle(): Promise<void> {
    for (;;) {
      const [organization, one] = [...waiting].find(([, { failures }]) => failures === 0) ?? []
      if (!one || organization === undefined) return
      if (!one.running) due(organization)
      await (one.running ?? new Promise(resolve => setTimeout(resolve, 1)))
    }
  }

  return {
    wake: organization => wake(organization, quietMs),
    hurry: organization => wake(organization, 0),
    idle,
    async drop(organization) {
      const one = waiting.get(organization)
      waiting.delete(organization)
      if (one?.timer) clearTimeout(one.timer)
      await one?.running
    },
    async close() {
      closed = true
      await idle()
      for (const { timer } of waiting.values()) if (timer) clearTimeout(timer)
      waiting.clear()
    },
  }
}
