// One batch: decides what waits, in order, on top of each other, and stores it in one transaction. Where somebody else
// appended meanwhile, everything at hand is dropped and all of it decided anew.
import {
  accepted,
  canonical,
  type Entry,
  type Handled,
  limits,
  type Need,
  type Now,
  type Result,
  refused,
} from '@equalizer/core'
import type { Sent } from '../desk.ts'
import { createBrake } from './brake.ts'
import { bring, fetchedTogether } from './bring.ts'
import { type Draws, drawAt, readDraws } from './draws.ts'
import { foundingOf } from './founding.ts'
import { emptyHead, type Head, readHead } from './head.ts'
import type { DoorParts, Lane, Waiting } from './parts.ts'
import { neededFor } from './read-with.ts'
import { answeredBefore, type Remembered } from './sent.ts'
import { createShelf } from './shelf.ts'
import { type Decided, storeBatch } from './store-batch.ts'

const attempts = 20

export async function runBatch(parts: DoorParts, lane: Lane): Promise<void> {
  const batch = nextBatch(lane.waiting)
  try {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const outcome = await tryBatch(parts, lane, batch)
      if (outcome === 'raced') {
        forget(parts, lane)
        continue
      }
      // What could not be decided before the rest was stored goes first next time.
      lane.waiting.unshift(...batch.slice(outcome.length))
      for (const { waiting, result } of outcome) waiting.settle(result)
      return
    }
    for (const waiting of batch)
      waiting.settle(refused('door.busy', 'Others write all the time. Please try again.'))
  } catch (fault) {
    // Whether it was stored is not known: what is at hand may be wrong.
    forget(parts, lane)
    if (!(fault instanceof Undecidable)) {
      for (const waiting of batch) waiting.fail(fault)
      return
    }
    // Nothing was stored: the others are decided without the one that cannot be.
    fault.waiting.fail(fault.cause)
    lane.waiting.unshift(...batch.filter(waiting => waiting !== fault.waiting))
  }
}

/** A fault met while one command was being decided, before anything of its batch was stored. */
class Undecidable extends Error {
  readonly waiting: Waiting
  constructor(waiting: Waiting, cause: unknown) {
    super('a command could not be decided', { cause })
    this.waiting = waiting
  }
}

function forget(parts: DoorParts, lane: Lane): void {
  lane.shelf = createShelf()
  lane.brake = createBrake(lane.organization, parts.commandsPerHour)
  lane.head = null
  lane.draws = null
}

/** A command that brings rows of its own goes alone, so that its refusal takes nobody else's back. */
function nextBatch(waiting: Waiting[]): Waiting[] {
  const own = waiting.findIndex(one => one.also !== undefined)
  const upTo = own === -1 ? limits.commandsInBatch : Math.max(own, 1)
  return waiting.splice(0, Math.min(upTo, limits.commandsInBatch))
}

interface Outcome {
  readonly waiting: Waiting
  readonly result: Result<Sent>
}

async function tryBatch(
  parts: DoorParts,
  lane: Lane,
  batch: readonly Waiting[],
): Promise<'raced' | Outcome[]> {
  const { store } = parts
  const found = lane.head ?? (await readHead(store.db, lane.organization))
  const founding = found ? null : await foundingOf(parts, lane.organization)
  if (founding && !founding.ok) return batch.map(waiting => ({ waiting, result: founding }))
  const before: Head = found ?? emptyHead
  lane.head = before
  const may = await parts.mayAppend?.(lane.organization, before.size)
  if (may && !may.ok) {
    // What is at hand, or was just read, may be older than what another server appended and this one published meanwhile.
    if (((await readHead(store.db, lane.organization))?.size ?? 0) !== before.size) return 'raced'
    forget(parts, lane)
    return batch.map(waiting => ({ waiting, result: may }))
  }
  lane.draws ??= founding?.ok ? founding.value.draws : await readDraws(store.db, lane.organization)
  const remembered = await answeredBefore(store.db, lane.organization, batch)
  const senders = batch.flatMap(({ by }) => (by === null ? [] : [by]))
  await lane.brake.look(store.db, senders, Math.max(parts.clock.nowMs(), before.lastMs))
  const deciding = new Deciding(parts, lane, before, remembered)
  if (founding) deciding.found(founding.value)
  const outcomes: Outcome[] = []
  for (const [index, waiting] of batch.entries()) {
    const result = await deciding.decide(waiting, batch.slice(index)).catch(cause => {
      throw new Undecidable(waiting, cause)
    })
    if (result === 'later') break
    outcomes.push({ waiting, result })
  }
  const stored = await storeBatch(parts, lane, before, deciding)
  if (stored === 'raced') return 'raced'
  if (!stored.ok) {
    forget(parts, lane)
    return outcomes.map(({ waiting }) => ({ waiting, result: stored }))
  }
  lane.head = stored.value
  lane.draws = deciding.draws
  lane.shelf.settle()
  const entries = deciding.decided.map(({ entry }) => entry)
  if (entries.length > 0) parts.onStored(lane.organization, entries)
  return outcomes
}

class Deciding {
  readonly decided: Decided[] = []
  readonly #parts: DoorParts
  readonly #lane: Lane
  readonly #before: Head
  readonly #remembered: Remembered
  #lastMs: number
  #draws: Draws | null
  #drawLooked = false
  /** Looking through everything behind costs as much as deciding it. */
  #looksAhead = 8

  constructor(parts: DoorParts, lane: Lane, before: Head, remembered: Remembered) {
    this.#parts = parts
    this.#lane = lane
    this.#before = before
    this.#remembered = remembered
    this.#lastMs = before.lastMs
    this.#draws = lane.draws
  }

  /** The first entry of all. */
  found({ draft, documents }: Pick<Handled, 'draft' | 'documents'>): void {
    const entry: Entry = { ...draft, seq: 0, atMs: this.#now().atMs }
    // Nothing can be on any stream yet.
    for (const { stream } of draft.events)
      this.#lane.shelf.put({ kind: 'stream', stream }, { kind: 'stream', state: null }, 0)
    this.#append({ entry, text: canonical(entry), documents, waiting: null, answer: null })
  }

  /** `later`: it asks of whole tables what entries not stored yet change. */
  async decide(waiting: Waiting, rest: readonly Waiting[]): Promise<'later' | Result<Sent>> {
    const before = this.#remembered.answer(waiting)
    if (before) return before
    // One moment for all rounds: what is fetched as of a moment answers no question about a later one.
    const now = this.#now()
    const braked = this.#lane.brake.refusal(waiting.by, now.atMs)
    if (braked) return braked
    for (let round = 0; ; round += 1) {
      const tried = neededFor(() => this.#handle(waiting, now))
      if ('answer' in tried) return tried.answer
      if (round > roundsAtMost)
        throw new Error(`A command in ${this.#lane.organization} never came to an end`)
      const { shelf, organization } = this.#lane
      if (shelf.waits(tried.need)) return 'later'
      await bring(this.#parts.store.db, organization, shelf, this.#needs(tried.need, rest), this.#before.size)
    }
  }

  #handle(waiting: Waiting, now: Now): Result<Sent> {
    const { kernel } = this.#parts
    this.#drawLooked = false
    const handled = kernel.handle(waiting.command, waiting.by, this.#lane.shelf, now)
    if (!handled.ok) return handled
    const { draft, documents, answer } = handled.value
    if (waiting.atOnce && answer.outcome === 'opened') return needsDecision()
    const entry: Entry = { ...draft, seq: now.seq, atMs: now.atMs }
    const text = canonical(entry)
    const bytes = Buffer.byteLength(text)
    if (bytes > limits.entryBytes) {
      const reason = `This makes an entry of ${bytes} bytes; the log takes ${limits.entryBytes}. Put what is long in a document.`
      return refused('entry.too_large', reason, { bytes, limit: limits.entryBytes })
    }
    // Whatever it changes must be at hand before anything is changed.
    this.#written(handled.value)
    this.#append({ entry, text, documents, waiting, answer })
    // A draw that was looked at is never used again.
    if (this.#drawLooked && this.#draws) this.#draws = { ...this.#draws, used: this.#draws.used + 1 }
    const sent: Sent = { entry, answer, repeated: false }
    this.#remembered.note(waiting, sent)
    return accepted(sent)
  }

  /** Throws `NotAtHand` for the first stream that it changes and that is not at hand. */
  #written({ draft }: Handled): void {
    const { shelf } = this.#lane
    for (const { stream, type } of draft.events) {
      if (stream === 'standing') continue
      // A number just given out was nobody's before.
      if (type === 'decision.opened') shelf.putNew(stream)
      else shelf.stream(stream)
    }
  }

  #append(decided: Decided): void {
    const { kernel } = this.#parts
    const { documents } = decided
    // As whoever reads the log has it, keys in their order: what that changes would change a replay.
    const entry = JSON.parse(decided.text) as Entry
    const { seq, atMs } = entry
    this.#lane.shelf.append(entry, (state, event) => kernel.evolve(state, event, { seq, atMs }))
    for (const [cid, document] of Object.entries(documents)) this.#lane.shelf.keepDocument(cid, document)
    this.decided.push(decided)
    this.#lane.brake.appended(entry.by)
    this.#lastMs = atMs
  }

  /** How many draws are used up, once all of it is stored. */
  get draws(): Draws | null {
    return this.#draws
  }

  #now(): Now {
    const look = () => {
      this.#drawLooked = true
      return this.#draws && drawAt(this.#draws)
    }
    return {
      seq: this.#before.size + this.decided.length,
      atMs: Math.max(this.#parts.clock.nowMs(), this.#lastMs),
      get draw() {
        return look()
      },
    }
  }

  /** What this command needs, and what of its sort those behind it are about to, so that it is fetched in one question. */
  #needs(need: Need, rest: readonly Waiting[]): Need[] {
    if (!fetchedTogether(need) || rest.length < 2 || this.#looksAhead === 0) return [need]
    this.#looksAhead -= 1
    const { shelf } = this.#lane
    const needs = new Map<string, Need>([[JSON.stringify(need), need]])
    const now = this.#now()
    for (const { command, by } of rest.slice(1)) {
      if (this.#lane.brake.refusal(by, now.atMs)) continue
      const next = neededAhead(() => {
        const handled = this.#parts.kernel.handle(command, by, shelf, now)
        if (handled.ok) this.#written(handled.value)
      })
      if (next === null || !fetchedTogether(next) || shelf.waits(next)) continue
      needs.set(JSON.stringify(next), next)
    }
    return [...needs.values()]
  }
}

/** A fault of one behind is met when its turn comes. */
function neededAhead(question: () => unknown): Need | null {
  try {
    const next = neededFor(question)
    return 'need' in next ? next.need : null
  } catch {
    return null
  }
}

const roundsAtMost = 10_000
const needsDecision = () =>
  refused(
    'door.needs_decision',
    'Here this is not decided by one alone: send it as an act to open a decision.',
  )
