// Follows several logs until it is stopped, each at its own pace, and says each change once.
import type { Ed25519Verify } from '@equalizer/tlog'
import { everySoOften } from './every-so-often.ts'
import { type Followed, followOnce } from './follow.ts'
import { type LogSource, wordsOf } from './log-source.ts'
import type { Witness } from './witness.ts'

export interface WatchOptions {
  readonly witness: Witness
  /** By origin. */
  readonly sources: ReadonlyMap<string, LogSource>
  readonly everyMs: number
  readonly signal: AbortSignal
  readonly verify?: Ed25519Verify
  /** Unix milliseconds. */
  readonly nowMs: () => number
  /** One line for people. */
  readonly say: (line: string) => void
}

export interface Watch {
  /** One look at every log. */
  once(): Promise<readonly Followed[]>
  /** Until the signal; a look that is under way is brought to its end. */
  run(): Promise<void>
  /** What stands now, for people. */
  status(): Promise<string>
}

export function watchLogs(options: WatchOptions): Watch {
  const { witness, sources, everyMs, signal, nowMs, say } = options
  const last = new Map<string, string>()
  const said = new Map<string, string>()
  const look = async (origin: string, source: LogSource): Promise<Followed> => {
    const followed = await followOnce({ ...options, origin, source }).catch(
      (error: unknown): Followed => ({ kind: 'waiting', why: wordsOf(error) }),
    )
    const words = followedWords(followed)
    last.set(origin, words)
    // A cosignature that was only made anew is no news.
    if (followed.kind === 'same' || said.get(origin) === words) return followed
    said.set(origin, words)
    say(`${origin}: ${words}`)
    return followed
  }
  return {
    once: () => Promise.all([...sources].map(([origin, source]) => look(origin, source))),
    run: async () => {
      await Promise.all(
        [...sources].map(([origin, source]) => everySoOften(everyMs, signal, () => look(origin, source))),
      )
    },
    status: () => statusText(witness, last, nowMs()),
  }
}

function followedWords(followed: Followed): string {
  switch (followed.kind) {
    case 'cosigned':
      return `${followed.size} entries cosigned`
    case 'same':
      return `${followed.size} entries, nothing new`
    case 'forked':
      return `NOT cosigned: ${followed.size} entries that do not continue the ${followed.heldSize} seen before; both notes are kept`
    case 'behind':
      return `${followed.size} entries there, fewer than the ${followed.heldSize} seen before; nothing to cosign`
    case 'waiting':
      return `waiting: ${followed.why}`
  }
}

async function statusText(
  witness: Witness,
  last: ReadonlyMap<string, string>,
  nowMs: number,
): Promise<string> {
  const blocks = await Promise.all(
    [...witness.logs.keys()].map(async origin => {
      const held = await witness.latest(origin)
      const evidence = await witness.evidence(origin)
      const seconds = held ? Math.max(0, Math.floor(nowMs / 1_000) - held.timestampSeconds) : 0
      return [
        origin,
        held ? `  cosigned: ${held.size} entries, ${seconds} seconds ago` : '  cosigned: nothing yet',
        ...evidence.map(
          ({ what, foundMs }) => `  ${what}: found ${new Date(foundMs).toISOString()}, kept as evidence`,
        ),
        ...(last.has(origin) ? [`  last look: ${last.get(origin)}`] : []),
      ].join('\n')
    }),
  )
  return `${[`witness ${witness.vkey.text}`, ...blocks].join('\n\n')}\n`
}
