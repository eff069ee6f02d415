// How a witness and a mirror name a log in an address (c2sp.org/tlog-witness): the SHA-256 of its origin.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { utf8Bytes } from '../encoding/bytes.ts'

/** 64 hex digits, lower case. */
export function originHash(origin: string): string {
  return bytesToHex(sha256(utf8Bytes(origin)))
}
