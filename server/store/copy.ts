// COPY as something that a query builder's connection can carry, so that it also runs inside a transaction.
import { CompiledQuery, type Kysely } from 'kysely'
import { type Row, rowText } from './copy-text.ts'
import type { Tables } from './tables.ts'

/** Stands as the only parameter of a COPY; each back end sees it and sends the text its own way. */
export class CopyBlocks {
  /** Lines of the text format, many at a time. */
  readonly blocks: Iterable<string>
  constructor(blocks: Iterable<string>) {
    this.blocks = blocks
  }
}

const rowsPerBlock = 1_000

function* blocksOf(rows: readonly Row[]): Generator<string> {
  for (let at = 0; at < rows.length; at += rowsPerBlock) {
    yield rows
      .slice(at, at + rowsPerBlock)
      .map(rowText)
      .join('')
  }
}

/** The text that a query carries, if it is a COPY of ours. */
export function copyBlocks(parameters: readonly unknown[] | undefined): Iterable<string> | null {
  const first = parameters?.[0]
  return first instanceof CopyBlocks ? first.blocks : null
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
  if (rows.length > 0) await runCopyText(db, from, table, columns, blocksOf(rows))
}

/** The same of lines that are written already. */
export async function runCopyText(
  db: Kysely<Tables>,
  from: string,
  table: string,
  columns: readonly string[],
  blocks: Iterable<string>,
): Promise<void> {
  const text = `COPY ${quoted(table)} (${columns.map(quoted).join(', ')}) FROM ${from}`
  await db.executeQuery(CompiledQuery.raw(text, [new CopyBlocks(blocks)]))
}
