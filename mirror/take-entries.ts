// Takes in an upload of entries: header first, then package by package, each proven against its pending checkpoint before it
// is stored (c2sp.org/tlog-mirror, add-entries).
import {
  type AddEntriesHeader,
  formatMirrorInfo,
  type PackageRange,
  packagesOf,
  verifySubtreeConsistency,
} from '@equalizer/tlog'
import { type Answer, saying, signatures } from '@equalizer/witness'
import { type ByteReader, byteReader } from './byte-reader.ts'
import type { Copy } from './copy.ts'
import { hashedBundle } from './hashes.ts'
import type { Pending } from './pending.ts'
import { type Packed, readHeader, readPackage } from './read-package.ts'

/** Entries that an upload may send again; more would be work without end. */
const excessAtMost = 65_536

/** `copyOf`: the copy of a known log, by origin. */
export async function takeEntries(
  body: AsyncIterable<Uint8Array>,
  copyOf: (origin: string) => Copy | undefined,
): Promise<Answer> {
  const reader = byteReader(body)
  const header = await readHeader(reader)
  if (header === null) return saying(400, 'this is no request to take entries in')
  const copy = copyOf(header.origin)
  if (!copy) return saying(404, 'unknown log: this origin is not mirrored here')
  const pending = await pendingFor(copy, header)
  if ('status' in pending) return pending
  return takePackages(reader, copy, header, pending)
}

async function pendingFor(copy: Copy, { start, end }: AddEntriesHeader): Promise<Pending | Answer> {
  const all = await copy.pending.read()
  const newest = all.at(-1)
  if (!newest) return saying(422, 'no checkpoint of this log was added yet')
  const published = await copy.published()
  const next = await copy.next.get()
  const known = [...all, ...(published ? [published] : [])].find(({ checkpoint }) => checkpoint.size === end)
  const excess = Math.min(end, next) - start
  if (!known) return standing(409, newest.checkpoint.size, next)
  if (end < (published?.checkpoint.size ?? 0)) return standing(409, newest.checkpoint.size, next)
  if (start > next || excess > excessAtMost) return standing(409, end, next)
  return known
}

async function takePackages(
  reader: ByteReader,
  copy: Copy,
  { start, end }: AddEntriesHeader,
  pending: Pending,
): Promise<Answer> {
  let taken = 0
  for (const range of packagesOf(start, end)) {
    const packed = await readPackage(reader, range.end - range.start)
    if (typeof packed === 'string') {
      if (taken > 0) return standing(202, end, await copy.next.get())
      return saying(400, 'the request ends before its first package, or holds none')
    }
    if (!(await take(copy, range, packed, pending))) {
      return saying(422, `entries ${range.start} to ${range.end} are not those of the checkpoint of ${end}`)
    }
    taken += 1
  }
  const committed = await copy.commit(pending)
  if (committed.ok) return signatures(committed.lines)
  const newest = (await copy.pending.read()).at(-1) ?? pending
  return standing(409, newest.checkpoint.size, await copy.next.get())
}

function standing(status: number, size: number, next: number): Answer {
  const body = formatMirrorInfo({ size, next, ticket: new Uint8Array() })
  return { status, contentType: 'text/x.tlog.mirror-info', body }
}

/** False: the proof does not hold. */
async function take(
  copy: Copy,
  range: PackageRange,
  { bytes, proof }: Packed,
  pending: Pending,
): Promise<boolean> {
  const index = range.subtreeStart / 256
  const had = range.start - range.subtreeStart
  const before = had > 0 ? await copy.tiles.bundle(index, had) : new Uint8Array()
  if (before === null) throw new Error(`the mirror lost the entries before ${range.start}`)
  const all = had > 0 ? Buffer.concat([before, bytes]) : bytes
  const bundle = hashedBundle(all, range.end - range.subtreeStart)
  if (!bundle) return false
  const { size, root } = pending.checkpoint
  const claim = { start: range.subtreeStart, end: range.end, size, node: bundle.root, root, proof }
  if (!verifySubtreeConsistency(claim)) return false
  if ((await copy.next.get()) < range.end) await copy.save(index, bundle)
  return true
}
