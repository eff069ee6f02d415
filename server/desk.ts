// What every part of the server is given: the store, the data folder, the clock, the jobs and the bell; and what a
// handler of an endpoint looks like.
import type { Answer, EndpointName, Job } from '@equalizer/client'
import type { Changed, Contract, Scope, Witnesses } from '@equalizer/client/contract'
import type { Answered, Books, Command, Entry, Kernel, Now, Result, Tick } from '@equalizer/core'
import type { TileName } from '@equalizer/tlog'
import type { Transaction } from 'kysely'
import type { Logger } from 'pino'
import type { z } from 'zod'
import type { TarFile } from './log-tree/tar.ts'
import type { Store } from './store/store.ts'
import type { Tables } from './store/tables.ts'

/** All time comes from here. */
export interface Clock {
  /** UTC milliseconds. */
  nowMs(): number
  /** UTC day, YYYY-MM-DD. */
  today(): string
}

/** The one folder that holds everything: the embedded database, files put in, the secret. */
export interface DataFolder {
  readonly root: string
  /** Where an upload's bytes lie. */
  fileOf(organization: string, upload: string): string
}

export type News =
  | { readonly event: 'changed'; readonly data: Changed }
  | { readonly event: 'job'; readonly data: Job }

/** Tells every open browser of one organization. */
export interface Bell {
  ring(organization: string, news: News): void
  /** Answers the way to stop listening. */
  listen(organization: string, hear: (news: News) => void): () => void
}

export type JobOrder = { readonly kind: 'import'; readonly source: string } | { readonly kind: 'measure' }

/** Work that takes a while; orders survive a restart. */
export interface Jobs {
  /** A measure order that waits already is not doubled. Codes: `job.too_many`, `source.being_read`. */
  order(organization: string, order: JobOrder): Promise<Result<Job>>
  /** Codes: `job.unknown`, `job.finished`. */
  cancel(organization: string, job: string): Promise<Result<Job>>
  /** Codes: `job.unknown`, `job.not_stopped`. */
  resume(organization: string, job: string): Promise<Result<Job>>
  /** Waits until nothing waits or runs. */
  idle(): Promise<void>
  /** Stops taking work; what runs is left as it is and goes on at the next start. */
  close(): Promise<void>
}

/** What came of a command. */
export interface Sent {
  readonly entry: Entry
  readonly answer: Answered
  /** Answered before to the same key; nothing was done this time. */
  readonly repeated: boolean
}

export interface Asked {
  readonly command: Command | Tick
  /** A person's id, already known to be them; null: the clock. */
  readonly by: string | null
  /** Chosen by the caller: the same command with it is done once. */
  readonly key?: string
  /** Refuses (`door.needs_decision`) where it would open a decision. */
  readonly atOnce?: true
  /** Rows that stand or fall with the entry; a refusal takes the command back. */
  readonly also?: (trx: Transaction<Tables>, entry: Entry) => Promise<Result<null>>
}

/** The one door: every act in an organization's name, and taking part in decisions about them. */
export interface Door {
  readonly kernel: Kernel
  /** Resolves when its tables stand as this version declares them; whatever is sent before waits for that. */
  ready(): Promise<void>
  /**
   * Resolves when the entry is durable. Codes: those of the kernel, `organization.unknown`, `door.busy`, `door.key_reused`,
   * `door.needs_decision`, `door.too_often`, `entry.too_large`.
   */
  send(organization: string, asked: Asked): Promise<Result<Sent>>
  /** As far as it is known without looking: that this person has sent too much lately. Codes: `door.too_often`. */
  braked(organization: string, person: string): Result<never> | null
  /** Answers a pure question of what is stored; it may be asked again and again until all it reads is fetched. */
  read<T>(organization: string, question: (books: Books, now: Now) => T): Promise<T>
  /** Moves on whatever is due; resolves when that is done. */
  moveOn(): Promise<void>
  /** Waits for what is under way and takes nothing more. */
  close(): Promise<void>
}

/** The published logs, as readers see them. */
export interface Logs {
  /** A batch was stored: there is something to publish. */
  stored(organization: string): void
  /** Whether entries may follow a log of this size here. Codes: `log.behind`, `log.forked`, `log.damaged`. */
  mayAppend(organization: string, size: number): Promise<Result<null>>
  /** As it lies; null: nothing is published. Codes here and below: `log.elsewhere`. */
  file(organization: string, name: 'checkpoint' | 'about' | 'keys'): Promise<Result<Uint8Array | null>>
  /** null: there is no such tile in what is signed. */
  tile(organization: string, name: TileName | null): Promise<Result<Uint8Array | null | 'unpublished'>>
  /** The text of a proof; null: no checkpoint holds such an entry yet. */
  proof(organization: string, seq: number): Promise<Result<string | null | 'unpublished'>>
  /** The same once one does, waiting at most so many milliseconds. */
  proofSoon(organization: string, seq: number, waitMs: number): Promise<string | null>
  /**
   * Path of a file with the state of every stream as of no more entries than the checkpoint that readers get has; null: nothing is
   * published; `unserved`: no such file is left, and none will be until there is a newer checkpoint.
   */
  state(organization: string): Promise<Result<string | 'unserved' | null>>
  /** Every file of the log as of the checkpoint that readers get, one after the other; null: nothing is published. */
  export(organization: string): Promise<Result<AsyncGenerator<TarFile> | null>>
  witnesses(organization: string): Promise<Result<Witnesses | null>>
  /** Codes of what some logs are not gone on with for, and how many. */
  problems(): Promise<ReadonlyMap<string, number>>
  /** Wakes every log that has entries not published yet. */
  start(): Promise<void>
  /** Resolves when everything stored is published, or failed to be. */
  idle(): Promise<void>
  /** The organization is removed: everything of its log goes. */
  remove(organization: string): Promise<void>
  close(): Promise<void>
}

export interface Desk {
  readonly door: Door
  /** The logs as anybody reads them. */
  readonly logs: Logs
  readonly store: Store
  readonly data: DataFolder
  readonly clock: Clock
  readonly bell: Bell
  readonly jobs: Jobs
  readonly log: Logger
  /** Whether paths on this machine can be connected, and below which folders; null: anywhere. */
  readonly paths: { readonly allowed: boolean; readonly below: readonly string[] | null }
  /** The checkout that the server runs from. */
  readonly project: { readonly name: string; readonly path: string } | null
  /** Random and unguessable, in order of making: ids of uploads, imports, jobs. */
  newId(): string
}

/** Who asks; already known to be allowed what the endpoint needs. */
export interface Caller {
  /** null: nobody signed in, on an endpoint that anyone may call. */
  readonly user: { readonly id: string; readonly name: string } | null
  /** What they may in the organization of the path. */
  readonly scopes: ReadonlySet<Scope>
  /** What a change is signed with: the person's name, or the key's. */
  readonly by: string
  /** The one organization that a key is for; left out: a person, with all their memberships. */
  readonly only?: string
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : Record<never, never>
type PartOf<Name extends EndpointName, Key extends string> = Contract[Name] extends {
  readonly [K in Key]: infer S
}
  ? S
  : undefined

export interface Call<Name extends EndpointName> {
  readonly desk: Desk
  readonly caller: Caller
  /** Path parameters and query, parsed. */
  readonly input: Parsed<PartOf<Name, 'params'>> & Parsed<PartOf<Name, 'query'>>
  readonly body: PartOf<Name, 'body'> extends 'bytes'
    ? ReadableStream<Uint8Array>
    : Parsed<PartOf<Name, 'body'>>
  /** Aborted when the caller goes away. */
  readonly signal: AbortSignal
  /** Headers to add to the answer. */
  readonly headers: Headers
}

/** Text may come piece by piece; the JSON of an answer that is streamed does. */
type Given<Name extends EndpointName> =
  PartOf<Name, 'answer'> extends string
    ? string | AsyncIterable<string>
    : PartOf<Name, 'streamed'> extends true
      ? AsyncIterable<string>
      : Answer<Name>

/** Does what one endpoint says. A refusal is returned; a fault is thrown. Whether the caller may is settled before. */
export type Handler<Name extends EndpointName> = (call: Call<Name>) => Promise<Result<Given<Name>>>
export type Handlers<Name extends EndpointName> = { readonly [N in Name]: Handler<N> }
