// The cursor of a page: the place that it ended at, good for the same filter and order only.
import { createHash } from 'node:crypto'
import { accepted, type Result, refused } from '@equalizer/core'
import { z } from 'zod'
import type { Place } from './order.ts'

const shape = z.tuple([
  z.string(),
  z.array(z.union([z.string().max(512), z.number()])).max(2),
  z.number().int().min(0),
  z.number().int().min(0),
  z.number().int().min(0),
  z.boolean(),
])

export interface Cursor {
  readonly place: Place
  /** What the first page counted. */
  readonly total: number
  readonly exact: boolean
}

/** What a cursor belongs to: `parts` are the filter, the order and the readings they were read from. */
export function stampOf(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16)
}

export function writeCursor(stamp: string, { place, total, exact }: Cursor): string {
  const parts = [stamp, place.values, place.import, place.row, total, exact]
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** Codes: `cursor.invalid`: not one of ours, or of another filter, order or reading. */
export function readCursor(text: string, stamp: string, keys: number): Result<Cursor> {
  const invalid = refused(
    'cursor.invalid',
    'The cursor does not belong to this list as it is now; begin anew.',
  )
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return invalid
  }
  const parsed = shape.safeParse(parts)
  if (!parsed.success) return invalid
  const [of, values, index, row, total, exact] = parsed.data
  if (of !== stamp || values.length !== keys) return invalid
  return accepted({ place: { values, import: index, row }, total, exact })
}
