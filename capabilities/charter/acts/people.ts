// Who is a member, and who has which role.
import {
  accepted,
  declareAct,
  type Executing,
  erasedProblem,
  type Group,
  type LogEvent,
  type Refusal,
  refused,
} from '@equalizer/core'
import { z } from 'zod'
import { has, rulesOf, standingSet } from '../standing.ts'
import { type Person, type PersonEvent, personStream, rolesAtMost } from '../state.ts'
import { person, role } from '../words.ts'

function onPerson(id: string, event: PersonEvent): LogEvent {
  return { stream: personStream(id), ...event }
}

function rolesOf({ books }: Executing, id: string): readonly string[] {
  return (books.stream(personStream(id)) as Person | null)?.roles ?? []
}

/** Code: `charter.not_a_member`. */
function notAMember(executing: Executing, id: string): Refusal | null {
  if (has(executing, 'member', id)) return null
  return { code: 'charter.not_a_member', reason: `${id} is no member`, facts: { person: id } }
}

export const admit = declareAct({
  type: 'charter.admit',
  summary: 'Admit somebody as a member',
  where: 'organization',
  consequence: 20,
  payload: z.strictObject({ person }),
  title: asked => `Admit ${asked.person}`,
  execute: executing => {
    const { person: id } = executing.payload
    if (has(executing, 'member', id)) {
      return refused('charter.already_a_member', `${id} is a member already`, { person: id })
    }
    const erased = erasedProblem(executing.books, id)
    if (erased) return { ok: false, refusal: erased }
    const admitted = onPerson(id, { type: 'charter.admitted', data: { person: id } })
    return accepted({ events: [admitted, standingSet('member', id, '1')] })
  },
})

export const dismiss = declareAct({
  type: 'charter.dismiss',
  summary: 'End a membership, with every role and seat that goes with it',
  where: 'organization',
  consequence: 200,
  payload: z.strictObject({ person }),
  title: asked => `End the membership of ${asked.person}`,
  execute: executing => {
    const { person: id } = executing.payload
    const refusal = notAMember(executing, id)
    if (refusal) return { ok: false, refusal }
    const left = leftAlone(executing, id, group => group.kind === 'role' || group.kind === 'everyone')
    if (left) return { ok: false, refusal: left }
    const ended = endedWith(executing, id).map(key => standingSet(key, id, '0'))
    const dismissed = onPerson(id, { type: 'charter.dismissed', data: { person: id } })
    return accepted({ events: [dismissed, standingSet('member', id, '0'), ...ended] })
  },
})

/**
 * A group by which acts are proposed or decided keeps its last member: else nobody could ever admit another one. Code:
 * `charter.last_of_group` (facts: person, group).
 */
export function leftAlone(
  executing: Executing,
  id: string,
  leaves: (group: Group) => boolean,
): Refusal | null {
  const rules = rulesOf(executing)
  if (rules === null) return null
  const classes = Object.values(rules.units).flatMap(unit => unit.classes)
  const needed = new Set(classes.flatMap(({ rule }) => [rule.propose, rule.decide.group]))
  // By id, so that whoever reads the log names the same one, in whatever order the groups came in.
  const groups = Object.values(rules.groups).sort((a, b) => (a.id < b.id ? -1 : 1))
  const last = groups.find(group => {
    if (!needed.has(group.id) || !leaves(group)) return false
    const key = group.kind === 'role' ? (`role:${group.role}` as const) : 'member'
    return has(executing, key, id) && !othersIn(executing, group, id)
  })
  if (!last) return null
  const reason = `${id} is the last of ${last.id}, which proposes or decides here`
  return { code: 'charter.last_of_group', reason, facts: { person: id, group: last.id } }
}

/** So many are looked at one by one: with more, somebody is left who was not erased. */
const lookedAtMost = 1_000

/** Somebody else in it who can still act: whoever was erased counts on and does nothing any more. */
function othersIn({ books, now }: Executing, group: Group, id: string): boolean {
  const { members } = books.eligible(group, now.seq, now.atMs)
  if (members <= 1 || members > lookedAtMost) return members > 1
  const others = books.pool(group, now.seq, now.atMs).filter(person => person !== id)
  return others.some(person => erasedProblem(books, person) === null)
}

/** Founding gives this one, without an act of the charter. */
const foundingRole = 'role:steward'

/** Roles given here, and roles and seats that a group of the rules asks for: those of the founding were given elsewhere. */
function endedWith(executing: Executing, id: string) {
  const keys = new Set<`role:${string}` | `seat:${string}`>([foundingRole])
  for (const one of rolesOf(executing, id)) keys.add(`role:${one}`)
  for (const group of Object.values(rulesOf(executing)?.groups ?? {})) {
    if (group.kind === 'role') keys.add(`role:${group.role}`)
    if (group.kind === 'council') keys.add(`seat:${group.id}`)
  }
  return [...keys].filter(key => has(executing, key, id)).sort()
}

const rolePayload = z.strictObject({ person, role })

export const grantRole = declareAct({
  type: 'charter.grant_role',
  summary: 'Give a member a role',
  where: 'organization',
  consequence: 200,
  payload: rolePayload,
  title: asked => `Make ${asked.person} ${asked.role}`,
  execute: executing => {
    const { person: id, role: given } = executing.payload
    const refusal = notAMember(executing, id)
    if (refusal) return { ok: false, refusal }
    const facts = { person: id, role: given }
    if (has(executing, `role:${given}`, id)) {
      return refused('charter.has_role', `${id} has the role ${given} already`, facts)
    }
    if (rolesOf(executing, id).length >= rolesAtMost) {
      return refused('charter.too_many_roles', `Nobody has more than ${rolesAtMost} roles`, facts)
    }
    const granted = onPerson(id, { type: 'charter.role_granted', data: facts })
    return accepted({ events: [granted, standingSet(`role:${given}`, id, '1')] })
  },
})

export const revokeRole = declareAct({
  type: 'charter.revoke_role',
  summary: 'Take a role away',
  where: 'organization',
  consequence: 200,
  payload: rolePayload,
  title: asked => `Take the role ${asked.role} from ${asked.person}`,
  execute: executing => {
    const { person: id, role: taken } = executing.payload
    const facts = { person: id, role: taken }
    if (!has(executing, `role:${taken}`, id)) {
      return refused('charter.lacks_role', `${id} does not have the role ${taken}`, facts)
    }
    const left = leftAlone(executing, id, group => group.kind === 'role' && group.role === taken)
    if (left) return { ok: false, refusal: left }
    const revoked = onPerson(id, { type: 'charter.role_revoked', data: facts })
    return accepted({ events: [revoked, standingSet(`role:${taken}`, id, '0')] })
  },
})
