// For benchmarks: a log of any length, decided by the kernel and written into a folder as it grows, without being held in memory.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { capabilities } from '@equalizer/capabilities'
import {
  type Books,
  type Command,
  canonical,
  createKernel,
  type Draft,
  type Entry,
  type Founding,
  foundingDraft,
  type Kernel,
  type Tick,
} from '@equalizer/core'
import {
  checkpointText,
  emptyFrontier,
  encodeBundle,
  extended,
  leafHash,
  nobleSigner,
  rootOf,
  signatureTypes,
  signNote,
  tilePath,
  tileWidth,
  utf8Bytes,
  type Vkey,
} from '@equalizer/tlog'
import { joined } from '../read-tree.ts'
import { ReplayedBooks } from '../replay/replayed-books.ts'
import { testOrigin } from './published.ts'

export class LogWriter {
  readonly books: Books
  readonly vkey: Vkey
  size = 0
  /** Of all entries, bundles' lengths not counted. */
  bytes = 0
  readonly #folder: string
  readonly #kernel: Kernel
  readonly #held: ReplayedBooks
  readonly #signer = nobleSigner(testOrigin, signatureTypes.ed25519, new Uint8Array(32).fill(3))
  #frontier = emptyFrontier
  #bundle: Uint8Array[] = []
  /** Of each level, the hashes of its tile that is not full yet, and how many full ones there are. */
  readonly #levels: { hashes: Uint8Array[]; full: number }[] = []

  constructor(folder: string) {
    this.#folder = folder
    this.vkey = this.#signer.vkey
    this.#kernel = createKernel(capabilities, { verify: () => true })
    this.#held = new ReplayedBooks(this.#kernel)
    this.books = this.#held.reading({ measure: () => null })
  }

  found(founding: Founding, atMs: number): void {
    this.#append(foundingDraft(founding), atMs)
  }

  /** Throws where it is refused. */
  send(command: Command | Tick, by: string | null, atMs: number): void {
    const handled = this.#kernel.handle(command, by, this.books, { seq: this.size, atMs, draw: null })
    if (!handled.ok) throw new Error(`${JSON.stringify(command)}: ${handled.refusal.code}`)
    this.#append(handled.value.draft, atMs)
  }

  #append(draft: Draft, atMs: number): void {
    const entry = JSON.parse(canonical({ ...draft, seq: this.size, atMs })) as Entry
    this.#held.append(entry)
    const bytes = utf8Bytes(canonical(entry))
    this.size += 1
    this.bytes += bytes.length
    this.#bundle.push(bytes)
    const leaf = leafHash(bytes)
    this.#frontier = extended(this.#frontier, [leaf])
    if (this.#bundle.length === tileWidth) this.#writeBundle()
    this.#push(0, leaf)
  }

  #push(level: number, hash: Uint8Array): void {
    this.#levels[level] ??= { hashes: [], full: 0 }
    const here = this.#levels[level]
    if (here.hashes.push(hash) < tileWidth) return
    this.#write(tilePath(level, here.full), joined(here.hashes))
    const root = rootOf(extended(emptyFrontier, here.hashes))
    here.full += 1
    here.hashes = []
    this.#push(level + 1, root)
  }

  #writeBundle(): void {
    const index = Math.floor((this.size - 1) / tileWidth)
    this.#write(tilePath('entries', index, this.#bundle.length), encodeBundle(this.#bundle))
    this.#bundle = []
  }

  /** Partial tiles, the signed checkpoint, and what the log comes to. */
  finish(): void {
    if (this.#bundle.length > 0) this.#writeBundle()
    for (const [level, { hashes, full }] of this.#levels.entries()) {
      if (hashes.length > 0) this.#write(tilePath(level, full, hashes.length), joined(hashes))
    }
    const root = rootOf(this.#frontier)
    const text = checkpointText({ origin: testOrigin, size: this.size, root, extensions: [] })
    this.#write('checkpoint', utf8Bytes(signNote(text, [this.#signer])))
  }

  #write(path: string, bytes: Uint8Array): void {
    const file = join(this.#folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  }
}
