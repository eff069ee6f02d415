// What is remembered of logs, as files: one a log and place, written whole or not at all; and the evidence against those who lied.
import { createHash } from 'node:crypto'
import { canonical } from '@equalizer/core'
import { type Files, folderFiles } from '@equalizer/tlog/node'
import { z } from 'zod'
import { byOrigin, type Memory } from '../memory.ts'

const rememberedSchema = z.strictObject({
  name: z.string(),
  origin: z.string(),
  size: z.int().min(0),
  root: z.string().regex(/^[0-9a-f]{64}$/),
  note: z.string(),
  vkeys: z.array(z.string()).min(1),
  seenMs: z.int(),
})

export interface FolderMemory extends Memory {
  /** Of a log by a name, and of whatever else is kept under the same origin. */
  forget(name: string): Promise<void>
}

/** `folder`: made where it is not there yet. Throws where a file is not as it was written. */
export function folderMemory(folder: string): FolderMemory {
  const files = folderFiles(folder)
  return {
    async read(name) {
      const read = await readFrom(files, name)
      if (read === null) return null
      const { name: _, ...remembered } = read
      return remembered
    },
    write: (name, remembered) => writeJson(files, fileOf(name), { name, ...remembered }),
    async keep(evidence) {
      const path = `evidence/${evidence.seenMs}-${evidence.code}-${hashOf(evidence.notes.join()).slice(0, 12)}.json`
      await writeJson(files, path, evidence)
      return `${folder}/${path}`
    },
    async forget(name) {
      const read = await readFrom(files, name)
      await files.remove(fileOf(name))
      if (read) await files.remove(fileOf(byOrigin(read.origin)))
    },
  }
}

async function readFrom(files: Files, name: string): Promise<z.infer<typeof rememberedSchema> | null> {
  const bytes = await files.read(fileOf(name))
  if (bytes === null) return null
  const read = rememberedSchema.safeParse(jsonOf(Buffer.from(bytes).toString()))
  if (read.success && read.data.name === name) return read.data
  throw new Error(`What was remembered of ${name} cannot be read; --forget begins anew`)
}

const writeJson = (files: Files, path: string, value: object) =>
  files.write(path, Buffer.from(`${canonical(value)}\n`))
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const fileOf = (name: string) => `logs/${hashOf(name)}.json`

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
