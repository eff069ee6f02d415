// The files of an export in a tar archive (POSIX ustar), found without reading what is in them.

const block = 512
/** As many as a log of 2^31 entries has. */
const filesAtMost = 20_000_000

export interface TarFile {
  readonly offset: number
  readonly bytes: number
}

const words = new TextDecoder()

function textAt(head: Uint8Array, from: number, length: number): string {
  const field = head.subarray(from, from + length)
  const end = field.indexOf(0)
  return words.decode(end < 0 ? field : field.subarray(0, end))
}

/** Octal, as ustar writes numbers; null: it is none. */
function octalAt(head: Uint8Array, from: number, length: number): number | null {
  const digits = textAt(head, from, length).trim()
  return /^[0-7]{1,12}$/.test(digits) ? Number.parseInt(digits, 8) : null
}

/** The sum over the head, its own field taken for spaces. */
function isHead(head: Uint8Array): boolean {
  const sum = head.reduce((all, byte, place) => all + (place >= 148 && place < 156 ? 32 : byte), 0)
  return octalAt(head, 148, 8) === sum
}

function nameIn(head: Uint8Array): string {
  const prefix = textAt(head, 257, 5) === 'ustar' ? textAt(head, 345, 155) : ''
  const name = textAt(head, 0, 100)
  return (prefix === '' ? name : `${prefix}/${name}`).replace(/^(?:\.\/)+/, '')
}

/** Regular files by their paths; null: it is no tar, or one that breaks off. */
export async function tarFiles(file: Blob): Promise<Map<string, TarFile> | null> {
  const found = new Map<string, TarFile>()
  for (let offset = 0; offset + block <= file.size && found.size < filesAtMost; ) {
    const head = new Uint8Array(await file.slice(offset, offset + block).arrayBuffer())
    if (head.every(byte => byte === 0)) break
    const bytes = octalAt(head, 124, 12)
    if (!isHead(head) || bytes === null || offset + block + bytes > file.size) return null
    const kind = textAt(head, 156, 1)
    if (kind === '' || kind === '0') found.set(nameIn(head), { offset: offset + block, bytes })
    offset += block + Math.ceil(bytes / block) * block
  }
  return found.size === 0 ? null : found
}
