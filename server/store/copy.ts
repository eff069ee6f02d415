// COPY as something that a query builder's connection can carry, so that it also runs inside a transaction.
import { CompiledQuery, type Kysely } from 'kysely'
import { type Row, rowText } from './copy-text.ts'
import type { Tables } from './tables.ts'

/** Stands as the only parameter of a COPY; each back end sees it and sends the rows its own way. */
export class CopyRows {
  readonly rows: readonly Row[]
  constructor(rows: readonly Row[]) {
    this.rows = rows
  }

  /** Text of about a thousand rows each. */
  *blocks(): Generator<string> {
    for (let at = 0; at < this.rows.length; at += 1_000) {
      yield this.rows
        .slice(at, at + 1_000)
        .map(rowText)
        .join('')
    }
  }
}

/** The rows that a query carries, if it is a COPY of ours. */
export function copyRows(parameters: readonly unknown[] | undefined): CopyRows | null {
  const first = parameters?.[0]
  return first instanceof CopyRows ? first : null
}

/** Names come from code and never from a request; they are quoted all the same. */
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** `from`: what the back end reads the rows from. */
export async function runCopy(
  db: Kysely<Tables>,
  from: string,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return
  const text = `COPY ${quoted(table)} (${columns.map(quoted).join(', ')}) FROM ${from}`
  await db.executeQuery(CompiledQuery.raw(text, [new CopyRows(rows)]))
}
