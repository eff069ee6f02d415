// The people as files: one row for each handle with the party it counts in, or the parties as they came.
import type { Input, Party } from '@equalizer/client'
import { ask } from '../../data/read.ts'
import type { Cell, CsvTable } from '../../export/csv.ts'

const name = 'GET /api/organizations/{organization}/people'
const rowsAtOnce = 200

/** What is looked for, as on the page. */
export type Asked = Omit<Input<typeof name>, 'cursor' | 'limit'>

async function* pagesOf(asked: Asked, signal: AbortSignal): AsyncGenerator<readonly Party[]> {
  let cursor: string | null = null
  do {
    const input: Input<typeof name> = { ...asked, limit: rowsAtOnce, ...(cursor === null ? {} : { cursor }) }
    const page: { parties: Party[]; next: string | null } = await ask(name, input, signal)
    yield page.parties
    cursor = page.next
  } while (cursor !== null)
}

const columns = ['party', 'party_name', 'handle', 'name', 'person', 'employer', 'observations'] as const

export function rowsOf(party: Party): readonly (readonly Cell[])[] {
  return party.members.map(({ actor, name, person, observations }) => {
    const employer = party.people.find(({ id }) => id === person)?.employer ?? null
    return [party.id, party.name, actor, name, person, employer, observations]
  })
}

async function* handles(asked: Asked, signal: AbortSignal) {
  for await (const parties of pagesOf(asked, signal)) yield parties.flatMap(rowsOf)
}

export const peopleTable = (asked: Asked, signal: AbortSignal): CsvTable => ({
  columns,
  rows: handles(asked, signal),
})

export async function allParties(asked: Asked, signal: AbortSignal): Promise<readonly Party[]> {
  const found: Party[] = []
  for await (const parties of pagesOf(asked, signal)) found.push(...parties)
  return found
}
