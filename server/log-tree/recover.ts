// Brings back what a database restored from an older backup lacks: entries that were published are appended again, byte by
// byte, and every table is made of them. Nothing is decided again and nothing is signed.
import { capabilities } from '@equalizer/capabilities'
import {
  accepted,
  createKernel,
  type Entry,
  type Kernel,
  type Result,
  refused,
  revealed,
} from '@equalizer/core'
import { decodeFrontier, rootFromTiles, rootOf } from '@equalizer/tlog'
import { createBrake } from '../door/brake.ts'
import { bring } from '../door/bring.ts'
import { keepDocuments } from '../door/documents.ts'
import { type Draws, readDraws } from '../door/draws.ts'
import { emptyHead, type Head, readHead } from '../door/head.ts'
import type { Lane } from '../door/parts.ts'
import type { Projections } from '../door/projections.ts'
import { createShelf } from '../door/shelf.ts'
import { type Decided, storeBatch } from '../door/store-batch.ts'
import { cidsIn, readCopy } from './copies.ts'
import { Damaged } from './growing-tree.ts'
import { type LostCharters, standIns } from './lost-charters.ts'
import type { LogParts } from './parts.ts'
import { readEntries, tileReader } from './read-tile.ts'
import { damaged, forked } from './refusals.ts'
import { readSigned } from './signed.ts'

export interface Recovered {
  readonly appended: number
  /** How long the log is again. */
  readonly size: number
  /** Versions of the charter whose document is gone; the version before stands in for each. */
  readonly charters: readonly number[]
}

export type RecoverParts = Pick<LogParts, 'store' | 'folders' | 'clock'> & {
  readonly projections: Projections
}

const entriesAtOnce = 256

/** Codes: `log.not_behind`, `log.unpublished`, `log.damaged`, `log.forked`. Nobody else may append meanwhile. */
export async function recoverLog(parts: RecoverParts, organization: string): Promise<Result<Recovered>> {
  const files = parts.folders.of(organization)
  try {
    const signed = await readSigned(files)
    if (signed === null)
      return refused('log.unpublished', 'This data folder holds no published log of that name.', {
        organization,
      })
    const head = (await readHead(parts.store.db, organization)) ?? emptyHead
    if (head.size >= signed.size)
      return refused('log.not_behind', 'The database holds everything that was published.', { organization })
    const read = tileReader(files, () => signed.size)
    const whole = await rootFromTiles(signed.size, read)
    if (Buffer.compare(whole, signed.root) !== 0)
      return damaged(organization, 'the tiles do not come to the root that was signed')
    if (head.size > 0 && !(await sameUpTo(head, await rootFromTiles(head.size, read))))
      return forked(organization, head.size, signed.size)
    return accepted(await append(parts, organization, head, signed.size))
  } catch (error) {
    if (error instanceof Damaged) return damaged(organization, error.message)
    throw error
  }
}

async function sameUpTo(head: Head, root: Uint8Array): Promise<boolean> {
  const frontier = decodeFrontier(head.size, head.frontier)
  return frontier.ok && Buffer.compare(rootOf(frontier.value), root) === 0
}

async function append(
  parts: RecoverParts,
  organization: string,
  from: Head,
  size: number,
): Promise<Recovered> {
  const files = parts.folders.of(organization)
  const kernel = createKernel(capabilities)
  const lost = standIns(parts.projections)
  const lane: Lane = {
    organization,
    waiting: [],
    shelf: createShelf(),
    brake: createBrake(organization),
    head: from,
    draws: await readDraws(parts.store.db, organization),
    running: null,
  }
  let head = from
  let page: string[] = []
  const put = async () => {
    if (page.length === 0) return
    head = await appendPage({ ...parts, kernel, lost, lane }, head, page)
    page = []
  }
  for await (const entry of readEntries(files, () => size, from.size, size)) {
    page.push(Buffer.from(entry).toString())
    if (page.length === entriesAtOnce) await put()
  }
  await put()
  return { appended: head.size - from.size, size: head.size, charters: lost.versions }
}

type Appending = RecoverParts & { readonly kernel: Kernel; readonly lost: LostCharters; readonly lane: Lane }

async function appendPage(parts: Appending, head: Head, texts: readonly string[]): Promise<Head> {
  const { store, folders, clock, kernel, lost, lane } = parts
  const { organization, shelf } = lane
  const entries = texts.map(text => JSON.parse(text) as Entry)
  const copies = []
  for (const cid of new Set(texts.flatMap(cidsIn))) {
    const copy = await readCopy(folders.of(organization), cid)
    if (copy) copies.push(copy)
  }
  await keepDocuments(store.db, organization, copies, clock.nowMs())
  const streams = new Set(entries.flatMap(({ events }) => events.map(({ stream }) => stream)))
  streams.delete('standing')
  const needs = [...streams].map(stream => ({ kind: 'stream', stream }) as const)
  await bring(store.db, organization, shelf, needs, head.size)
  const decided: Decided[] = entries.map((entry, i) => {
    const { seq, atMs } = entry
    if (seq !== head.size + i) throw new Damaged(`the entry at ${head.size + i} says that it is ${seq}`)
    shelf.append(entry, (state, event) => kernel.evolve(state, event, { seq, atMs }))
    return { entry, text: texts[i] ?? '', documents: {}, waiting: null, answer: null }
  })
  const draws = lane.draws && drawsAfter(lane.draws, entries)
  const door = { store, clock, kernel, projections: lost.projections, onStored: () => {} }
  const stored = await storeBatch(door, lane, head, { decided, draws })
  if (stored === 'raced') throw new Error('somebody else appends to this log; stop the server first')
  if (!stored.ok) throw new Error(stored.refusal.reason)
  shelf.settle()
  lane.draws = draws
  return stored.value
}

/** A value that an entry uncovers is never drawn again. */
export function drawsAfter(draws: Draws, entries: readonly Entry[]): Draws {
  let { used } = draws
  for (const { events } of entries) {
    for (const { type, data } of events) {
      if (type !== 'decision.opened' || typeof data.draw !== 'string') continue
      for (let at = used + 1; at <= draws.length; at += 1) {
        if (revealed(draws.root, draws.length, at) !== data.draw) continue
        used = at
        break
      }
    }
  }
  return { ...draws, used }
}
