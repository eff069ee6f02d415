// The body of a witness's sign-subtree (c2sp.org/tlog-witness): a range of leaves, its root, and why it is in a cosigned tree.
import { accepted, type Result, refused } from '@equalizer/core'
import { encodeBase64 } from '../encoding/base64.ts'
import { parseDecimal } from '../encoding/decimal.ts'
import { formatHashes, parseHashes } from '../proof/proof.ts'
import { dividedBody } from './add-checkpoint.ts'

export interface SignSubtree {
  readonly start: number
  readonly end: number
  /** The root over leaves [start, end). */
  readonly node: Uint8Array
  readonly proof: readonly Uint8Array[]
  readonly checkpoint: string
}

export function formatSignSubtree({ start, end, node, proof, checkpoint }: SignSubtree): string {
  return `subtree ${start} ${end}\n${encodeBase64(node)}\n${formatHashes(proof)}\n${checkpoint}`
}

/** Refused as `sign_subtree.malformed`. Whether the range is a subtree of that checkpoint is for whoever verifies. */
export function parseSignSubtree(body: string): Result<SignSubtree> {
  const parts = dividedBody(body)
  const [range = '', nodeLine = '', ...rest] = parts?.lines ?? []
  const [verb, startText = '', endText = '', more] = range.split(' ', 4)
  const [start, end] = [parseDecimal(startText), parseDecimal(endText)]
  const node = parseHashes([nodeLine])?.[0]
  const proof = parseHashes(rest)
  const read = verb === 'subtree' && more === undefined && node !== undefined && proof !== null
  if (parts === null || typeof start === 'string' || typeof end === 'string' || !read) {
    return refused('sign_subtree.malformed', 'This is no request to cosign a subtree')
  }
  return accepted({ start, end, node, proof, checkpoint: parts.checkpoint })
}
