// One log's verified copy in a mirror's folder: entries come in under a pending checkpoint, and a checkpoint is published once
// everything below it is durable.
import {
  addSignatures,
  cosign,
  emptyRoot,
  formatNote,
  type Note,
  newTiles,
  originHash,
  parseNote,
  rootFromTiles,
  type Signer,
  sameBytes,
  verifyCosignature,
  widthIn,
} from '@equalizer/tlog'
import type { Files } from '@equalizer/tlog/node'
import type { OneAtATime } from '@equalizer/witness'
import { type HashedBundle, hashBytes, hashedBundle } from './hashes.ts'
import { type NextEntry, nextEntry } from './next-entry.ts'
import { opened, type Pending, type PendingList, pendingList } from './pending.ts'
import { type StoredTiles, storedTiles } from './stored-tiles.ts'

export interface CopyOptions {
  readonly files: Files
  readonly origin: string
  /** Null: this mirror copies and does not cosign. */
  readonly signer: Signer | null
  /** Unix milliseconds. */
  readonly nowMs: () => number
  readonly alone: OneAtATime
}

export type Committed =
  | { readonly ok: true; readonly note: string; readonly lines: readonly string[] }
  /** The copy is further already. */
  | { readonly ok: false; readonly size: number }

export interface Copy {
  readonly origin: string
  readonly hash: string
  readonly tiles: StoredTiles
  readonly pending: PendingList
  readonly next: NextEntry
  /** Stores a bundle that was held to a pending checkpoint, with its hashes. */
  save(index: number, bundle: HashedBundle): Promise<void>
  /** What is published: everything below it is here. */
  published(): Promise<Pending | null>
  /** Publishes a pending checkpoint whose entries are all stored. Never goes back. */
  commit(pending: Pending): Promise<Committed>
}

export function openCopy(options: CopyOptions): Copy {
  const { files, origin, alone } = options
  const hash = originHash(origin)
  const tiles = storedTiles(files, hash)
  const published = async (): Promise<Pending | null> => {
    const bytes = await files.read(`${hash}/checkpoint`)
    return bytes && opened(new TextDecoder().decode(bytes))
  }
  const next = nextEntry(tiles, async () => (await published())?.checkpoint.size ?? 0)
  const commit = async (pending: Pending): Promise<Committed> => {
    const before = await published()
    const from = before?.checkpoint.size ?? 0
    const { size } = pending.checkpoint
    if (size < from) return { ok: false, size: from }
    await fill(tiles, from, size)
    await check(tiles, pending)
    const { note, lines } = signed(pending, before, options)
    await files.write(`${hash}/checkpoint`, new TextEncoder().encode(note))
    await tidy(tiles, from, size)
    return { ok: true, note, lines }
  }
  return {
    origin,
    hash,
    tiles,
    pending: pendingList(files, `.mirror/${hash}/pending`),
    next,
    published,
    async save(index, bundle) {
      await tiles.saveBundle(index, bundle)
      await next.saved(index, bundle.tile.length / hashBytes)
    },
    commit: pending => alone(`${origin}\npublished`, () => commit(pending)),
  }
}

/** Everything that a tree of `to` has and one of `from` had not, besides full bundles, which are stored as they come. */
async function fill(tiles: StoredTiles, from: number, to: number): Promise<void> {
  for (const { level, index, width } of newTiles(from, to)) {
    if (level > 0) await tiles.saveTile(level, index, await made(tiles, level, index, width, from))
    else if (width < 256) await ownPartial(tiles, index, width)
  }
}

/** A tile above the lowest: what it had before, and the roots of the tiles below that filled up since. */
async function made(tiles: StoredTiles, level: number, index: number, width: number, from: number) {
  const had = widthIn(level, index, from)
  const before = had > 0 ? await tiles.tile(level, index, had) : null
  const tile = new Uint8Array(width * 32)
  if (before) tile.set(before)
  for (let i = before ? had : 0; i < width; i++) {
    tile.set(await tiles.rootOfFull(level - 1, index * 256 + i), i * 32)
  }
  return tile
}

/** A bundle that filled up meanwhile, or grew, is also kept at the width that this checkpoint ends with. */
async function ownPartial(tiles: StoredTiles, index: number, width: number): Promise<void> {
  const bytes = await tiles.bundle(index, width)
  const bundle = bytes && hashedBundle(bytes, width)
  if (!bundle) throw new Error(`the mirror misses entries of bundle ${index}`)
  await tiles.saveBundle(index, bundle)
}

/** Belt and braces: every entry was checked as it came, and nothing is published whose tiles make another root. */
async function check(tiles: StoredTiles, { checkpoint: { size, root } }: Pending): Promise<void> {
  const read = async (level: number, index: number, width: number) => {
    const tile = await tiles.tile(level, index, width)
    if (!tile) throw new Error(`the mirror lost tile ${level}/${index}`)
    return tile
  }
  const own = size === 0 ? emptyRoot : await rootFromTiles(size, read)
  if (!sameBytes(own, root))
    throw new Error(`what the mirror stored does not make the signed root of ${size} entries`)
}

/** With every signature of both where the text is the same: a cosignature that was copied once is not lost. */
function signed(pending: Pending, before: Pending | null, { signer, nowMs }: CopyOptions) {
  const { text, signatures } = readNote(pending.note)
  const old = before ? readNote(before.note) : null
  const has = new Set(signatures.map(({ name, id }) => `${name} ${id}`))
  const more = old?.text === text ? old.signatures.filter(({ name, id }) => !has.has(`${name} ${id}`)) : []
  const all = [...signatures, ...more]
  if (signer === null) return { note: formatNote({ text, signatures: all }), lines: [] }
  const own = signer.vkey
  const others = all.filter(({ name, id }) => name !== own.name || id !== own.id)
  const seconds = Math.max(Math.floor(nowMs() / 1_000), before ? lastSigned(before.note, signer) : 0)
  const line = cosign(text, seconds, signer)
  return { note: addSignatures(formatNote({ text, signatures: others }), [line]), lines: [line] }
}

function readNote(note: string): Note {
  const parsed = parseNote(note)
  if (!parsed.ok) throw new Error(parsed.refusal.reason)
  return parsed.value
}

/** Its timestamps never go back. */
function lastSigned(note: string, { vkey }: Signer): number {
  const { text, signatures } = readNote(note)
  const line = signatures.find(({ name, id }) => name === vkey.name && id === vkey.id)
  const cosigned = line ? verifyCosignature(text, line, vkey) : null
  return cosigned?.ok ? cosigned.value.timestampSeconds : 0
}

async function tidy(tiles: StoredTiles, from: number, to: number): Promise<void> {
  for (const { level, index, width } of newTiles(from, to)) {
    if (width < 256 || widthIn(level, index, from) === 0) continue
    await tiles.dropPartial(level, index)
    if (level === 0) await tiles.dropPartial('entries', index)
  }
}
