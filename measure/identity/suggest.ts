// Merges that look likely and are not made: a person decides, in the charter.
import type { Actor } from '../observation.ts'
import { login } from './bots.ts'
import { isFullName, normalName, shownName } from './names.ts'
import type { SeenActor } from './seen-actor.ts'

export interface Suggestion {
  readonly actors: readonly Actor[]
  readonly reason: string
}

const suggestionLimit = 50
/** Mail providers and placeholders: sharing one says nothing about an employer. */
const publicDomains =
  /(^|\.)(gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|mac|proton|protonmail|pm|gmx|web|qq|163|126|yandex|mail|fastmail|hey|noreply|localhost|local|example)(\.|$)/i

/** Parties that share a login, a short name or a company's mail domain: at most 50, the busiest first. */
export function suggestMerges(
  humans: readonly SeenActor[],
  partyOf: ReadonlyMap<Actor, string | null>,
): Suggestion[] {
  const groups = new Map<string, { reason: string; actors: SeenActor[] }>()
  const put = (key: string, reason: string, actor: SeenActor) => {
    const group = groups.get(key) ?? { reason, actors: [] }
    group.actors.push(actor)
    groups.set(key, group)
  }
  const spellings = new Map<string, Set<string>>()
  for (const human of humans) {
    const handle = login(human.actor).toLowerCase()
    if (handle.length >= 4 && /^(email|github|name):/.test(human.actor)) {
      put(`login ${handle}`, `the same login, ${handle}: one person?`, human)
    }
    for (const name of human.names.keys()) {
      const shown = shownName(name)
      if (isFullName(name)) {
        spellings.set(shown, (spellings.get(shown) ?? new Set()).add(normalName(name)))
        put(`looks ${shown}`, `names that look alike, ${name}: one person?`, human)
        continue
      }
      if (normalName(name).length < 4) continue
      put(`name ${normalName(name)}`, `the same short name, ${name}: one person?`, human)
    }
    const domain = human.actor.startsWith('email:') ? human.actor.slice(human.actor.lastIndexOf('@') + 1) : ''
    if (domain.includes('.') && !publicDomains.test(domain)) {
      put(
        `domain ${domain.toLowerCase()}`,
        `the same mail domain, ${domain.toLowerCase()}: one employer?`,
        human,
      )
    }
  }
  // One and the same spelling is the business of merging, and was left apart for a reason.
  for (const [shown, { size }] of spellings) if (size < 2) groups.delete(`looks ${shown}`)
  const likely = [...groups.values()].filter(
    group => new Set(group.actors.map(one => partyOf.get(one.actor))).size > 1 && group.actors.length <= 50,
  )
  const weight = (group: { actors: SeenActor[] }) =>
    group.actors.reduce((sum, one) => sum + one.observations, 0)
  return likely
    .sort((a, b) => weight(b) - weight(a) || (a.reason < b.reason ? -1 : 1))
    .slice(0, suggestionLimit)
    .map(group => ({ reason: group.reason, actors: [...new Set(group.actors.map(one => one.actor))].sort() }))
}
