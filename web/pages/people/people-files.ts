// The people as files: a picture, one row for each handle with the party it counts in, or the parties as they came.
import type { Input, Party } from '@equalizer/client'
import { ask } from '../../data/read.ts'
import type { Whose } from '../../data/whose.ts'
import type { Cell, CsvTable } from '../../export/csv.ts'
import { listPicture } from '../../export/list-picture.ts'
import type { Picture } from '../../export/svg.ts'
import { text } from '../../messages/text.ts'
import { count } from '../../words/format.ts'
import { handleOf } from './party.ts'
import { bondsOf, peopleSentence } from './words.ts'

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

const columns = [
  'organization',
  'simulated',
  'party',
  'party_name',
  'handle',
  'name',
  'person',
  'employer',
  'observations',
] as const

export function rowsOf(party: Party): readonly (readonly Cell[])[] {
  return party.members.map(({ actor, name, person, observations }) => {
    const employer = party.people.find(({ id }) => id === person)?.employer ?? null
    return [party.id, party.name, actor, name, person, employer, observations]
  })
}

async function* handles(asked: Asked, { id, simulated }: Whose, signal: AbortSignal) {
  for await (const parties of pagesOf(asked, signal)) {
    yield parties.flatMap(rowsOf).map(row => [id, simulated, ...row])
  }
}

export const peopleTable = (asked: Asked, whose: Whose, signal: AbortSignal): CsvTable => ({
  columns,
  rows: handles(asked, whose, signal),
})

export async function allParties(asked: Asked, signal: AbortSignal): Promise<readonly Party[]> {
  const found: Party[] = []
  for await (const parties of pagesOf(asked, signal)) found.push(...parties)
  return found
}

/** Handles that a row of the picture names. */
const handlesDrawn = 3
/** Of a handle: a hash is told by its beginning. */
const handleChars = 22

function shortHandle(actor: string): string {
  const handle = handleOf(actor)
  return handle.length > handleChars ? `${handle.slice(0, handleChars - 1)}…` : handle
}

/** As many parties as a picture draws. */
const partiesDrawn = 25

function cellsOf(party: Party) {
  const { members } = party
  const named = members.slice(0, handlesDrawn).map(({ actor }) => shortHandle(actor))
  const more = members.length - named.length
  return [
    party.name,
    [...named, ...(more > 0 ? [text.people.moreHandles(count(more))] : [])].join(', '),
    { text: bondsOf(party).join(', '), tone: 'soft' as const },
    count(party.observations),
  ]
}

export async function peoplePicture(asked: Asked, whose: Whose, signal: AbortSignal): Promise<Picture> {
  // The sentence is of everybody, whatever the list is narrowed to.
  const { organization } = asked
  const [page, everybody] = await Promise.all([
    ask(name, { ...asked, limit: partiesDrawn }, signal),
    ask(name, { organization, limit: 1 }, signal),
  ])
  const words = text.people
  return listPicture({
    ...whose,
    title: words.title,
    headline: peopleSentence(everybody),
    tables: [
      {
        heading: `${words.title}: ${words.found(count(page.total))}`,
        columns: [
          { title: words.pictured.party, part: 1.8, isName: true },
          { title: words.pictured.handles, part: 4, lines: 2 },
          { title: words.pictured.bonds, part: 1.8 },
          { title: words.pictured.observations, part: 1, isNumber: true },
        ],
        rows: page.parties.map(cellsOf),
        total: page.total,
      },
    ],
  })
}
