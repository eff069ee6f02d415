// Private keys as files, in the form of golang.org/x/mod/sumdb/note: PRIVATE+KEY+<name>+<id>+<base64 of the type and 32 bytes>.
import { randomBytes, randomUUID } from 'node:crypto'
import { link, readFile, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts'
import { utf8Bytes } from '../encoding/bytes.ts'
import type { Signer } from '../note/signer.ts'
import { idText } from '../note/vkey.ts'
import { flushFolder, makeFolder, writeFlushed } from './durable.ts'
import { nodeSigner } from './signer.ts'

/** A new key in a new file that only its owner may read; a fault where a file is there already. Durable once it resolves. */
export async function createKey(file: string, name: string, type: number): Promise<Signer> {
  const secret = randomBytes(32)
  const signer = nodeSigner(name, type, secret)
  await makeFolder(dirname(file))
  // A link is never made over a key that is there, and a crash leaves a whole key or none.
  const draft = `${file}.unfinished-${randomUUID()}`
  await writeFlushed(draft, utf8Bytes(keyText(signer, secret)), 0o600)
  try {
    await link(draft, file)
  } finally {
    await unlink(draft)
  }
  await flushFolder(dirname(file))
  return signer
}

function keyText({ vkey }: Signer, secret: Uint8Array): string {
  return `PRIVATE+KEY+${vkey.name}+${idText(vkey.id)}+${encodeBase64(Uint8Array.of(vkey.type, ...secret))}\n`
}

/** The key in a file; null where there is no file, and a fault where the file holds no key. The text of a key is never in the fault. */
export async function readKey(file: string): Promise<Signer | null> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const match = /^PRIVATE\+KEY\+([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})\n?$/.exec(text)
  const [, name = '', id = '', base64 = ''] = match ?? []
  const material = decodeBase64(base64)
  const type = material?.[0]
  if (material?.length !== 33 || type === undefined) throw new Error(`${file} holds no private key`)
  const signer = nodeSigner(name, type, material.subarray(1))
  if (idText(signer.vkey.id) !== id) throw new Error(`${file} holds a key whose id is not that of its name`)
  return signer
}
