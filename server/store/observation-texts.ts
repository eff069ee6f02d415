// Stores observations together with what is looked through for a text or a path: some rows' texts as one, as 0003 says.
import type { Cell, Row } from './copy-text.ts'
import { searchable } from './search-text.ts'
import type { Store } from './store.ts'
import type { ObservationsTable } from './tables.ts'

/** Between the texts of two rows, and between two paths of one; the first is for readers that fetch many at once. */
export const betweenTexts = '\u001d'
export const betweenRows = '\u001e'
export const betweenPaths = '\u001f'
/** In place of paths that are not said. */
export const pathsUnsaid = '\u001a'
/** In a search text, in place of what stands between texts or rows. */
export const instead = '\uFFFD'

/** More rows together are quicker looked through in vain, fewer when there is something in them. */
const rowsTogether = 8
/** Of long rows fewer come together, so that what is found costs little to fetch. */
const charsTogether = 4_096
/** A row with more is looked at itself; the migration knows this number too. */
const mostPathChars = 16_384

export const textColumns = ['organization_id', 'import_id', 'row', 'search', 'paths'] as const

/** In this order, as `searchable` takes them. */
export const searchedColumns = ['about', 'actor', 'actor_name', 'reference'] as const

/** The rows of an import in their order, without gaps, and their texts with them: both or neither. */
export async function copyObservations(
  store: Store,
  columns: readonly (keyof ObservationsTable)[],
  rows: readonly Row[],
): Promise<void> {
  await store.db.transaction().execute(async trx => {
    await store.copy('observations', columns, rows, trx)
    await store.copy('observation_texts', textColumns, textRows(columns, rows), trx)
  })
}

/** Rows of `observation_texts`, each over some consecutive rows of one import. */
export function textRows(columns: readonly (keyof ObservationsTable)[], rows: readonly Row[]): Row[] {
  const at = (name: keyof ObservationsTable) => columns.indexOf(name)
  const [organization, importId, row] = [at('organization_id'), at('import_id'), at('row')]
  const searched = searchedColumns.map(at)
  const files = at('files')
  const made: Row[] = []
  let together: Together | null = null
  const close = () => {
    if (together) {
      const { first, searches, paths } = together
      const key = [organization, importId, row].map(column => first[column] ?? null)
      made.push([...key, searches.join(betweenRows), paths.join(betweenRows)])
    }
    together = null
  }
  for (const cells of rows) {
    const [text, paths] = [searchOf(searched.map(column => cells[column])), pathsOf(cells[files])]
    const chars = text.length + paths.length
    if (!fits(together, cells[importId], importId, chars)) close()
    together ??= { first: cells, searches: [], paths: [], chars: 0 }
    together.searches.push(text)
    together.paths.push(paths)
    together.chars += chars
  }
  close()
  return made
}

interface Together {
  readonly first: Row
  readonly searches: string[]
  readonly paths: string[]
  chars: number
}

function fits(together: Together | null, of: Cell | undefined, importId: number, chars: number): boolean {
  if (!together) return true
  const { first, searches } = together
  return first[importId] === of && searches.length < rowsTogether && together.chars + chars <= charsTogether
}

function searchOf(cells: readonly (Cell | undefined)[]): string {
  const text = searchable(cells.map(cell => (typeof cell === 'string' ? cell : null)))
  return text.includes(betweenRows) || text.includes(betweenTexts) ? withoutSigns(text) : text
}

/** A searched text as it stands here, in which no sign means anything. */
export const withoutSigns = (text: string) =>
  text.replaceAll(betweenTexts, instead).replaceAll(betweenRows, instead)

/** How JSON writes what stands for something here. */
const meaning = /\\u001[adef]/i

/** From the JSON of the files, the path first in each. */
function pathsOf(cell: Cell | undefined): string {
  if (typeof cell !== 'string') return ''
  if (cell.length > mostPathChars || meaning.test(cell)) return pathsUnsaid
  return (JSON.parse(cell) as [string][]).map(([path]) => path).join(betweenPaths)
}
