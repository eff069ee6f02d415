// The CID of content of any size (profile unixfs-v1-2025 of IPIP-0499), in memory that does not grow with it: chunks of 1 MiB are
// raw leaves, nodes have up to 1,024 links, and all leaves are equally deep.
import { sha256 } from '@noble/hashes/sha2.js'
import { cidBytes, cidTextOf, codecs, emptyDirectoryNode, fileNode, type Link } from './cid-block.ts'

/** How a file is cut and stacked. */
export interface Shape {
  readonly chunkBytes: number
  readonly linksPerNode: number
}

const profile: Shape = { chunkBytes: 1_048_576, linksPerNode: 1_024 }

/** SHA-256 bit by bit, as `@noble/hashes` and Node's `createHash` have it. */
export interface Hasher {
  update(bytes: Uint8Array): unknown
  digest(): Uint8Array
}

export interface CidStream {
  /** The next bytes, in pieces of any size. */
  update(bytes: Uint8Array): void
  /** The CID of all of them; nothing more can be added. */
  cid(): string
}

/** `createHash`: a faster SHA-256 where there is one. */
export function createCid(createHash: () => Hasher = () => sha256.create()): CidStream {
  return createCidOf(profile, createHash)
}

/** The same in another shape, for which there is no profile. */
export function createCidOf({ chunkBytes, linksPerNode }: Shape, createHash: () => Hasher): CidStream {
  /** Links that wait for a node, those of leaves first, then of nodes above them. */
  const levels: Link[][] = []
  let chunk = createHash()
  let filled = 0

  function endChunk(): void {
    const cid = cidBytes(codecs.raw, chunk.digest())
    push(0, { cid, fileBytes: filled, blockBytes: filled })
    chunk = createHash()
    filled = 0
  }

  function push(level: number, link: Link): void {
    const links = levels[level] ?? []
    levels[level] = links
    links.push(link)
    if (links.length < linksPerNode) return
    levels[level] = []
    push(level + 1, nodeOver(links, createHash))
  }

  return {
    update(bytes) {
      for (let at = 0; at < bytes.length; ) {
        // A full chunk waits for the byte after it, so that no empty one follows the last.
        if (filled === chunkBytes) endChunk()
        const piece = bytes.subarray(at, at + chunkBytes - filled)
        chunk.update(piece)
        filled += piece.length
        at += piece.length
      }
    },
    cid() {
      endChunk()
      return cidTextOf(rootOf(levels, createHash).cid)
    },
  }
}

function nodeOver(links: readonly Link[], createHash: () => Hasher): Link {
  const node = fileNode(links)
  const hash = createHash()
  hash.update(node)
  return {
    cid: cidBytes(codecs.dagPb, hash.digest()),
    fileBytes: links.reduce((sum, link) => sum + link.fileBytes, 0),
    blockBytes: links.reduce((sum, link) => sum + link.blockBytes, node.length),
  }
}

/** What is left over on each level goes under a node of its own, up to the level where a single link remains. */
function rootOf(levels: readonly Link[][], createHash: () => Hasher): Link {
  let carried: Link[] = []
  for (const [level, waiting] of levels.entries()) {
    const links = [...waiting, ...carried]
    const [only] = links
    if (level === levels.length - 1 && links.length === 1 && only !== undefined) return only
    carried = links.length === 0 ? [] : [nodeOver(links, createHash)]
  }
  const [root] = carried
  if (root === undefined) throw new RangeError('there is nothing to make a CID of')
  return root
}

/** The CID of bytes that arrive in pieces. */
export async function cidOfChunks(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  createHash?: () => Hasher,
): Promise<string> {
  const stream = createCid(createHash)
  for await (const chunk of chunks) stream.update(chunk)
  return stream.cid()
}

/** The CID of a directory without entries. */
export function emptyDirectoryCid(): string {
  return cidTextOf(cidBytes(codecs.dagPb, sha256(emptyDirectoryNode)))
}
