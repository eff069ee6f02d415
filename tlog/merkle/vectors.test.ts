// Every vector of transparency-dev/merkle for RFC 6962: proofs to accept and proofs to refuse, of leaves, trees and subtrees.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { expect, test } from 'vitest'
import {
  verifyConsistency,
  verifyInclusion,
  verifySubtreeConsistency,
  verifySubtreeInclusion,
} from './verify.ts'

interface Vector {
  readonly leafIdx?: number
  readonly treeSize?: number
  readonly start?: number
  readonly end?: number
  readonly size?: number
  readonly size1?: number
  readonly size2?: number
  readonly root?: string
  readonly root1?: string
  readonly root2?: string
  readonly leafHash?: string
  readonly proof: readonly string[] | null
  readonly desc: string
  readonly wantErr: boolean
}

const bytes = (text: string | undefined) => Uint8Array.from(Buffer.from(text ?? '', 'base64'))

const verdict: Readonly<Record<string, (vector: Vector, proof: Uint8Array[]) => boolean>> = {
  inclusion: ({ leafIdx = -1, treeSize = -1, leafHash, root }, proof) =>
    verifyInclusion({ index: leafIdx, size: treeSize, leaf: bytes(leafHash), proof, root: bytes(root) }),
  consistency: ({ size1 = -1, size2 = -1, root1, root2 }, proof) =>
    verifyConsistency({ from: size1, to: size2, fromRoot: bytes(root1), toRoot: bytes(root2), proof }),
  subtreeinclusion: ({ leafIdx = -1, start = -1, end = -1, leafHash, root }, proof) =>
    verifySubtreeInclusion({ index: leafIdx, start, end, leaf: bytes(leafHash), proof, root: bytes(root) }),
  subtreeconsistency: ({ start = -1, end = -1, size = -1, root1, root2 }, proof) =>
    verifySubtreeConsistency({ start, end, size, node: bytes(root1), root: bytes(root2), proof }),
}

const counts = { inclusion: 98, consistency: 98, subtreeinclusion: 204, subtreeconsistency: 118 }
const folders = Object.keys(counts).map(kind => `standards/merkle-rfc6962/testdata/${kind}`)

describeWithData('vectors of RFC 6962', folders, paths => {
  test.each(Object.entries(counts).map(([kind, count], i) => [kind, count, i] as const))(
    '%s',
    (kind, count, i) => {
      const folder = paths[i] ?? ''
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file =>
        file.endsWith('.json'),
      )
      expect(files).toHaveLength(count)
      const wrong = files.filter(file => {
        const vector = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Vector
        return verdict[kind]?.(vector, (vector.proof ?? []).map(bytes)) !== !vector.wantErr
      })
      expect(wrong).toEqual([])
    },
  )
})
