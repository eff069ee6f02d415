// Content identifiers (CIDv1, profile unixfs-v1-2025 of IPIP-0499) of texts up to 1 MiB: up to there a file is one raw block.
import { sha256 } from '@noble/hashes/sha2.js'
import { z } from 'zod'
import { limits } from '../limits.ts'

/** CIDv1, raw codec, multihash sha2-256 with its length: https://github.com/multiformats/cid */
const head = [0x01, 0x55, 0x12, 0x20] as const
/** RFC 4648 base32 without padding, in lower case, as multibase `b` has it. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * A CIDv1 with SHA-256, of one raw block or of a larger file's root (dag-pb), and written in one way only: the bits
 * that base32 pads with are 0.
 */
export const cidText = z
  .string()
  .regex(/^baf(?:kre|ybe)i[a-h][a-z2-7]{50}[aeimquy4]$/, 'a CID is CIDv1 in base32, such as bafkrei…')

/** What `ipfs add --cid-profile=unixfs-v1-2025` says of the same bytes. A larger content is a fault of the caller. */
export function cidOf(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  if (bytes.length > limits.documentBytes) {
    throw new RangeError(`a document has ${bytes.length} bytes, more than ${limits.documentBytes}`)
  }
  return `b${base32(Uint8Array.of(...head, ...sha256(bytes)))}`
}

function base32(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(held >> bits) & 31]
    }
  }
  return bits === 0 ? text : text + alphabet[(held << (5 - bits)) & 31]
}
