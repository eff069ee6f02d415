// Reads a backup part by part and holds each to its checksum; nothing of it is trusted before that.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type { z } from 'zod'
import { ByteReader, Cut } from './byte-reader.ts'
import {
  blockBytes,
  type Content,
  formatVersion,
  type Head,
  headSchema,
  lineBytes,
  nameOf,
  partSchema,
  sumSchema,
} from './format.ts'

/** What a reader does with the parts; left out: it only checks. */
export interface Taking {
  head?(head: Head): Promise<void>
  begin?(content: Content): Promise<void>
  block?(content: Content, bytes: Buffer): Promise<void>
  end?(content: Content): Promise<void>
}

export interface Contents {
  readonly head: Head
  readonly tables: number
  readonly rows: number
  readonly files: number
}

/** It is no backup, or not the one that was written. */
export class Damaged extends Error {
  constructor(what: string) {
    super(what)
    this.name = 'Damaged'
  }
}

/** It was written by a version that this one does not know. */
export class Newer extends Error {}

/** Throws `Damaged`, `Newer`, and what the file system says. */
export async function readBackup(file: string, taking: Taking = {}): Promise<Contents> {
  const source = createReadStream(file, { highWaterMark: 1_048_576 })
  const gunzip = createGunzip()
  source.on('error', error => gunzip.destroy(error))
  source.pipe(gunzip)
  try {
    return await readParts(new ByteReader(gunzip), taking)
  } catch (error) {
    if (error instanceof Cut) throw new Damaged(error.message)
    const { code } = error as NodeJS.ErrnoException
    if (code?.startsWith('Z_')) throw new Damaged('it is not whole')
    throw error
  } finally {
    source.destroy()
    gunzip.destroy()
  }
}

async function readParts(reader: ByteReader, taking: Taking): Promise<Contents> {
  const head = parsed(headSchema, await reader.line(lineBytes))
  if (head['equalizer-backup'] > formatVersion) throw new Newer()
  await taking.head?.(head)
  let [tables, rows, files] = [0, 0, 0]
  const names = new Set<string>()
  for (;;) {
    const part = parsed(partSchema, await reader.line(lineBytes))
    if (!('end' in part)) {
      if (names.has(nameOf(part))) throw new Damaged(`it holds ${nameOf(part)} twice`)
      names.add(nameOf(part))
    } else {
      if (part.parts !== tables + files || !(await reader.ended())) throw new Damaged('parts are missing')
      return { head, tables, rows, files }
    }
    const counted = await readContent(reader, part, taking)
    if ('table' in part) tables += 1
    else files += 1
    rows += counted
  }
}

/** Answers the rows of a table, 0 for a file. */
async function readContent(reader: ByteReader, content: Content, taking: Taking): Promise<number> {
  await taking.begin?.(content)
  const hash = createHash('sha256')
  let [bytes, rows] = [0, 0]
  for (;;) {
    const length = Number(await reader.line(16))
    if (!Number.isSafeInteger(length) || length < 0 || length > blockBytes)
      throw new Damaged('a length is wrong')
    if (length === 0) break
    const block = await reader.bytes(length)
    hash.update(block)
    bytes += length
    if ('table' in content) rows += linesIn(block, content)
    await taking.block?.(content, block)
  }
  const sum = parsed(sumSchema, await reader.line(lineBytes))
  const right = sum.bytes === bytes && sum.sha256 === hash.digest('hex') && (sum.rows ?? 0) === rows
  if (!right) throw new Damaged(`${nameOf(content)} is not what was written`)
  await taking.end?.(content)
  return rows
}

function linesIn(block: Buffer, content: Content): number {
  if (block.at(-1) !== 10) throw new Damaged(`${nameOf(content)} holds half a row`)
  let lines = 0
  for (let at = block.indexOf(10); at >= 0; at = block.indexOf(10, at + 1)) lines += 1
  return lines
}

function parsed<T>(schema: z.ZodType<T>, text: string): T {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Damaged('it is no backup of Equalizer')
  }
  const result = schema.safeParse(value)
  if (!result.success) throw new Damaged('it is no backup of Equalizer')
  return result.data
}
