// Who had what, who was in which group with what weight, and who delegated to whom, looked up in the entries alone. Written
// apart from the kernel, in the plainest way, so that one mistake is not made twice.
import type { Entry, Group, LogEvent } from '@equalizer/core'

interface Held {
  readonly from: number
  readonly amount: bigint
}

interface Given {
  readonly from: string
  /** null: taken back. */
  readonly to: string | null
  readonly scope: string
  readonly atMs: number
}

/** As of so many entries, and a time for the terms of seats. */
export interface AsOf {
  readonly seq: number
  readonly atMs: number
}

export type Juries = Readonly<Record<string, readonly string[]>>

export class Register {
  readonly #held = new Map<string, Held[]>()
  readonly #people = new Set<string>()
  readonly #given: Given[] = []

  take({ seq, atMs, events }: Entry): void {
    for (const { stream, type, data } of events) {
      if (type === 'standing.set') {
        const key = `${data.key} ${data.person}`
        this.#people.add(String(data.person))
        this.#held.set(key, [
          ...(this.#held.get(key) ?? []),
          { from: seq + 1, amount: BigInt(String(data.amount)) },
        ])
      }
      if (!stream.startsWith('delegation/')) continue
      this.#given.push(givenBy({ stream, type, data }, atMs))
    }
  }

  amount(key: string, person: string, seq: number): bigint {
    let found = 0n
    for (const { from, amount } of this.#held.get(`${key} ${person}`) ?? []) if (from <= seq) found = amount
    return found
  }

  isIn(group: Group, person: string, { seq, atMs }: AsOf, juries: Juries): boolean {
    switch (group.kind) {
      case 'listed':
        return group.members.some(one => one === person)
      case 'role':
        return this.amount(`role:${group.role}`, person, seq) !== 0n
      case 'balance':
        return this.amount(`asset:${group.asset}`, person, seq) - BigInt(group.atLeast) >= 0n
      case 'score':
        return this.amount(`score:${group.score}`, person, seq) - BigInt(group.atLeast) >= 0n
      case 'everyone':
        return this.amount('member', person, seq) !== 0n
      case 'council':
        return this.amount(`seat:${group.id}`, person, seq) > BigInt(atMs)
      case 'jury':
        return (juries[group.id] ?? []).some(one => one === person)
    }
  }

  weight(group: Group, person: string, at: AsOf, juries: Juries): bigint {
    if (!this.isIn(group, person, at, juries)) return 0n
    const { weight } = group
    if (weight.by === 'person') return 1n
    if (weight.by === 'reputation') return this.amount(`score:${weight.score}`, person, at.seq)
    const tokens = this.amount(`asset:${weight.asset}`, person, at.seq)
    return weight.by === 'token' ? tokens : rootOf(tokens)
  }

  /** Everybody who weighs something. */
  eligible(group: Group, at: AsOf, juries: Juries): Map<string, bigint> {
    const all = new Set([...this.#people, ...(group.kind === 'listed' ? group.members : [])])
    const found = new Map<string, bigint>()
    for (const person of all) {
      const weight = this.weight(group, person, at, juries)
      if (weight > 0n) found.set(person, weight)
    }
    return found
  }

  /** Of the delegations in force at a moment, each person's narrowest for a class. */
  delegations(unit: string, name: string, atMs: number): Map<string, string> {
    const last = new Map<string, Given>()
    for (const one of this.#given) if (one.atMs <= atMs) last.set(`${one.from} ${one.scope}`, one)
    const found = new Map<string, string>()
    for (const scope of ['everything', `unit ${unit}`, `class ${unit} ${name}`]) {
      for (const one of last.values()) if (one.scope === scope && one.to !== null) found.set(one.from, one.to)
    }
    return found
  }

  /** Whether with one more delegation somebody's chain leads back to them, for acts of any scope. */
  goesRound(start: string, event: LogEvent, atMs: number): boolean {
    const last = new Map<string, Given>()
    for (const one of [...this.#given, givenBy(event, atMs)]) last.set(`${one.from} ${one.scope}`, one)
    return [...new Set([...last.values()].map(({ scope }) => scope))].some(about => {
      let at: string | undefined = start
      for (let hops = 0; at !== undefined && hops < 100; hops += 1) {
        if (hops > 0 && at === start) return true
        at = this.#next(last, at, about)
      }
      return false
    })
  }

  #next(last: ReadonlyMap<string, Given>, person: string, about: string): string | undefined {
    const [kind, unit] = about.split(' ')
    const fitting = kind === 'class' ? [about, `unit ${unit}`, 'everything'] : [about, 'everything']
    for (const scope of fitting) {
      const to = last.get(`${person} ${scope}`)?.to
      if (to) return to
    }
    return undefined
  }
}

function givenBy({ stream, type, data }: LogEvent, atMs: number): Given {
  const { scope } = data as unknown as { scope: { kind: string; unit?: string; class?: string } }
  const to = type === 'delegation.given' ? String(data.to) : null
  return { from: stream.slice('delegation/'.length), to, scope: named(scope), atMs }
}

const named = ({ kind, unit, class: name }: { kind: string; unit?: string; class?: string }): string =>
  [kind, unit, name].filter(part => part !== undefined).join(' ')

/** The whole part of a square root, by halving. */
export function rootOf(square: bigint): bigint {
  let [low, high] = [0n, square + 1n]
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (middle * middle <= square) low = middle
    else high = middle
  }
  return low
}
