// Blocks as IPFS addresses them: a CIDv1 over SHA-256, of bytes as they are or of a node with links (dag-pb, UnixFS).

/** https://github.com/multiformats/multicodec */
export const codecs = { raw: 0x55, dagPb: 0x70 } as const

/** RFC 4648 base32 without padding, in lower case, as multibase `b` has it. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** CIDv1, codec, multihash sha2-256 with its length: https://github.com/multiformats/cid */
export function cidBytes(codec: number, sha256: Uint8Array): Uint8Array {
  return Uint8Array.of(0x01, codec, 0x12, 0x20, ...sha256)
}

export function cidTextOf(bytes: Uint8Array): string {
  return `b${base32(bytes)}`
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

/** A block that a file's node links to. */
export interface Link {
  readonly cid: Uint8Array
  /** Bytes of the file beneath it. */
  readonly fileBytes: number
  /** Bytes of all blocks beneath it, its own included. */
  readonly blockBytes: number
}

/** The dag-pb block of a file's node: its links before its data, as https://ipld.io/specs/codecs/dag-pb/spec/ asks. */
export function fileNode(links: readonly Link[]): Uint8Array {
  const bytes = links.flatMap(({ cid, blockBytes }) =>
    // PBLink: Hash, an empty Name, Tsize.
    field(2, [...field(1, cid), ...field(2, []), 0x18, ...varint(blockBytes)]),
  )
  const size = links.reduce((sum, link) => sum + link.fileBytes, 0)
  // UnixFS: Type file, filesize, one blocksize for each link.
  const data = [0x08, 0x02, 0x18, ...varint(size)]
  for (const { fileBytes } of links) data.push(0x20, ...varint(fileBytes))
  return Uint8Array.from([...bytes, ...field(1, data)])
}

/** The dag-pb block of a directory without entries. */
export const emptyDirectoryNode: Uint8Array = Uint8Array.from(field(1, [0x08, 0x01]))

/** Protocol Buffers: a field of bytes. */
function field(number: number, bytes: ArrayLike<number>): number[] {
  return [(number << 3) | 2, ...varint(bytes.length), ...Array.from(bytes)]
}

/** Protocol Buffers: seven bits a byte, least first; exact for all safe integers. */
function varint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
  return [...bytes, rest]
}
