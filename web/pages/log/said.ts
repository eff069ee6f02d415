// The reasons and notes that an entry names: as texts where it holds them, by the CID of a sealed text where it does not.
import { type Entry, eventsOf } from './entry.ts'

export interface Said {
  /** Published beside the log until it is erased; null: `text` stands in the entry itself. */
  readonly cid: string | null
  readonly text: string | null
}

const sealed = /^bafkrei[a-z2-7]{52}$/
const shownAtMost = 20

const textsIn = (value: unknown, names: readonly string[]): string[] => {
  if (value === null || typeof value !== 'object') return []
  const held = value as Readonly<Record<string, unknown>>
  return names.flatMap(name => (typeof held[name] === 'string' ? [held[name]] : []))
}

/** Each once, what was asked before what came of it. */
export function saidIn(entry: Entry): Said[] {
  const { command } = entry
  const actsIn = (data: unknown) => textsIn((data as { act?: unknown } | null)?.act, ['note'])
  const found = [
    ...textsIn(command, ['reason', 'override']),
    ...actsIn(command),
    ...eventsOf(entry)
      .filter(({ type }) => type.startsWith('decision.') && type !== 'decision.execution_refused')
      .flatMap(({ data }) => [...textsIn(data, ['reason']), ...actsIn(data)]),
  ]
  return [...new Set(found)]
    .slice(0, shownAtMost)
    .map(one => (sealed.test(one) ? { cid: one, text: null } : { cid: null, text: one }))
}
