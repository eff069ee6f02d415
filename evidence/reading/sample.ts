// A source for tests: bytes in a temporary folder, read through the real file system, its ledger at hand.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Source } from '@equalizer/core'
import { type ReadContext, SourceRefused } from '../reader.ts'
import { createLedger, type OpenLedger } from './ledger.ts'

export interface Sample extends ReadContext {
  readonly ledger: OpenLedger
}

/** Writes `content` under `name` to a folder of its own. */
export function sample(name: string, content: string | Uint8Array, source: Partial<Source> = {}): Sample {
  const path = join(mkdtempSync(join(tmpdir(), 'equalizer-')), name)
  writeFileSync(path, content)
  return sampleAt(path, { path: name, ...source })
}

/** A source that lies on disk already. */
export function sampleAt(path: string, source: Partial<Source> = {}): Sample {
  return { source: { id: 'sample', kind: 'table', path, ...source }, path, ledger: createLedger() }
}

export async function collect<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = []
  for await (const batch of batches) for (const item of batch) all.push(item)
  return all
}

/** The code with which the whole source was refused; null: it was read. */
export async function refusalOf(batches: AsyncIterable<unknown>): Promise<string | null> {
  try {
    for await (const _ of batches);
    return null
  } catch (error) {
    if (error instanceof SourceRefused) return error.refusal.code
    throw error
  }
}
