// Parties out of merged sets: their names, their members and why they are one.
import type { Actor } from '../observation.ts'
import type { DisjointSets } from './disjoint-sets.ts'
import { canonical, organizationKey, personKey } from './keys.ts'
import type { KnownPerson } from './known-person.ts'
import type { SeenActor } from './seen-actor.ts'

export interface Reason {
  readonly rule: string
  readonly detail: string
}

export interface Party {
  readonly id: string
  readonly name: string
  /** Empty for an actor that is a party of its own. */
  readonly members: readonly { readonly actor: Actor; readonly name: string | null }[]
  readonly reasons: readonly Reason[]
}

const bySize = (a: readonly [string, number], b: readonly [string, number]) =>
  b[1] - a[1] || (a[0] < b[0] ? -1 : 1)

export function mainName(names: ReadonlyMap<string, number>): string | null {
  return [...names].sort(bySize)[0]?.[0] ?? null
}

/** A party of one actor: nothing was merged. */
const alone: Pick<Party, 'members' | 'reasons'> = { members: [], reasons: [] }

function together(
  list: readonly SeenActor[],
  reasons: readonly Reason[] = [],
): Pick<Party, 'members' | 'reasons'> {
  return { members: list.map(one => ({ actor: one.actor, name: mainName(one.names) })), reasons }
}

function addedUp(list: readonly SeenActor[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { names } of list)
    for (const [name, times] of names) sums.set(name, (sums.get(name) ?? 0) + times)
  return sums
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V) {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

export function gatherParties(state: {
  humans: readonly SeenActor[]
  people: readonly KnownPerson[]
  nodeOf: ReadonlyMap<string, number>
  sets: DisjointSets
  reasons: readonly { node: number; reason: Reason }[]
  partyOf: Map<Actor, string | null>
}): Map<string, Party> {
  const { humans, people, nodeOf, sets, reasons, partyOf } = state
  const named = new Map<number, { id: string; name: string }>()
  const claim = (key: string, name: string) => {
    const found = nodeOf.get(key)
    if (found !== undefined) named.set(sets.find(found), { id: key, name })
  }
  for (const person of people) claim(personKey(person), person.name)
  // A shared bond names the whole party: the last of these three that applies wins, the employer over all.
  for (const bond of ['funder', 'payer', 'employer'] as const) {
    for (const person of people) {
      const name = person[bond]
      if (name !== undefined) claim(organizationKey(name), name)
    }
  }
  const members = new Map<number, SeenActor[]>()
  for (const human of humans) {
    const root = sets.find(nodeOf.get(canonical(human.actor)) as number)
    append(members, root, human)
  }
  const whyOf = new Map<number, Reason[]>()
  for (const { node, reason } of reasons) {
    const root = sets.find(node)
    append(whyOf, root, reason)
  }
  const parties = new Map<string, Party>()
  for (const [root, list] of members) {
    const first = list[0] as SeenActor
    const names = list.length === 1 ? first.names : addedUp(list)
    const id = named.get(root)?.id ?? first.actor
    const name = named.get(root)?.name ?? mainName(names) ?? first.actor.slice(first.actor.indexOf(':') + 1)
    parties.set(
      id,
      list.length === 1 ? { ...alone, id, name } : { id, name, ...together(list, whyOf.get(root)) },
    )
    for (const one of list) partyOf.set(one.actor, id)
  }
  return parties
}
