// Gathers cosignatures for one log: each new checkpoint goes to every witness of the policy, a slow one holds nobody up, and
// readers get the newest checkpoint that enough of them cosigned.
import {
  addSignatures,
  consistencyProofFromTiles,
  cosignersOf,
  type Policy,
  type PolicyWitness,
  parseNote,
  quorumMet,
  type ReadTile,
} from '@equalizer/tlog'
import { nativeVerify } from '@equalizer/tlog/node'
import { askWitness } from '@equalizer/witness'
import type { Signed } from './parts.ts'

export interface Gathered {
  /** Of the checkpoint cosigned last. */
  readonly size: number
  readonly timestampMs: number
}

interface Asked {
  known: number
  busy: boolean
  last: Gathered | null
  problem: string | null
}

interface Pending {
  readonly signed: Signed
  /** By the witness's name in the policy. */
  readonly lines: Map<string, string>
}

export interface GatheringParts {
  readonly readTile: ReadTile
  /** Enough cosigned it, or one more did. */
  readonly serve: (cosigned: Signed) => Promise<void>
  readonly failed: (error: unknown) => void
}

/** Checkpoints that late answers are still taken for. */
const pendingAtMost = 8
const askMs = 5_000
const againMs = 15_000

export class Gathering {
  readonly #parts: GatheringParts
  readonly #asked = new Map<string, Asked>()
  readonly #pending = new Map<number, Pending>()
  readonly #closed = new AbortController()
  #next: { readonly signed: Signed; readonly policy: Policy } | null = null
  #running: Promise<void> | null = null
  #again: NodeJS.Timeout | null = null

  constructor(parts: GatheringParts) {
    this.#parts = parts
  }

  /** What is known of one of the policy's witnesses. */
  of(name: string): { readonly last: Gathered | null; readonly problem: string | null } {
    return this.#asked.get(name) ?? { last: null, problem: null }
  }

  /** `served`: what readers have, with the cosignatures that it carries already. */
  offer(signed: Signed, served: Signed | null, policy: Policy): void {
    if (this.#closed.signal.aborted) return
    if (!this.#pending.has(signed.size)) {
      this.#pending.set(signed.size, { signed, lines: new Map() })
      for (const size of this.#pending.keys())
        if (this.#pending.size > pendingAtMost) this.#pending.delete(size)
    }
    if (served) this.#recall(served, policy)
    this.#next = { signed, policy }
    this.#running ??= this.#run().finally(() => {
      this.#running = null
    })
  }

  /** Who cosigned before this process began. */
  #recall(served: Signed, policy: Policy): void {
    const note = parseNote(served.note)
    const cosigned = note.ok ? cosignersOf(note.value, policy, nativeVerify) : note
    if (!note.ok || !cosigned.ok) return
    for (const { name, timestampSeconds } of cosigned.value) {
      const asked = this.#askedOf(name)
      if (asked.last === null || asked.last.size < served.size) {
        asked.last = { size: served.size, timestampMs: timestampSeconds * 1_000 }
        asked.known = Math.max(asked.known, served.size)
      }
      const key = policy.witnesses.find(witness => witness.name === name)?.vkey
      const line = note.value.signatures.find(one => one.name === key?.name && one.id === key?.id)
      if (line) this.#pending.get(served.size)?.lines.set(name, line.line)
    }
  }

  #askedOf(name: string): Asked {
    const found = this.#asked.get(name) ?? { known: 0, busy: false, last: null, problem: null }
    this.#asked.set(name, found)
    return found
  }

  async #run(): Promise<void> {
    while (this.#next && !this.#closed.signal.aborted) {
      const { signed, policy } = this.#next
      this.#next = null
      await this.#gather(signed, policy)
      const lines = this.#pending.get(signed.size)?.lines
      const missing = policy.witnesses.some(({ name, url }) => url !== undefined && !lines?.has(name))
      if (this.#again) clearTimeout(this.#again)
      this.#again = missing ? setTimeout(() => this.offer(signed, null, policy), againMs) : null
      this.#again?.unref()
    }
  }

  /** Resolves once enough cosigned or everybody has been heard: the next checkpoint does not wait for the slow. */
  async #gather(signed: Signed, policy: Policy): Promise<void> {
    const pending = this.#pending.get(signed.size)
    if (!pending) return
    await new Promise<void>(resolve => {
      const all = policy.witnesses.flatMap(witness => {
        const asked = this.#askedOf(witness.name)
        if (witness.url === undefined || asked.busy || pending.lines.has(witness.name)) return []
        return [
          this.#ask(witness, asked, pending, policy).then(async () => {
            if (await this.#offered(pending, policy)) resolve()
          }),
        ]
      })
      Promise.all(all).then(
        () => resolve(),
        error => {
          this.#parts.failed(error)
          resolve()
        },
      )
    })
  }

  async #ask(
    { name, url, vkey }: PolicyWitness,
    asked: Asked,
    { signed, lines }: Pending,
    policy: Policy,
  ): Promise<void> {
    asked.busy = true
    const answer = await askWitness({
      url: url ?? '',
      vkey,
      checkpoint: signed.note,
      sizeKnown: asked.known,
      proofFrom: size =>
        size === signed.size
          ? Promise.resolve([])
          : consistencyProofFromTiles(size, signed.size, this.#parts.readTile),
      verify: nativeVerify,
      signal: this.#closed.signal,
      timeoutMs: askMs,
    }).finally(() => {
      asked.busy = false
    })
    if (!policy.witnesses.some(witness => witness.name === name)) return
    if (!answer.ok) asked.problem = answer.refusal.code
    else if ('conflictSize' in answer.value) {
      asked.known = answer.value.conflictSize
      asked.problem = 'witness.ahead'
    } else {
      const { line, timestampSeconds } = answer.value
      asked.problem = null
      asked.known = signed.size
      asked.last = { size: signed.size, timestampMs: timestampSeconds * 1_000 }
      lines.set(name, line)
    }
  }

  /** Whether enough cosigned; readers then get it with every line there is. */
  async #offered({ signed, lines }: Pending, policy: Policy): Promise<boolean> {
    if (lines.size === 0 || !quorumMet(policy.quorum, new Set(lines.keys()))) return false
    const note = addSignatures(signed.note, [...lines.values()])
    await this.#parts.serve({ ...signed, note })
    return true
  }

  async close(): Promise<void> {
    this.#closed.abort()
    if (this.#again) clearTimeout(this.#again)
    await this.#running
  }
}
