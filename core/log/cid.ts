// Content identifiers (CIDv1, profile unixfs-v1-2025 of IPIP-0499) of documents, up to 1 MiB: up to there a file is one raw block.
import { sha256 } from '@noble/hashes/sha2.js'
import { limits } from '../limits.ts'
import { cidBytes, cidTextOf, codecs } from './cid-block.ts'

/** What `ipfs add --cid-profile=unixfs-v1-2025` says of the same bytes. A larger content is a fault of the caller. */
export function cidOf(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  if (bytes.length > limits.documentBytes) {
    throw new RangeError(`a document has ${bytes.length} bytes, more than ${limits.documentBytes}`)
  }
  return cidTextOf(cidBytes(codecs.raw, sha256(bytes)))
}
