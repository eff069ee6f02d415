// The books as the founding will leave them, for whoever asks beforehand how the very first act would be decided.
import type { Books, Group, Now, Rules } from '@equalizer/core'
import type { Desk } from '../desk.ts'
import { personsOf } from '../persons/persons.ts'
import { foundingRules } from './founding.ts'
import { readHead } from './head.ts'

/** Asks like `desk.door.read`; before the first act the founding stewards and rules are taken as if they stood in the log. */
export async function readFounded<T>(
  desk: Desk,
  organization: string,
  question: (books: Books, now: Now) => T,
): Promise<T> {
  const { db } = desk.store
  if (await readHead(db, organization)) return desk.door.read(organization, question)
  const rows = await db
    .selectFrom('members')
    .select('user_id')
    .where('organization_id', '=', organization)
    .where('role', '=', 'steward')
    .orderBy('user_id')
    .execute()
  const users = rows.map(row => row.user_id)
  const persons = await personsOf(db, organization, users, desk.clock.nowMs())
  const rules = foundingRules()
  const stewards = new Set(persons.values())
  return desk.door.read(organization, (books, now) => question(founded(books, rules, stewards), now))
}

/** The founding stewards are members and stewards; nobody is anything else yet. */
function founded(books: Books, rules: Rules, stewards: ReadonlySet<string>): Books {
  return {
    ...books,
    stream: stream => (stream === 'rules' ? rules : books.stream(stream)),
    standing: (key, person) =>
      (key === 'member' || key === 'role:steward') && stewards.has(person) ? 1n : 0n,
    eligible: group => {
      const members = holdsAll(group) ? stewards.size : 0
      return { members, weight: BigInt(members) }
    },
    pool: group => (holdsAll(group) ? [...stewards].sort() : []),
  }
}

function holdsAll(group: Group): boolean {
  const all = group.kind === 'everyone' || (group.kind === 'role' && group.role === 'steward')
  return all && group.weight.by === 'person'
}
