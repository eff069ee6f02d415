// Everybody who is known as a table, page after page.
import type { Answer } from '@equalizer/client'
import { ask } from '../../data/read.ts'
import type { CsvTable } from '../../export/csv.ts'

const list = 'GET /api/organizations/{organization}/members'

export function membersTable(organization: string, signal: AbortSignal): CsvTable {
  async function* rows() {
    let cursor: string | null = null
    do {
      const page: Answer<typeof list> = await ask(
        list,
        { organization, limit: 500, ...(cursor === null ? {} : { cursor }) },
        signal,
      )
      yield page.people.map(({ id, name, member, roles }) => [id, name, member, roles.join(' ')])
      cursor = page.next
    } while (cursor !== null)
  }
  return { columns: ['person', 'name', 'member', 'roles'], rows: rows() }
}
