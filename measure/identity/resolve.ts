// Who is whom: merges the handles of one person, then people of one employer, payer or funder, into parties; drops bots.
import type { Actor } from '../observation.ts'
import { botRule, login } from './bots.ts'
import { DisjointSets } from './disjoint-sets.ts'
import { isFullName, normalName } from './names.ts'
import type { SeenActor } from './seen-actor.ts'
import { suggestMerges } from './suggest.ts'

export interface SameClaim {
  readonly a: Actor
  readonly b: Actor
  readonly rule: string
  readonly detail: string
}

export interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly identities: readonly Actor[]
  readonly employer?: string | undefined
  readonly payer?: string | undefined
  readonly funder?: string | undefined
}

export interface MergingRules {
  readonly mailmap: boolean
  readonly noreply: boolean
  readonly name: boolean
  readonly employer: boolean
  readonly payer: boolean
  readonly funder: boolean
  readonly apart: readonly (readonly Actor[])[]
}

interface Party {
  readonly id: string
  readonly name: string
  /** Empty for an actor that is a party of its own. */
  readonly members: readonly { readonly actor: Actor; readonly name: string | null }[]
  readonly reasons: readonly { readonly rule: string; readonly detail: string }[]
}

interface Bot {
  readonly actor: Actor
  readonly name: string | null
  readonly rule: string
  readonly observations: number
}

export interface Identities {
  /** Party id of an actor that was seen; null: a bot, whose deeds are nobody's. */
  readonly partyOf: ReadonlyMap<Actor, string | null>
  readonly parties: ReadonlyMap<string, Party>
  readonly bots: readonly Bot[]
  readonly suggestions: readonly { readonly actors: readonly Actor[]; readonly reason: string }[]
}

interface Reason {
  readonly rule: string
  readonly detail: string
}

/** More actors than this with one name are more likely a placeholder ("unknown") than a person. */
const sharedNameLimit = 10

const bySize = (a: readonly [string, number], b: readonly [string, number]) =>
  b[1] - a[1] || (a[0] < b[0] ? -1 : 1)

function mainName(names: ReadonlyMap<string, number>): string | null {
  return [...names].sort(bySize)[0]?.[0] ?? null
}

/**
 * Resolves every seen actor to a party, in a way that does not depend on the order of reading. Rules run from the
 * strongest (the charter) to the weakest (equal names); a pair the charter keeps apart is never joined.
 */
export function resolveIdentities(input: {
  readonly seen: readonly SeenActor[]
  readonly claims: readonly SameClaim[]
  readonly people: readonly KnownPerson[]
  readonly bots: readonly string[]
  readonly rules: MergingRules
}): Identities {
  const { people, rules } = input
  const seen = [...input.seen].sort((a, b) => (a.actor < b.actor ? -1 : 1))
  const isBot = botRule(input.bots)
  const listed = new Set(people.flatMap(person => person.identities.map(canonical)))
  const bots: Bot[] = []
  const partyOf = new Map<Actor, string | null>()
  const humans: SeenActor[] = []
  for (const one of seen) {
    const names = [...one.names.keys()]
    const rule = listed.has(canonical(one.actor)) ? null : isBot(one.actor, names)
    if (rule === null) humans.push(one)
    else {
      bots.push({ actor: one.actor, name: mainName(one.names), rule, observations: one.observations })
      partyOf.set(one.actor, null)
    }
  }

  const sets = new DisjointSets()
  const nodeOf = new Map<string, number>()
  const reasons: { node: number; reason: Reason }[] = []
  const node = (key: string) => {
    const known = nodeOf.get(key)
    if (known !== undefined) return known
    const fresh = sets.add()
    nodeOf.set(key, fresh)
    return fresh
  }
  for (const one of humans) node(canonical(one.actor))
  rules.apart.forEach((actors, group) => {
    sets.keepApart(
      group,
      actors.map(actor => node(canonical(actor))),
    )
  })
  const merge = (a: string, b: string, reason: Reason) => {
    const [left, right] = [node(a), node(b)]
    if (sets.find(left) === sets.find(right)) return
    if (sets.merge(left, right)) reasons.push({ node: left, reason })
  }

  for (const person of [...people].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const actor of person.identities) {
      merge(`person:${person.id}`, canonical(actor), {
        rule: 'charter',
        detail: `${actor} is ${person.name}`,
      })
    }
  }
  if (rules.mailmap) {
    const ordered = [...input.claims].sort((x, y) => (x.a + x.b < y.a + y.b ? -1 : 1))
    for (const claim of ordered) {
      merge(canonical(claim.a), canonical(claim.b), { rule: claim.rule, detail: claim.detail })
    }
  }
  if (rules.noreply) {
    for (const { actor } of humans) {
      if (!/^email:.*@users\.noreply\.github\.com$/i.test(actor)) continue
      const github = canonical(`github:${login(actor)}`)
      merge(canonical(actor), github, {
        rule: 'no-reply address',
        detail: `${actor} is the login ${login(actor)}`,
      })
    }
  }
  if (rules.name) mergeByName(humans, merge)
  for (const bond of ['employer', 'payer', 'funder'] as const) {
    if (!rules[bond]) continue
    for (const person of people) {
      const name = person[bond]
      if (name === undefined) continue
      merge(organizationKey(name), `person:${person.id}`, {
        rule: bond,
        detail: `${person.name}: ${bond} ${name}`,
      })
    }
  }

  const parties = gatherParties({ humans, people, nodeOf, sets, reasons, partyOf })
  return { partyOf, parties, bots, suggestions: suggestMerges(humans, partyOf) }
}

/** One organization, whether it employs, pays or funds. */
function organizationKey(name: string): string {
  return `organization:${normalName(name)}`
}

/** Handles are compared without regard to case, except where the scheme's own handles are case-sensitive. */
function canonical(actor: Actor): string {
  return /^(email|github|eth|snapshot|opencollective):/i.test(actor) ? actor.toLowerCase() : actor
}

function mergeByName(humans: readonly SeenActor[], merge: (a: string, b: string, reason: Reason) => void) {
  const byName = new Map<string, { actor: string; name: string }[]>()
  for (const { actor, names } of humans) {
    for (const name of names.keys()) {
      if (!isFullName(name)) continue
      const key = normalName(name)
      const list = byName.get(key) ?? []
      if (!list.some(one => one.actor === canonical(actor))) list.push({ actor: canonical(actor), name })
      byName.set(key, list)
    }
  }
  for (const key of [...byName.keys()].sort()) {
    const list = byName.get(key) ?? []
    const first = list[0]
    if (!first || list.length > sharedNameLimit) continue
    for (const other of list.slice(1)) {
      merge(first.actor, other.actor, { rule: 'equal name', detail: `both are called ${other.name}` })
    }
  }
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

function gatherParties(state: {
  humans: readonly SeenActor[]
  people: readonly KnownPerson[]
  nodeOf: ReadonlyMap<string, number>
  sets: DisjointSets
  reasons: readonly { node: number; reason: Reason }[]
  partyOf: Map<Actor, string | null>
}): Map<string, Party> {
  const { humans, people, nodeOf, sets, reasons, partyOf } = state
  const named = new Map<number, { id: string; name: string }>()
  const claim = (key: string, id: string, name: string) => {
    const found = nodeOf.get(key)
    if (found !== undefined) named.set(sets.find(found), { id, name })
  }
  for (const person of people) claim(`person:${person.id}`, `person:${person.id}`, person.name)
  // A shared bond names the whole party: the last of these three that applies wins, the employer over all.
  for (const bond of ['funder', 'payer', 'employer'] as const) {
    for (const person of people) {
      const name = person[bond]
      if (name !== undefined) claim(organizationKey(name), organizationKey(name), name)
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
