// The files of a Snapshot source: the one file, or those of a folder that hold votes or proposals, proposals first.
import { readdir, stat } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { limits } from '@equalizer/core'
import { type ReadContext, SourceRefused } from '../reader.ts'
import { cleanName } from '../reading/identifier.ts'
import { createLedger } from '../reading/ledger.ts'
import { type Peek, peek } from '../reading/peek.ts'
import { isDamaged, readText } from '../reading/text.ts'
import { namesIn, type Shape, shapeOf } from './shape.ts'

export interface SnapshotFile {
  readonly context: ReadContext
  /** What the file's first record is. */
  readonly is: Shape['is']
  readonly format: Peek['format']
  /** For JSON: where votes and proposals stand. */
  readonly records: string | undefined
}

/** Throws `SourceRefused` where there is neither a vote nor a proposal. Files of a folder that are neither are noted. */
export async function snapshotFiles(context: ReadContext): Promise<SnapshotFile[]> {
  const isFolder = (await stat(context.path).catch(() => null))?.isDirectory() ?? false
  if (!isFolder) {
    const file = await lookAt(context)
    if (file === null)
      throw foreign(`${context.source.path} holds neither votes nor proposals of Snapshot`, 'snapshot')
    return [file]
  }
  const files: SnapshotFile[] = []
  for (const name of await namesInFolder(context)) {
    const file = await lookAt(await inFolder(context, name)).catch(error => {
      if (!(error instanceof SourceRefused)) throw error
      context.ledger.note('note.file_left_out', `${shown(name)} is left out: ${error.refusal.reason}.`, {
        what: 'unreadable',
        file: shown(name),
      })
    })
    if (file === null) {
      const reason = 'it holds neither votes nor proposals of Snapshot'
      context.ledger.note('note.file_left_out', `${shown(name)} is left out: ${reason}.`, {
        what: 'foreign',
        file: shown(name),
      })
    }
    if (file) files.push(file)
  }
  if (files.length === 0)
    throw foreign('No file of the folder holds votes or proposals of Snapshot', 'snapshot_folder')
  return files.sort((a, b) => Number(a.is === 'votes') - Number(b.is === 'votes'))
}

async function namesInFolder(context: ReadContext): Promise<string[]> {
  const entries = await readdir(context.path, { withFileTypes: true })
  if (entries.length > limits.filesInFolder)
    throw foreign(`The folder holds more than ${limits.filesInFolder} files`, 'too_many_files')
  // A symbolic link could lead out of the folder that the caller has checked.
  const readable = entries.filter(
    entry => entry.isFile() && /\.(csv|json|jsonl|ndjson)(\.gz)?$/i.test(entry.name),
  )
  return readable.map(entry => entry.name).sort()
}

/** A file may be called anything. */
function shown(name: string): string {
  const clean = cleanName(name)
  return clean.ok ? clean.value : 'A file'
}

/** A charset that the charter declares is for the files that are not UTF-8; a folder's files may differ. */
async function inFolder(context: ReadContext, name: string): Promise<ReadContext> {
  const { charset, ...source } = context.source
  const utf8 = {
    ...context,
    path: join(context.path, name),
    source: { ...source, path: posix.join(source.path, name) },
  }
  if (charset === undefined || (await isUtf8(utf8))) return utf8
  return { ...utf8, source: { ...utf8.source, charset } }
}

async function isUtf8(context: ReadContext): Promise<boolean> {
  try {
    for await (const text of readText({ ...context, ledger: createLedger() }))
      if (isDamaged(text)) return false
  } catch (error) {
    if (!(error instanceof SourceRefused)) throw error
  }
  return true
}

async function lookAt(context: ReadContext): Promise<SnapshotFile | null> {
  const seen = await peek(context)
  const is = shapeOf(seen.format === 'csv' ? seen.columns : namesIn(seen.record))?.is
  if (is === undefined) return null
  const records = context.source.mapping?.records ?? (seen.format === 'json' ? recordsOf(seen) : undefined)
  return { context, is, format: seen.format, records }
}

/** The API answers `{"data": {"votes": […], "proposals": […]}}`; all lists beside the first one are read too. */
function recordsOf({ records, names }: Peek): string {
  if (records === null || records === '$.*') return '$.*'
  return names.includes('data') && records.startsWith('$.data.') ? '$.data.*.*' : '$.*.*'
}

function foreign(reason: string, what: string): SourceRefused {
  const facts = { what, limit: limits.filesInFolder }
  return new SourceRefused({ code: 'evidence.missing_columns', reason, facts })
}
