// Says what a file, folder or repository is and what its first rows become, without counting anything.
import { stat } from 'node:fs/promises'
import type { Mapping, Refusal, Source } from '@equalizer/core'
import type { Observation } from '@equalizer/measure'
import { type Noted, type Place, type RefusedRow, SourceRefused } from '../reader.ts'
import { readers } from '../readers.ts'
import { createLedger } from '../reading/ledger.ts'
import { type Peek, peek } from '../reading/peek.ts'
import { plainFacts } from '../reading/plain-facts.ts'
import { examine } from '../recognize.ts'
import { bounded, first } from './bounded.ts'
import { type FirstRows, firstRows } from './first-rows.ts'
import { suggestMapping } from './suggest-mapping.ts'

/** How a source is read: all of it but its id and place. */
export type Reading = Omit<Source, 'id' | 'path'>

interface Previewed {
  readonly kind: string
  readonly who: string | null
  /** ISO 8601, UTC. */
  readonly at: string | null
  /** Decimal. */
  readonly weight: string
  readonly asset: string
  readonly about: string | null
  readonly reference: string
}

export interface Preview {
  readonly name: string
  /** null: a folder. */
  readonly bytes: number | null
  /** null: not recognised, or not readable. */
  readonly reading: Reading | null
  /** One sentence: why it is taken for that, or why it cannot be read. */
  readonly reason: string
  /** The same for any language. */
  readonly said: Noted
  readonly format: 'csv' | 'jsonl' | 'json' | 'yaml' | 'git' | 'unknown'
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly observations: readonly Previewed[]
  readonly refusals: readonly RefusedRow[]
  readonly suggested: Partial<Mapping> | null
}

export interface UnderstandOptions {
  /** As a person knows it; stands in references and refusals. */
  readonly name: string
  /** How it is to be read; left out: told from its content. */
  readonly reading?: Reading | undefined
}

const shownAtMost = 20
const noRows: FirstRows = { columns: [], rows: [] }

/** Reads a bounded piece. What is wrong with the file is said in `reason`; only a fault of the disk or of ours is thrown. */
export async function understand(path: string, options: UnderstandOptions): Promise<Preview> {
  const { name } = options
  const found = await stat(path).catch(() => null)
  const bytes = found?.isFile() ? found.size : null
  const { reading, reason, said, refusal } = await readingOf(path, options)
  const source: Source = { kind: 'table', ...reading, id: 'preview', path: name }
  const isFile = found?.isFile() ?? false
  const { seen, rows, refusal: unread } = isFile ? await tableOf(source, path) : noTable
  const common = { name, bytes, format: formatOf(path, reading, seen), ...rows }
  if (reading === null) {
    const mapping = seen === null ? null : suggestMapping(seen, rows)
    const why = refusal ?? unread
    const refusals = why === null ? [] : [asRow(name, why)]
    return { ...common, reading, reason, said, observations: [], refusals, suggested: mapping }
  }
  const read = await firstObservations(source, path)
  const refusals = [...read.refusals, ...(read.refused === null ? [] : [asRow(name, read.refused)])]
  const needed = reading.kind === 'table' && seen !== null && reading.mapping === undefined
  const refused = read.refused !== null && read.observations.length === 0
  return {
    ...common,
    // What we took it for ourselves and cannot read is not what it is.
    reading: refused && options.reading === undefined ? null : reading,
    reason: refused ? (read.refused?.reason ?? reason) : reason,
    said: refused && read.refused ? noted(read.refused) : said,
    observations: read.observations,
    refusals: refusals.slice(0, shownAtMost),
    suggested: needed || refused ? (seen === null ? null : suggestMapping(seen, rows)) : null,
  }
}

interface Judged {
  readonly reading: Reading | null
  readonly reason: string
  readonly said: Noted
  readonly refusal: Refusal | null
}

function noted({ code, facts }: Refusal): Noted {
  return { code, facts: plainFacts(facts) }
}

async function readingOf(path: string, { reading }: UnderstandOptions): Promise<Judged> {
  if (reading !== undefined)
    return {
      reading,
      reason: 'It is read the way that was asked for',
      said: { code: 'recognized.as_asked', facts: {} },
      refusal: null,
    }
  const examined = await examine(path)
  if (!examined.ok) {
    const { refusal } = examined
    return { reading: null, reason: refusal.reason, said: noted(refusal), refusal }
  }
  const { kind, options, reason, said } = examined.value
  return { reading: { ...options, kind }, reason, said, refusal: null }
}

interface Table {
  readonly seen: Peek | null
  readonly rows: FirstRows
  readonly refusal: Refusal | null
}

const noTable: Table = { seen: null, rows: noRows, refusal: null }

/** The rows as they stand, whatever they mean; YAML has none. */
async function tableOf(source: Source, path: string): Promise<Table> {
  if (isYaml(path)) return noTable
  try {
    const seen = await peek({ source, path, ledger: createLedger() })
    const rows = await firstRows(source, path, seen, shownAtMost)
    return { seen, rows, refusal: null }
  } catch (error) {
    if (!(error instanceof SourceRefused)) throw error
    return { ...noTable, refusal: error.refusal }
  }
}

interface FirstObservations {
  readonly observations: readonly Previewed[]
  readonly refusals: readonly RefusedRow[]
  /** Why the whole source is refused. */
  readonly refused: Refusal | null
}

async function firstObservations(source: Source, path: string): Promise<FirstObservations> {
  const context = bounded(source, path)
  let observations: Observation[] = []
  let refused: Refusal | null = null
  try {
    observations = await first(readers[source.kind].read(context), shownAtMost, context)
  } catch (error) {
    if (!(error instanceof SourceRefused)) throw error
    refused = error.refusal
  } finally {
    context.stop()
  }
  return { observations: observations.map(previewed), refusals: context.ledger.account().refusals, refused }
}

function previewed(observation: Observation): Previewed {
  const { kind, actor, actorName, atMs, asset, about, reference } = observation
  return {
    kind,
    who: actorName ?? actor,
    at: atMs === null ? null : new Date(atMs).toISOString(),
    weight: decimalText(observation.weight, observation.decimals),
    asset,
    about: about ?? null,
    reference,
  }
}

/** Fixed point as a decimal number, without trailing zeros. */
function decimalText(weight: bigint, decimals: number): string {
  const digits = String(weight).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return fraction === '' ? whole : `${whole}.${fraction}`
}

function asRow(file: string, refusal: Refusal): RefusedRow {
  const place: Place = { file, line: null, column: null }
  return { ...place, ...noted(refusal), reason: refusal.reason }
}

function isYaml(path: string): boolean {
  return /\.ya?ml(\.gz)?$/i.test(path)
}

function formatOf(path: string, reading: Reading | null, seen: Peek | null): Preview['format'] {
  if (reading?.kind === 'git') return 'git'
  if (isYaml(path)) return 'yaml'
  return seen?.format ?? 'unknown'
}
