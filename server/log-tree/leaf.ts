// The leaf hash of an entry (RFC 6962, section 2.1) by the machine's own SHA-256.
import { hash } from 'node:crypto'

/** `text`: the entry in canonical JSON, as it is published to the byte. 32 bytes. */
export const leafOf = (text: string): Uint8Array => hash('sha256', `\0${text}`, 'buffer')

export const leafOfBytes = (entry: Uint8Array): Uint8Array =>
  hash('sha256', Buffer.concat([Uint8Array.of(0), entry]), 'buffer')
