// Who is whom: merges the handles of one person, then people of one employer, payer or funder, into parties; drops bots.
import type { Actor } from '../observation.ts'
import { botRule, login } from './bots.ts'
import { DisjointSets } from './disjoint-sets.ts'
import { canonical, organizationKey, personKey } from './keys.ts'
import type { KnownPerson } from './known-person.ts'
import { isFullName, normalName } from './names.ts'
import { gatherParties, mainName, type Party, type Reason } from './parties.ts'
import type { SeenActor } from './seen-actor.ts'
import { suggestMerges } from './suggest.ts'

export interface SameClaim {
  readonly a: Actor
  readonly b: Actor
  readonly rule: string
  readonly detail: string
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

/** More actors than this with one name are more likely a placeholder ("unknown") than a person. */
const sharedNameLimit = 10

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
      merge(personKey(person), canonical(actor), {
        rule: 'charter',
        detail: `${actor} is ${person.name}`,
      })
    }
  }
  if (rules.mailmap) {
    const key = ({ a, b, rule, detail }: SameClaim) => JSON.stringify([a, b, rule, detail])
    const ordered = [...input.claims].sort((x, y) => (key(x) < key(y) ? -1 : 1))
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
      merge(organizationKey(name), personKey(person), {
        rule: bond,
        detail: `${person.name}: ${bond} ${name}`,
      })
    }
  }

  const parties = gatherParties({ humans, people, nodeOf, sets, reasons, partyOf })
  return { partyOf, parties, bots, suggestions: suggestMerges(humans, partyOf) }
}

function mergeByName(humans: readonly SeenActor[], merge: (a: string, b: string, reason: Reason) => void) {
  const byName = new Map<string, Map<string, string>>()
  for (const { actor, names } of humans) {
    for (const name of names.keys()) {
      if (!isFullName(name)) continue
      const key = normalName(name)
      const called = byName.get(key) ?? new Map<string, string>()
      // One more than the limit tells that there are too many; the others need not be kept.
      if (called.size <= sharedNameLimit && !called.has(canonical(actor))) called.set(canonical(actor), name)
      byName.set(key, called)
    }
  }
  for (const key of [...byName.keys()].sort()) {
    const [first, ...others] = byName.get(key) ?? []
    if (!first || others.length >= sharedNameLimit) continue
    for (const [actor, name] of others) {
      merge(first[0], actor, { rule: 'equal name', detail: `both are called ${name}` })
    }
  }
}
