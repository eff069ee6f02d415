// The log to take along as people read it, page after page: each entry with its sentence, and as the log has it.
import type { Answer } from '@equalizer/client'
import { ask } from '../../data/read.ts'
import type { CsvTable } from '../../export/csv.ts'
import { type Entry, eventsOf, type Reading } from './entry.ts'
import { entrySaid } from './sentence.ts'
import { askedOf, type Look } from './use-look.ts'
import { type Ruled, readingOf } from './use-naming.ts'

const list = 'GET /api/organizations/{organization}/entries'
type Page = Answer<typeof list>
const pageRows = 500
/** What one file holds at most: a page keeps it in memory. */
const rowsAtMost = 1_000_000

async function* pagesOf(organization: string, look: Look, signal: AbortSignal): AsyncGenerator<Page> {
  let from: number | null = look.from
  let rows = 0
  do {
    const asked = { ...askedOf(organization, look), limit: pageRows, ...(from === null ? {} : { from }) }
    const page: Page = await ask(list, asked, signal)
    rows += page.entries.length
    yield page
    from = page.next
  } while (from !== null && rows < rowsAtMost)
}

const columns = ['entry', 'at', 'by', 'name', 'kind', 'decision', 'sentence', 'events', 'json']

function rowOf(entry: Entry, reading: Reading) {
  const { sentence, came, decision } = entrySaid(entry, reading)
  const { seq, at, by, command, events } = entry
  const name = by === null ? null : (reading.person(by) ?? null)
  const types = eventsOf(entry).map(({ type }) => type)
  const json = JSON.stringify({ command, events })
  const said = [sentence, ...came].join(' ')
  return [seq, at, by, name, String(command.kind), decision, said, types.join(' '), json]
}

/** One entry by itself. */
export const entryTable = (entry: Entry, reading: Reading): CsvTable => ({
  columns,
  rows: [rowOf(entry, reading)],
  total: 1,
})

/** All that fits what is looked for. */
export function logTable(organization: string, look: Look, ruled: Ruled, signal: AbortSignal): CsvTable {
  async function* rows() {
    for await (const page of pagesOf(organization, look, signal)) {
      const reading = readingOf(page, ruled)
      yield page.entries.map(entry => rowOf(entry, reading))
    }
  }
  return { columns, rows: rows() }
}

export async function logData(organization: string, look: Look, ruled: Ruled, signal: AbortSignal) {
  const entries: unknown[] = []
  for await (const page of pagesOf(organization, look, signal)) {
    const reading = readingOf(page, ruled)
    for (const { seq, at, by, command, events, ...rest } of page.entries)
      entries.push({
        seq,
        at,
        by,
        sentence: entrySaid({ seq, at, by, command, events, ...rest }, reading).sentence,
        command,
        events,
      })
  }
  return { organization, entries }
}
