// Decides every entry again from the entries before it, and holds what comes of it against what the log says.
import {
  accepted,
  type Command,
  canonical,
  createKernel,
  type Draft,
  type Entry,
  type Handled,
  type Refusal,
  type Result,
  refused,
  type Tick,
} from '@equalizer/core'
import { firstDifference } from '../difference.ts'
import { canonicalProblem, type EntryText } from '../entry-text.ts'
import { believing } from './believing.ts'
import { commandOf } from './command-of.ts'
import { DrawChain } from './draws.ts'
import { foundingOf } from './founding.ts'
import { type Believed, type FromOutside, fromOutside, nothingBelieved } from './from-outside.ts'
import { isWrittenAs } from './is-written-as.ts'
import { ReplayedBooks } from './replayed-books.ts'

/** One signature that the replay took for right; somebody else checks it. */
export interface ToCheck {
  readonly seq: number
  readonly key: Uint8Array
  readonly message: Uint8Array
  readonly signature: Uint8Array
}

export class Replay {
  readonly believed: Believed = nothingBelieved()
  readonly draws = new DrawChain()
  readonly #books: ReplayedBooks
  readonly #kernel: ReturnType<typeof createKernel>
  #outside: FromOutside = { measure: () => null, draw: null, document: null, refused: null }
  #signatures: Omit<ToCheck, 'seq'>[] = []

  constructor() {
    const capabilities = believing({ outside: () => this.#outside, believed: this.believed })
    this.#kernel = createKernel(capabilities, {
      verify: (key, message, signature) => {
        this.#signatures.push({ key, message, signature })
        return true
      },
    })
    this.#books = new ReplayedBooks(this.#kernel)
  }

  get states(): ReplayedBooks['states'] {
    return this.#books.states
  }

  /**
   * Takes the next entry. Answers the signatures in it that are still to be checked. Codes: `replay.refused` (the rules say no
   * to what was asked: facts code, reason), `replay.differs` (facts where, expected, found), `replay.no_command`,
   * `replay.not_founded`, `replay.bad_draw`. After a refusal the replay is of no use any more.
   */
  take({ entry, text }: EntryText): Result<readonly ToCheck[]> {
    this.#outside = fromOutside(entry, this.believed)
    this.#signatures = []
    let problem: Refusal | null
    try {
      const draft = entry.seq === 0 ? this.#founded(entry) : this.#decided(entry)
      if (!draft.ok) return draft
      problem = this.#compared(draft.value, entry, text)
    } catch (fault) {
      // Only what is not what the kernel makes can bring it to this: values that nest without end, say.
      problem = canonicalProblem({ entry, text }) ?? impossible(fault)
    }
    if (problem) return { ok: false, refusal: problem }
    this.#books.append(entry)
    return accepted(this.#checked(entry))
  }

  #founded(entry: Entry): Result<Draft> {
    const founding = foundingOf(entry)
    if (!founding)
      return refused('replay.not_founded', 'The log does not begin as the log of an organization does')
    this.draws.begin(founding.draws)
    return accepted(founding.draft)
  }

  #decided(entry: Entry): Result<Draft> {
    const command = commandOf(entry)
    if (!command) {
      return refused('replay.no_command', 'The entry holds no command that can be sent', {
        kind: String(entry.command.kind).slice(0, 40),
      })
    }
    const handled = this.#handled(command, entry)
    if (!handled.ok) return saysNo(handled.refusal)
    const { draw } = this.#outside
    if (draw !== null && !this.draws.take(draw)) {
      return refused(
        'replay.bad_draw',
        'The jury is drawn by a value that the published chain of draws does not lead to',
        { draw },
      )
    }
    return accepted(handled.value.draft)
  }

  #handled(command: Command | Tick, { by, seq, atMs }: Entry): Result<Handled> {
    const books = this.#books.reading(this.#outside)
    return this.#kernel.handle(command, by, books, { seq, atMs, draw: this.#outside.draw })
  }

  /** Byte by byte: what the rules make of the command, in canonical JSON, is the entry. */
  #compared(draft: Draft, entry: Entry, text: string): Refusal | null {
    const { seq, atMs } = entry
    const expected = { ...draft, seq, atMs }
    if (isWrittenAs(text, entry, expected) || canonical(expected) === text) return null
    const difference = firstDifference(JSON.parse(canonical(expected)), entry)
    // The same value, spelled in another way.
    if (!difference) return canonicalProblem({ entry, text })
    const reason = 'What the log says came of it is not what the rules make of it'
    return { code: 'replay.differs', reason, facts: { ...difference } }
  }

  /** The kernel may ask for one twice. */
  #checked({ seq }: Entry): ToCheck[] {
    const [first] = this.#signatures
    return first ? [{ seq, ...first }] : []
  }
}

function impossible(fault: unknown): Refusal {
  const why = fault instanceof Error ? fault.message : String(fault)
  const reason = 'The entry cannot be decided again'
  return { code: 'replay.impossible', reason, facts: { why: why.slice(0, 200) } }
}

function saysNo({ code, reason, facts }: Refusal): Result<never> {
  const why = JSON.stringify(facts, (_, value) => (typeof value === 'bigint' ? String(value) : value))
  const said = { code, reason, facts: why.slice(0, 300) }
  return refused('replay.refused', 'By the rules as they then were, this could not happen', said)
}
