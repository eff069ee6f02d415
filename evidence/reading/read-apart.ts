// Reads one source as rows in a process of its own and prints what came of it, for tests that bound its memory.
import { SourceRefused } from '../reader.ts'
import { cleanName } from './identifier.ts'
import { createLedger } from './ledger.ts'
import { readRows } from './rows.ts'

export interface ReadApart {
  readonly rows: number
  readonly names: number
  readonly refusedByCode: Readonly<Record<string, number>>
  /** Code of the refusal of the whole source; null: it was read. */
  readonly refused: string | null
  readonly peakMiB: number
}

async function readApart(path: string): Promise<ReadApart> {
  const ledger = createLedger()
  let rows = 0
  /** One of each batch, as a measure keeps the names of those who act. */
  const names = new Set<unknown>()
  let refused: string | null = null
  try {
    const source = { id: 'apart', kind: 'table', path: 'apart' } as const
    for await (const batch of readRows({ source, path, ledger })) {
      rows += batch.length
      names.add(cleanName(batch[0]?.text('name') ?? ''))
    }
  } catch (error) {
    if (!(error instanceof SourceRefused)) throw error
    refused = error.refusal.code
  }
  const { refusedByCode } = ledger.account()
  return { rows, names: names.size, refusedByCode, refused, peakMiB: process.resourceUsage().maxRSS / 1024 }
}

const path = process.argv[2]
if (import.meta.main && path !== undefined) console.log(JSON.stringify(await readApart(path)))
