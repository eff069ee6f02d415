// What belongs to a person, encrypted under that person's own key: AES-256-GCM (NIST SP 800-38D). Without the key it is noise.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Bytes of a key, of the random start of each text, and of the tag by which a change is seen. */
const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16
const cipher = 'aes-256-gcm'

/** Whose, and what: sealed text that is moved to another place does not open there. */
export interface Place {
  readonly organization: string
  readonly person: string
  /** `name`, or the CID of a text. */
  readonly what: string
}

const boundTo = ({ organization, person, what }: Place) =>
  Buffer.from(JSON.stringify([organization, person, what]))

export const newKey = (): string => randomBytes(keyBytes).toString('base64')

/** `key`: base64 of 32 bytes. Answers base64 of nonce, what was encrypted, and tag. */
export function seal(key: string, place: Place, text: string): string {
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, Buffer.from(key, 'base64'), nonce).setAAD(boundTo(place))
  return Buffer.concat([nonce, sealing.update(text, 'utf8'), sealing.final(), sealing.getAuthTag()]).toString(
    'base64',
  )
}

/** Throws where it is not what `seal` made with this key for this place. */
export function open(key: string, place: Place, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.length < nonceBytes + tagBytes) throw new Error('This is too short to be sealed')
  const opening = createDecipheriv(cipher, Buffer.from(key, 'base64'), bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  opening.setAAD(boundTo(place)).setAuthTag(bytes.subarray(-tagBytes))
  const text = Buffer.concat([opening.update(bytes.subarray(nonceBytes, -tagBytes)), opening.final()])
  return text.toString('utf8')
}
