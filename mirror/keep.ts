// Keeps the copies of a mirror up with their logs until it is stopped, says each change once, and knows how far behind each is.
import { setTimeout as pause } from 'node:timers/promises'
import { everySoOften, type LogSource, wordsOf } from '@equalizer/witness'
import type { Copy } from './copy.ts'
import type { Mirror } from './mirror.ts'
import { type Pulled, pullOnce } from './pull.ts'
import { saveAbout, saveState, stateSize } from './side-files.ts'

export interface KeepOptions {
  readonly mirror: Mirror
  /** By origin. */
  readonly sources: ReadonlyMap<string, LogSource>
  readonly everyMs: number
  /** Between two looks for a checkpoint of as many entries as the state has; left out: a second. */
  readonly pauseMs?: number
  readonly signal: AbortSignal
  /** One line for people. */
  readonly say: (line: string) => void
  readonly onProgress?: (origin: string, here: number, of: number) => void
}

export interface Keeping {
  /** One look at every log; with what the server holds its log to come to, so that each copy is a whole export. */
  once(): Promise<readonly Pulled[]>
  run(): Promise<void>
  /** What stands now, for people: entries, how many behind, when the log was last seen. */
  status(): Promise<string>
}

/** What is known of a log besides its copy. */
interface Sight {
  /** Of the last look. */
  words: string
  /** What was said last. */
  said: string
  /** Unix milliseconds at which the copy was last level with the log. */
  levelMs: number | null
}

/** The state that a server tells may be ahead of its checkpoint for a moment: looks until the checkpoint has come. */
const looksForState = 20
const betweenLooksMs = 1_000

export function keepCopies(options: KeepOptions): Keeping {
  const { mirror, sources, everyMs, signal } = options
  const sights = new Map<string, Sight>()
  const look = (origin: string, source: LogSource) => lookAt(options, origin, source, sights)
  return {
    once: () =>
      Promise.all(
        [...sources].map(([origin, source]) =>
          wholeCopy(options, origin, source, () => look(origin, source)),
        ),
      ),
    run: async () => {
      await Promise.all(
        [...sources].map(([origin, source]) => everySoOften(everyMs, signal, () => look(origin, source))),
      )
    },
    status: () => statusText(mirror, sights),
  }
}

/** Looks, and takes the server's state once the copy has all that it is of; says why where the copy is left without. */
async function wholeCopy(
  { mirror, signal, say, pauseMs = betweenLooksMs }: KeepOptions,
  origin: string,
  source: LogSource,
  look: () => Promise<Pulled>,
): Promise<Pulled> {
  const state = await stateSize(source).catch(wordsOf)
  const folder = mirror.copyOf(origin)?.hash ?? ''
  const without = (why: string) => say(`${origin}: without the state that the server tells: ${why}`)
  for (let looks = 1; ; looks++) {
    const pulled = await look()
    if (signal.aborted || (pulled.kind !== 'copied' && pulled.kind !== 'same')) return pulled
    if (state === null) {
      // Other logs than Equalizer's have neither.
      if (await mirror.files.read(`${folder}/log.json`)) without('it tells none now')
    } else if (typeof state === 'string') without(state)
    else if (pulled.size >= state.size) await saveState(mirror.files, folder, state.bytes)
    else if (looks >= looksForState) without(`it is of ${state.size} entries, and the log of ${pulled.size}`)
    else {
      await pause(pauseMs, null, { signal }).catch(() => {})
      continue
    }
    return pulled
  }
}

async function lookAt(
  options: KeepOptions,
  origin: string,
  source: LogSource,
  sights: Map<string, Sight>,
): Promise<Pulled> {
  const { mirror, signal, say, onProgress } = options
  const progress = onProgress
    ? { onProgress: (here: number, of: number) => onProgress(origin, here, of) }
    : {}
  const pulled = await pullOnce({ mirror, origin, source, signal, ...progress }).catch(
    (error: unknown): Pulled => ({ kind: 'waiting', why: wordsOf(error) }),
  )
  if (signal.aborted) return pulled
  const before = sights.get(origin)
  const level = pulled.kind === 'copied' || pulled.kind === 'same'
  const words = pulledWords(pulled)
  const said = before?.said ?? ''
  // That nothing came is no news.
  const isNews = pulled.kind !== 'same' && words !== said
  const levelMs = level ? mirror.nowMs() : (before?.levelMs ?? null)
  sights.set(origin, { words, said: isNews ? words : said, levelMs })
  if (isNews) say(`${origin}: ${words}`)
  const copy = mirror.copyOf(origin)
  if (pulled.kind === 'copied' && copy) await saveAbout(mirror.files, copy.hash, source)
  return pulled
}

function pulledWords(pulled: Pulled): string {
  switch (pulled.kind) {
    case 'copied':
      return `${pulled.size} entries here, ${pulled.entries} of them new`
    case 'same':
      return `${pulled.size} entries here`
    case 'forked':
      return `STOPPED: the log signed ${pulled.size} entries that do not continue the ${pulled.heldSize} seen before; both notes are kept, and the copy stays as it is`
    case 'behind':
      return `${pulled.size} entries there, fewer than the ${pulled.heldSize} seen before; the copy stays as it is`
    case 'waiting':
      return `waiting: ${pulled.why}`
  }
}

async function statusText(mirror: Mirror, sights: ReadonlyMap<string, Sight>): Promise<string> {
  const blocks = await Promise.all(
    [...mirror.logs.keys()].map(async origin => {
      const copy = mirror.copyOf(origin)
      return copy ? block(mirror, copy, sights.get(origin)) : ''
    }),
  )
  return `${blocks.join('\n\n')}\n`
}

async function block(mirror: Mirror, copy: Copy, sight: Sight | undefined): Promise<string> {
  const size = (await copy.published())?.checkpoint.size ?? 0
  // A checkpoint that was accepted counts before its entries are here.
  const known = (await copy.pending.read()).at(-1)?.checkpoint.size ?? 0
  const seconds = sight?.levelMs ? Math.max(0, Math.round((mirror.nowMs() - sight.levelMs) / 1_000)) : null
  const evidence = await mirror.evidence(copy.origin)
  return [
    copy.origin,
    `  at /${copy.hash}/`,
    `  entries: ${size}, behind by ${Math.max(0, known - size)}`,
    seconds === null
      ? '  level with the log: not since this mirror started'
      : `  level with the log: ${seconds} seconds ago`,
    ...evidence.map(
      ({ what, foundMs }) => `  ${what}: found ${new Date(foundMs).toISOString()}, kept as evidence`,
    ),
    ...(sight?.words ? [`  last: ${sight.words}`] : []),
  ].join('\n')
}
