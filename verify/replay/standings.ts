// Who has what, since which entry, and what a group of them weighs: kept up entry by entry, and asked as of any entry before.
import { type Group, isMember, type StandingKey, weightIn } from '@equalizer/core'
import { limits } from '../limits.ts'

interface Since {
  /** Entries in the log from which on it holds. */
  readonly seq: number
  readonly amount: bigint
}

/** What the members of one group were together, from one length of the log to the next. */
interface Sum {
  readonly seq: number
  readonly members: number
  readonly weight: bigint
}

interface Running {
  readonly group: Group
  readonly sums: Sum[]
}

export interface Eligible {
  readonly members: number
  readonly weight: bigint
}

export class Standings {
  readonly #people = new Map<string, Map<string, Since[]>>()
  /** Sums that are kept up, by the group's definition. */
  readonly #running = new Map<string, Running>()

  readonly amount = (key: StandingKey, person: string, seq: number): bigint => {
    const history = this.#people.get(key)?.get(person)
    if (history === undefined) return 0n
    // Nearly always the last one is asked for.
    for (let i = history.length - 1; i >= 0; i -= 1) {
      const since = history[i] as Since
      if (since.seq <= seq) return since.amount
    }
    return 0n
  }

  /** `seq`: of the entry that says so; it holds from the next one on. */
  set(key: StandingKey, person: string, amount: bigint, seq: number): void {
    const touched = [...this.#running.values()].filter(({ group }) => keysOf(group).includes(key))
    const before = touched.map(({ group }) => this.weight(group, person, seq + 1, 0))
    const people = this.#people.get(key) ?? new Map<string, Since[]>()
    this.#people.set(key, people)
    const history = people.get(person)
    if (history === undefined) people.set(person, [{ seq: seq + 1, amount }])
    else history.push({ seq: seq + 1, amount })
    for (const [at, { group, sums }] of touched.entries()) {
      const change = this.weight(group, person, seq + 1, 0) - (before[at] as bigint)
      if (change !== 0n) addTo(sums, seq + 1, change, before[at] as bigint)
    }
  }

  /** One person's weight in a group; 0n: no member, or one without weight. */
  weight(group: Group, person: string, seq: number, atMs: number): bigint {
    return weightIn({ standing: this.amount }, group, person, { seq, atMs })
  }

  eligible(group: Group, seq: number, atMs: number): Eligible {
    if (group.kind === 'council' || group.kind === 'listed') return this.#counted(group, seq, atMs)
    const name = definitionOf(group)
    const running = this.#running.get(name)
    const known = running && sumAt(running.sums, seq)
    return known ?? this.#begin(name, group, seq, atMs)
  }

  /** Every member, whatever they weigh. */
  members(group: Group, seq: number, atMs: number): string[] {
    const books = { standing: this.amount }
    return [...this.#candidates(group)].filter(person => isMember(books, group, person, { seq, atMs }))
  }

  /** Counts once, and from then on keeps the sum up. What changed before is not known, and counted again where asked for. */
  #begin(name: string, group: Group, seq: number, atMs: number): Eligible {
    const sum = this.#counted(group, seq, atMs)
    if (!this.#running.has(name) && !this.#changedSince(group, seq)) {
      if (this.#running.size >= limits.runningSums)
        this.#running.delete([...this.#running.keys()][0] as string)
      this.#running.set(name, { group, sums: [{ seq, ...sum }] })
    }
    return sum
  }

  #changedSince(group: Group, seq: number): boolean {
    for (const key of keysOf(group)) {
      for (const history of this.#people.get(key)?.values() ?? []) {
        if ((history.at(-1)?.seq ?? 0) > seq) return true
      }
    }
    return false
  }

  #counted(group: Group, seq: number, atMs: number): Eligible {
    let [members, weight] = [0, 0n]
    for (const person of this.#candidates(group)) {
      const one = this.weight(group, person, seq, atMs)
      if (one > 0n) members += 1
      weight += one
    }
    return { members, weight }
  }

  #candidates(group: Group): Iterable<string> {
    if (group.kind === 'listed') return new Set(group.members)
    return this.#people.get(membershipKey(group))?.keys() ?? []
  }
}

function addTo(sums: Sum[], seq: number, change: bigint, before: bigint): void {
  const last = sums.at(-1) as Sum
  const step = before === 0n ? 1 : before + change === 0n ? -1 : 0
  const next = { seq, members: last.members + step, weight: last.weight + change }
  // Several changes by one entry make one sum.
  if (last.seq === seq) sums[sums.length - 1] = next
  else sums.push(next)
}

/** Null: from before the sum was kept. */
function sumAt(sums: readonly Sum[], seq: number): Sum | null {
  let [low, high] = [0, sums.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] as Sum).seq <= seq) low = middle + 1
    else high = middle
  }
  return sums[low - 1] ?? null
}

/** What membership hangs on; a listed group's hangs on nothing. */
function membershipKey(group: Group): StandingKey {
  switch (group.kind) {
    case 'role':
      return `role:${group.role}`
    case 'balance':
      return `asset:${group.asset}`
    case 'score':
      return `score:${group.score}`
    case 'council':
      return `seat:${group.id}`
    case 'everyone':
      return 'member'
    default:
      throw new Error(`The ${group.kind} group ${group.id} is read off no standing`)
  }
}

function keysOf(group: Group): StandingKey[] {
  const { weight } = group
  if (weight.by === 'person') return [membershipKey(group)]
  return [
    membershipKey(group),
    weight.by === 'reputation' ? `score:${weight.score}` : `asset:${weight.asset}`,
  ]
}

/** The same text for groups of the same people with the same weights. */
function definitionOf(group: Group): string {
  const floor = group.kind === 'balance' || group.kind === 'score' ? group.atLeast : ''
  return [group.weight.by, ...keysOf(group), floor].join(' ')
}
