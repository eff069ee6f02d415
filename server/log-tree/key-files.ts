// The keys that one log is signed by, as files that only their owner may read: the one in force, and those it took over from.
import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { link, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Signer, signatureTypes, vkeyOf } from '@equalizer/tlog'
import { readKey } from '@equalizer/tlog/node'

export interface LogKeys {
  readonly current: Signer
  /** Still signing, beside the current one. */
  readonly older: readonly Signer[]
  /** Of every key that was the current one, those out of use too. */
  readonly known: readonly string[]
}

const keyFile = (folder: string) => join(folder, 'key')
const olderFolder = (folder: string) => join(folder, 'older')

/** null: this server has no key of the log. */
export async function readKeys(folder: string, nowMs: number): Promise<LogKeys | null> {
  const current = await readKey(keyFile(folder))
  if (current === null) return null
  const names = await readdir(olderFolder(folder)).catch(() => [])
  const older: Signer[] = []
  const known = [current.vkey.text]
  for (const name of names.sort().reverse()) {
    const signer = /^\d+$/.test(name) ? await readKey(join(olderFolder(folder), name)) : null
    // A change that broke off in the middle left the key in both places.
    if (signer === null || known.includes(signer.vkey.text)) continue
    known.push(signer.vkey.text)
    if (Number(name) > nowMs) older.push(signer)
  }
  return { current, older, known }
}

/** A new key, kept nowhere yet. `nameOf`: the log's origin may have the key in it. */
export function newKey(nameOf: (publicKey: Uint8Array) => string): {
  readonly signer: string
  readonly vkey: string
} {
  const { privateKey } = generateKeyPairSync('ed25519')
  const secret = rawOf(privateKey)
  const key = rawOf(createPublicKey(privateKey))
  const vkey = vkeyOf(nameOf(key), signatureTypes.ed25519, key)
  const id = vkey.id.toString(16).padStart(8, '0')
  const material = Buffer.concat([Uint8Array.of(signatureTypes.ed25519), secret]).toString('base64')
  return { signer: `PRIVATE+KEY+${vkey.name}+${id}+${material}\n`, vkey: vkey.text }
}

/** The last 32 bytes of what RFC 8410 writes are the key itself. */
function rawOf(key: KeyObject): Uint8Array {
  const der =
    key.type === 'private'
      ? key.export({ format: 'der', type: 'pkcs8' })
      : key.export({ format: 'der', type: 'spki' })
  return der.subarray(-32)
}

/** Durable. Throws where there is a key already. */
export async function placeKey(folder: string, text: string): Promise<void> {
  await writeOnce(keyFile(folder), text)
}

/** The current key signs on beside the new one until a moment, or no more where that is past. Durable. */
export async function replaceKey(folder: string, text: string, untilMs: number): Promise<void> {
  const file = await open(keyFile(folder), 'r')
  const old = await file.readFile('utf8').finally(() => file.close())
  await writeOnce(join(olderFolder(folder), String(untilMs)), old)
  const next = `${keyFile(folder)}.next-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
  await writeOnce(next, text)
  await rename(next, keyFile(folder))
  await flush(folder)
}

/** Whatever key signs on beside the current one signs no more; it stays known. Durable. */
export async function retireOlder(folder: string, nowMs: number): Promise<void> {
  const names = await readdir(olderFolder(folder)).catch(() => [])
  const taken = new Set(names)
  let ms = nowMs
  for (const name of names) {
    if (!/^\d+$/.test(name) || Number(name) <= nowMs) continue
    do ms -= 1
    while (taken.has(String(ms)))
    await rename(join(olderFolder(folder), name), join(olderFolder(folder), String(ms)))
  }
  if (ms < nowMs) await flush(olderFolder(folder))
}

/** A crash or a full disk leaves a whole key or none: half of one would stop the log for good. */
async function writeOnce(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.unfinished-${randomUUID()}`
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    // A link is never made over a key that is there.
    await link(draft, path)
  } finally {
    await rm(draft, { force: true })
  }
  await flush(dirname(path))
}

async function flush(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
