// A key to sign ballots by, as a file of its owner alone: Ed25519 in PKCS#8 (RFC 8410), so that openssl reads it too.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { open, readFile, stat } from 'node:fs/promises'
import type { BallotKey } from '@equalizer/client/signing'
import { exitCodes } from '../exit-codes.ts'
import { Stop } from '../stop.ts'

const textAtMost = 4_096
const pkcs8 = { format: 'pem', type: 'pkcs8' } as const

/** Refuses (`cli.cannot_write`) to write over anything: a key that is gone does not come back. */
export async function makeKeyFile(path: string): Promise<BallotKey> {
  const { privateKey } = generateKeyPairSync('ed25519')
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(privateKey.export(pkcs8))
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === 'EEXIST' ? 'is there already and is not written over' : `cannot be written (${code})`
    throw new Stop({ code: 'cli.cannot_write', reason: `${path} ${why}.` })
  }
  return keyOf(privateKey)
}

export async function readKeyFile(path: string): Promise<BallotKey> {
  await mustBePrivate(path)
  try {
    const key = createPrivateKey((await readFile(path)).subarray(0, textAtMost))
    if (key.asymmetricKeyType === 'ed25519') return keyOf(key)
  } catch {
    // Said below: a key of another kind, or none.
  }
  throw new Stop({
    code: 'cli.bad_key',
    reason: `${path} holds no Ed25519 key; equalizer key new makes such a file.`,
  })
}

async function mustBePrivate(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) {
    throw new Stop({
      code: 'cli.not_found',
      reason: `There is no key file ${path}; equalizer key new makes one.`,
    })
  }
  if (process.platform === 'win32' || (found.mode & 0o077) === 0) return
  const reason = `Others may read ${path}: chmod 600 ${path} keeps the key yours.`
  throw new Stop({ code: 'cli.bad_key', reason }, [], { exitCode: exitCodes.badInput })
}

function keyOf(secret: KeyObject): BallotKey {
  const bytes = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32)
  return {
    text: `ed25519+${bytes.toString('base64')}`,
    sign: async message => new Uint8Array(sign(null, message, secret)),
  }
}
