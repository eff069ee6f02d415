// One view as one file, in the form that was asked for.
import type { CsvTable } from './csv.ts'
import { collectCsv } from './csv-file.ts'
import { pngOf } from './png.ts'
import type { Picture } from './svg.ts'

type Maybe<T> = T | Promise<T>

/** What the server writes by itself, however long it is. */
export interface Download {
  readonly address: string
  /** What the file is called; left out: as the server calls it. */
  readonly name?: string
  /** What one should know beforehand, such as its limit. */
  readonly hint?: string
}

/** What a view can become; a form that is left out is not offered. */
export interface Forms {
  readonly svg?: (signal: AbortSignal) => Maybe<Picture>
  /** What the PNG is drawn from; left out: the same as the SVG. */
  readonly png?: (signal: AbortSignal) => Maybe<Picture>
  readonly csv?: Download | ((signal: AbortSignal) => Maybe<CsvTable>)
  readonly json?: Download | ((signal: AbortSignal) => unknown)
}

export type Kind = keyof Forms

/** `total` null: nobody knows yet. */
export interface Work {
  readonly done: number
  readonly total: number | null
}

/** Throws the signal's reason when it was stopped, and what the view's own functions throw. */
export async function makeFile(
  kind: Kind,
  { svg, png = svg, csv, json }: Forms,
  signal: AbortSignal,
  onWork: (work: Work) => void,
): Promise<Blob> {
  if (kind === 'svg' && svg) return new Blob([(await svg(signal)).svg], { type: 'image/svg+xml' })
  if (kind === 'png' && png) return pngOf(await png(signal))
  if (kind === 'csv' && typeof csv === 'function') {
    const table = await csv(signal)
    const total = table.total ?? null
    return collectCsv(table, { signal, onProgress: done => onWork({ done, total }) })
  }
  if (kind !== 'json' || typeof json !== 'function') throw new Error(`This view has no ${kind}`)
  return new Blob([`${JSON.stringify(await json(signal), null, 2)}\n`], { type: 'application/json' })
}
