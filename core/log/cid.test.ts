// Content identifiers against the vectors of IPIP-0499, whose bytes are made as kubo's own test makes them.
import { createCipheriv, createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { describe, expect, test } from 'vitest'
import { cidOf } from './cid.ts'
import { cidBytes, cidTextOf, codecs, fileNode, type Link } from './cid-block.ts'
import { cidOfChunks, createCid, createCidOf, emptyDirectoryCid } from './cid-stream.ts'
import { cidText } from './cid-text.ts'

interface Vectors {
  readonly vectors: readonly { readonly input: string; readonly cid: string }[]
}

/** The key stream of ChaCha20 under SHA-256 of the seed and a nonce of zeros. */
function seeded(bytes: number, seed: string): Uint8Array {
  const key = createHash('sha256').update(seed).digest()
  return createCipheriv('chacha20', key, Buffer.alloc(16)).update(Buffer.alloc(bytes))
}

describeWithData('CIDs of IPIP-0499', ['standards/cid-ipip-0499.json'], ([path = '']) => {
  const { vectors } = JSON.parse(readFileSync(path, 'utf8')) as Vectors
  const of = (input: string) => vectors.find(vector => vector.input.startsWith(input))?.cid

  test('a short text', () => {
    expect(cidOf('hello world')).toBe(of('utf8:hello world'))
  })

  test('the largest file that is one block', () => {
    expect(cidOf(seeded(1_048_576, 'chunk-v1-seed'))).toBe(of('1048576 bytes'))
  })

  test('one byte more is a root with two leaves, and no document', async () => {
    const bytes = seeded(1_048_577, 'chunk-v1-seed')
    expect(await cidOfChunks([bytes])).toBe(of('1048577 bytes'))
    expect(() => cidOf(bytes)).toThrow(/1048577 bytes/)
  })

  test('a directory without entries', () => {
    expect(emptyDirectoryCid()).toBe(of('empty directory'))
  })

  test('the largest file of one node, and one byte more, streamed', async () => {
    const key = createHash('sha256').update('v1-2025-seed').digest()
    const stream = createCipheriv('chacha20', key, Buffer.alloc(16))
    const zeros = Buffer.alloc(1_048_576)
    const native = () => createHash('sha256')
    const [whole, longer] = [createCid(native), createCid(native)]
    const before = process.memoryUsage().rss
    let most = before
    for (let i = 0; i < 1_024; i++) {
      const bytes = stream.update(zeros)
      whole.update(bytes)
      longer.update(bytes)
      if (i % 64 === 0) most = Math.max(most, process.memoryUsage().rss)
    }
    longer.update(stream.update(Buffer.alloc(1)))
    expect(whole.cid()).toBe(of('1024 MiB, seed'))
    expect(longer.cid()).toBe(of('1024 MiB + 1 byte'))
    // The files hold 1,024 MiB.
    expect(most - before).toBeLessThan(512 * 1_048_576)
  })

  test('every vector is written as a CID is written', () => {
    expect(vectors.filter(({ cid }) => !cidText.safeParse(cid).success)).toEqual([])
  })
})

/** The same tree from its root down: each node has as many full subtrees as there are bytes for, and the last one the rest. */
function stacked(bytes: Uint8Array, depth: number, linksPerNode: number): Link {
  const sha = (block: Uint8Array) => createHash('sha256').update(block).digest()
  const fileBytes = bytes.length
  if (depth === 0) return { cid: cidBytes(codecs.raw, sha(bytes)), fileBytes, blockBytes: fileBytes }
  const under = linksPerNode ** (depth - 1)
  const links = Array.from({ length: Math.ceil(fileBytes / under) }, (_, i) =>
    stacked(bytes.subarray(i * under, (i + 1) * under), depth - 1, linksPerNode),
  )
  const node = fileNode(links)
  const blockBytes = links.reduce((sum, link) => sum + link.blockBytes, node.length)
  return { cid: cidBytes(codecs.dagPb, sha(node)), fileBytes, blockBytes }
}

describe('a CID of content in pieces', () => {
  test('says the same however the content is divided', async () => {
    const bytes = seeded(3 * 1_048_576 + 5, 'pieces')
    const whole = await cidOfChunks([bytes])
    for (const step of [1_000, 65_537, 1_048_576, 1_048_577, 2_500_000]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / step) }, (_, i) =>
        bytes.subarray(i * step, (i + 1) * step),
      )
      expect(await cidOfChunks([new Uint8Array(0), ...pieces, new Uint8Array(0)])).toBe(whole)
    }
  })

  test('is that of a document up to its size', async () => {
    for (const size of [0, 1, 1_048_575, 1_048_576]) {
      const bytes = seeded(size, 'document')
      expect(await cidOfChunks([bytes])).toBe(cidOf(bytes))
    }
  })

  test('stands on nodes that are all equally deep, however high they are stacked', () => {
    const native = () => createHash('sha256')
    for (const linksPerNode of [2, 3, 4]) {
      for (let size = 1; size <= 40; size++) {
        const bytes = seeded(size, 'stacked')
        const stream = createCidOf({ chunkBytes: 1, linksPerNode }, native)
        stream.update(bytes)
        let depth = 0
        while (linksPerNode ** depth < size) depth++
        expect(stream.cid()).toBe(cidTextOf(stacked(bytes, depth, linksPerNode).cid))
      }
    }
  })

  test('is another one for each byte', async () => {
    const bytes = seeded(1_048_577, 'bytes')
    const whole = await cidOfChunks([bytes])
    bytes[1_048_576] = (bytes[1_048_576] ?? 0) ^ 1
    expect(await cidOfChunks([bytes])).not.toBe(whole)
  })
})

describe('a CID', () => {
  test('counts bytes and not characters', () => {
    expect(() => cidOf('é'.repeat(524_289))).toThrow(/1048578 bytes/)
    expect(cidOf('é')).toBe(cidOf(new TextEncoder().encode('é')))
  })

  test('has one spelling', () => {
    const cid = cidOf('')
    expect(cidText.safeParse(cid).success).toBe(true)
    const others = [
      cid.toUpperCase(),
      `${cid}a`,
      cid.slice(0, -1),
      `${cid.slice(0, -1)}b`,
      `Qm${cid.slice(2)}`,
    ]
    expect(others.filter(other => cidText.safeParse(other).success)).toEqual([])
  })
})
