// The published log of one organization in this process: what is signed, what is served, and why it is not gone on with.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { accepted, type Refusal, type Result } from '@equalizer/core'
import { type Files, sweepUnfinished } from '@equalizer/tlog/node'
import { about } from './about.ts'
import { Gathering } from './gathering.ts'
import { Damaged } from './growing-tree.ts'
import { claim, type Identity } from './identity.ts'
import { readKeys } from './key-files.ts'
import { place } from './log-folder.ts'
import type { LogParts, Signed } from './parts.ts'
import { publishRound, rootInDatabase } from './publish.ts'
import { tileReader } from './read-tile.ts'
import { behind, damaged } from './refusals.ts'
import { heldBefore } from './remembered.ts'
import { nothingSigned, readSigned } from './signed.ts'
import { tidy } from './tidy.ts'

type Told = (log: OrganizationLog) => void

export class OrganizationLog {
  readonly organization: string
  readonly files: Files
  readonly #parts: LogParts
  readonly #told: Told
  #identity: Identity | null = null
  /** null: to be read from the disk. */
  #signed: Signed | null = null
  #served: Signed | null = null
  #signedMs: number | null = null
  #problem: Refusal | null = null
  /** Sizes whose tiles a reader may still be at. */
  #kept: number[] = []
  #asked: Promise<Result<null>> | null = null
  #swept: Promise<number> | null = null
  /** One after the other: a round and a witness's answer may come at once. */
  #serving: Promise<void> = Promise.resolve()
  readonly gathering: Gathering

  /** `told`: called whenever a newer checkpoint is served. */
  constructor(parts: LogParts, organization: string, told: Told) {
    this.organization = organization
    this.files = parts.folders.of(organization)
    this.#parts = parts
    this.#told = told
    this.gathering = new Gathering({
      readTile: tileReader(this.files, () => this.signed.size),
      serve: cosigned => this.serve(cosigned),
      failed: error => parts.log.error({ err: error, organization }, 'cosignatures could not be gathered'),
    })
  }

  get identity(): Identity | null {
    return this.#identity
  }

  /** The newest that was signed here; size 0: none. */
  get signed(): Signed {
    return this.#signed ?? nothingSigned
  }

  /** The checkpoint that readers get; null: none yet. */
  get served(): Signed | null {
    return this.#served
  }

  /** When the newest was signed (Unix milliseconds); null: none was, or it is not known any more. */
  get signedMs(): number | null {
    return this.#signedMs
  }

  get problem(): Refusal | null {
    return this.#problem
  }

  /** Reads what lies on the disk, once; a fault afterwards makes it be read again. */
  async open(): Promise<void> {
    if (this.#signed !== null) return
    // Once, and before the first write: the folder is this server's alone.
    this.#swept ??= sweepUnfinished(this.#parts.folders.pathOf(this.organization))
    await this.#swept
    const served = await readSigned(this.files, place.checkpoint)
    this.#signed = (await readSigned(this.files)) ?? nothingSigned
    const path = join(this.#parts.folders.pathOf(this.organization), place.signed)
    this.#signedMs ??= Math.floor((await stat(path).catch(() => null))?.mtimeMs ?? 0) || null
    this.#served = served
  }

  /**
   * Whether entries may follow a database's log of this size. Codes: `log.behind`, `log.forked`, `log.damaged`. A log that
   * another server publishes is gone on with here.
   */
  async mayAppend(size: number): Promise<Result<null>> {
    try {
      await this.open()
      const remembered = await this.#remembered()
      if (!remembered.ok) return remembered
    } catch (error) {
      if (!(error instanceof Damaged)) throw error
      return damaged(this.organization, error.message)
    }
    if (size < this.signed.size) return behind(this.organization, size, this.signed.size)
    const stands = this.#problem !== null && stops.has(this.#problem.code)
    // A round may have met a database that has been put right since.
    if (stands && this.#problem?.code !== 'log.behind')
      return { ok: false, refusal: this.#problem as Refusal }
    return accepted(null)
  }

  /** Publishes what is new. Throws where the store or the disk fails, and reads the disk anew next time. */
  async round(): Promise<void> {
    try {
      await this.open()
      const remembered = await this.#remembered()
      const claimed = remembered.ok ? await claim(this.#parts, this.organization) : remembered
      const result = claimed.ok ? await this.#publish(claimed.value) : claimed
      this.#settle(result.ok ? null : result.refusal)
    } catch (error) {
      this.#signed = null
      if (!(error instanceof Damaged)) throw error
      const found = damaged(this.organization, error.message)
      if (!found.ok) this.#settle(found.refusal)
    }
  }

  /** Asked once in the life of a server, before anything is appended or signed. Codes: `log.rewound`. */
  #remembered(): Promise<Result<null>> {
    this.#asked ??= this.#askWitnesses().catch(error => {
      this.#asked = null
      throw error
    })
    return this.#asked
  }

  async #askWitnesses(): Promise<Result<null>> {
    const now = await this.#parts.policy.now()
    if (now.state !== 'in_force' || now.policy.witnesses.length === 0) return accepted(null)
    const { folders, clock } = this.#parts
    const keys = await readKeys(folders.pathOf(this.organization), clock.nowMs())
    if (keys === null) return accepted(null)
    const vkeys = [keys.current, ...keys.older].map(({ vkey }) => vkey)
    return heldBefore(now.policy, vkeys, this.signed, size =>
      rootInDatabase(this.#parts, this.organization, { files: this.files, signed: this.signed, size }),
    )
  }

  #settle(problem: Refusal | null): void {
    if (problem && problem.code !== this.#problem?.code)
      this.#parts.log.error({ organization: this.organization, ...problem.facts }, problem.reason)
    this.#problem = problem
  }

  async #publish(identity: Identity | null): Promise<Result<null>> {
    this.#identity = identity
    if (identity === null) {
      const { size } = this.signed
      return size > 0 ? behind(this.organization, 0, size) : accepted(null)
    }
    const before = this.signed
    const { organization, files } = this
    const signed = await publishRound(this.#parts, { organization, files, ...identity })
    if (!signed.ok) return signed
    if (signed.value === null) return accepted(null)
    await about(files, organization, identity)
    this.#signed = signed.value
    if (signed.value.size !== before.size) this.#signedMs = this.#parts.clock.nowMs()
    await this.#offer(signed.value)
    this.#kept = [...this.#kept, signed.value.size].slice(-2)
    const root = this.#parts.folders.pathOf(organization)
    await tidy({ files, root }, before.size, [...this.#kept, this.#served?.size ?? 0])
    return accepted(null)
  }

  /** To witnesses first, where readers are to get nothing that too few cosigned. */
  async #offer(signed: Signed): Promise<void> {
    const now = await this.#parts.policy.now()
    const needs = now.state === 'in_force' && now.policy.quorum.kind !== 'none'
    if (!needs && (signed.size > (this.#served?.size ?? 0) || this.#unsignedBy(signed)))
      await this.serve(signed)
    if (now.state === 'in_force' && now.policy.witnesses.length > 0)
      this.gathering.offer(signed, this.#served, now.policy)
  }

  /** A new key signed what readers have already. */
  #unsignedBy({ size, note }: Signed): boolean {
    const served = this.#served
    if (served === null || served.size !== size) return false
    return note.split('\n').some(line => line.startsWith('— ') && !served.note.includes(line))
  }

  /** Puts a checkpoint where readers find it; a smaller one than they have never takes its place. */
  serve(checkpoint: Signed): Promise<void> {
    const serving = this.#serving.then(async () => {
      if (checkpoint.note === this.#served?.note || checkpoint.size < (this.#served?.size ?? 0)) return
      await this.files.write(place.checkpoint, Buffer.from(checkpoint.note))
      this.#served = checkpoint
      this.#told(this)
    })
    this.#serving = serving.catch(() => {})
    return serving
  }
}

/** What the door refuses for. */
const stops = new Set(['log.behind', 'log.forked', 'log.damaged', 'log.rewound'])
