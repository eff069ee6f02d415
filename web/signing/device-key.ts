// The key by which this device signs: made here, kept by the browser, and readable by nobody, this page included.
import type { BallotKey } from '@equalizer/client/signing'

interface Kept {
  readonly text: string
  readonly secret: CryptoKey
}

/** `insecure`: a page that did not come encrypted has no keys. `browser`: it knows no Ed25519, or keeps nothing. */
export type Unsupported = 'insecure' | 'browser'

export type DeviceKey =
  | { readonly kind: 'key'; readonly key: BallotKey }
  | { readonly kind: 'none' }
  | { readonly kind: 'unsupported'; readonly why: Unsupported }

const algorithm = 'Ed25519'
const nameOf = (organization: string, person: string) => `${organization} ${person}`

/** What is kept here for one person of one organization. */
export async function findDeviceKey(organization: string, person: string): Promise<DeviceKey> {
  if (!globalThis.isSecureContext || !crypto.subtle) return { kind: 'unsupported', why: 'insecure' }
  try {
    await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
    const kept = await inStore<Kept | undefined>('readonly', store => store.get(nameOf(organization, person)))
    return kept ? { kind: 'key', key: keyOf(kept) } : { kind: 'none' }
  } catch {
    return { kind: 'unsupported', why: 'browser' }
  }
}

/** Kept before anybody hears of it, so that no key is set that is lost. */
export async function makeDeviceKey(organization: string, person: string): Promise<BallotKey> {
  const { publicKey, privateKey } = (await crypto.subtle.generateKey(algorithm, false, [
    'sign',
    'verify',
  ])) as CryptoKeyPair
  const bytes = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))
  const kept: Kept = { text: `ed25519+${btoa(String.fromCharCode(...bytes))}`, secret: privateKey }
  await inStore('readwrite', store => store.put(kept, nameOf(organization, person)))
  return keyOf(kept)
}

function keyOf({ text, secret }: Kept): BallotKey {
  const sign: BallotKey['sign'] = async message =>
    new Uint8Array(await crypto.subtle.sign(algorithm, secret, message as Uint8Array<ArrayBuffer>))
  return { text, sign }
}

/** One request in a transaction of its own; resolves once it is kept. */
async function inStore<T>(
  mode: IDBTransactionMode,
  request: (store: IDBObjectStore) => IDBRequest,
): Promise<T> {
  const db = await opened()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = db.transaction('keys', mode)
      const asked = request(transaction.objectStore('keys'))
      transaction.oncomplete = () => resolve(asked.result as T)
      transaction.onerror = () => reject(transaction.error)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    db.close()
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('equalizer', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore('keys')
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
}
