// What an organization comes to by its entries alone: read as JSON, folded from the beginning, held against what is kept.
import type { DecisionState, Entry, Kernel, KeyState, LogEvent, Rules } from '@equalizer/core'
import type { KeyView } from './random-keys.ts'
import type { View } from './random-steps.ts'

export interface Mirror extends View, KeyView {
  readonly entries: readonly Entry[]
  readonly states: ReadonlyMap<string, unknown>
  take(text: string): Entry
}

export function createMirror(kernel: Pick<Kernel, 'evolve'>): Mirror {
  const entries: Entry[] = []
  const states = new Map<string, unknown>()
  const held = new Map<string, string>()
  const open = new Map<string, DecisionState>()

  function fold(event: LogEvent, { seq, atMs }: Entry): void {
    const { stream, type, data } = event
    if (type === 'standing.set') held.set(`${data.key} ${data.person}`, String(data.amount))
    if (stream === 'standing') return
    const state = kernel.evolve(states.get(stream) ?? null, event, { seq, atMs })
    states.set(stream, state)
    if (!stream.startsWith('decision/')) return
    const decision = state as DecisionState
    if (decision.closedMs === null) open.set(stream, decision)
    else open.delete(stream)
  }

  return {
    entries,
    states,
    get rules() {
      return states.get('rules') as Rules
    },
    get open() {
      return [...open.values()]
    },
    get lastMs() {
      return entries.at(-1)?.atMs ?? 0
    },
    keyOf: person => (states.get(`key/${person}`) as KeyState | undefined) ?? { key: null, usedMs: 0 },
    has: (key, person) => (held.get(`${key} ${person}`) ?? '0') !== '0',
    take(text) {
      const entry = JSON.parse(text) as Entry
      for (const event of entry.events) fold(event, entry)
      entries.push(entry)
      return entry
    },
  }
}
