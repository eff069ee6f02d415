// A CSV file put together piece by piece, so that a long one keeps the page answering and can be stopped.
import { type Cell, type CsvTable, csvLine } from './csv.ts'

export interface Collecting {
  readonly signal?: AbortSignal
  /** Rows written so far. */
  readonly onProgress?: (done: number) => void
}

/** Rows that are written before the page gets its turn again. */
const rowsAtOnce = 5_000

async function* inPages(rows: CsvTable['rows']): AsyncGenerator<readonly (readonly Cell[])[]> {
  if (Symbol.asyncIterator in rows) {
    yield* rows
    return
  }
  let page: (readonly Cell[])[] = []
  for (const row of rows) {
    page.push(row)
    if (page.length < rowsAtOnce) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

/** Throws the signal's reason when it was stopped. */
export async function collectCsv(table: CsvTable, { signal, onProgress }: Collecting = {}): Promise<Blob> {
  const parts = [csvLine(table.columns)]
  let done = 0
  for await (const page of inPages(table.rows)) {
    signal?.throwIfAborted()
    parts.push(page.map(csvLine).join(''))
    done += page.length
    onProgress?.(done)
    await new Promise(resolve => setTimeout(resolve, 0))
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' })
}
