// Reads a plain source as rows whatever its format: CSV, JSONL or a JSON document, told by the file's name.
import { type ReadContext, SourceRefused } from '../reader.ts'
import { type CsvOptions, readCsv } from './csv.ts'
import { readJson } from './json.ts'
import { readJsonl } from './jsonl.ts'
import type { Row } from './row.ts'
import { checkTimezone } from './time.ts'

export type PlainFormat = 'csv' | 'jsonl' | 'json'

/** By the name's ending, `.gz` aside; CSV where it says nothing. */
export function formatOf(path: string): PlainFormat {
  const name = path.toLowerCase().replace(/\.gz$/, '')
  if (/\.(jsonl|ndjson|ldjson)$/.test(name)) return 'jsonl'
  return name.endsWith('.json') ? 'json' : 'csv'
}

export interface RowsOptions extends CsvOptions {
  readonly format?: PlainFormat | undefined
  /** Where a JSON document's records are. */
  readonly records?: string | undefined
}

/** Throws `SourceRefused` as the formats' readers do, and for a time zone that does not exist. */
export function readRows(context: ReadContext, options: RowsOptions = {}): AsyncIterable<readonly Row[]> {
  const zone = checkTimezone(context.source.timezone)
  if (!zone.ok) throw new SourceRefused(zone.refusal)
  const format = options.format ?? formatOf(context.path)
  if (format === 'jsonl') return readJsonl(context)
  return format === 'json' ? readJson(context, options.records) : readCsv(context, options)
}
