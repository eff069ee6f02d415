// An organization in memory without rules, for the tests of capabilities: every act is carried out at once, or refused.
import {
  type ActType,
  accepted,
  type Books,
  type Capability,
  type Entry,
  eventSchemas,
  evolveRules,
  type LogEvent,
  type Payload,
  personErasedBy,
  type Result,
  refused,
} from '@equalizer/core'

export interface Asked {
  readonly unit?: string
  readonly by?: string
  readonly decision?: string
  readonly ranking?: readonly (readonly number[])[]
}

export interface World {
  /** What happened, or the refusal; only then is it in the log. */
  act(type: string, payload: Payload, asked?: Asked): Result<readonly LogEvent[]>
  /** As `act`, where a refusal is the test's own mistake. */
  given(type: string, payload: Payload, asked?: Asked): void
  /** Puts down what another part did: rules, decisions, standings. */
  put(...events: readonly LogEvent[]): void
  state(stream: string): unknown
  standing(key: string, person: string): bigint
  readonly streams: ReadonlyMap<string, unknown>
  readonly entries: readonly Entry[]
  readonly documents: Map<string, string>
  readonly clock: { atMs: number }
}

export function createWorld(capabilities: readonly Capability[], atMs = Date.UTC(2026, 0, 1)): World {
  const acts = new Map(capabilities.flatMap(({ acts }) => acts).map(act => [act.type, act]))
  const folded = new Map<string, unknown>()
  const standings = new Map<string, bigint>()
  const documents = new Map<string, string>()
  const entries: Entry[] = []
  const clock = { atMs }

  const declared = eventSchemas(capabilities)
  const books = booksOf(folded, standings, documents)
  const append = (events: readonly LogEvent[], command: Payload = {}) => {
    const entry = deepFreeze({ seq: entries.length, atMs: clock.atMs, by: null, command, events })
    entries.push(entry)
    fold(capabilities, entry, folded)
    for (const { type, data } of events) {
      if (type === 'standing.set') standings.set(`${data.key} ${data.person}`, BigInt(String(data.amount)))
    }
  }

  const act: World['act'] = (type, payload, asked = {}) => {
    const kind = acts.get(type)
    if (!kind) return refused('act.unknown', `There is no act ${type}`, { type })
    const done = carryOut(kind, payload, asked, books, { seq: entries.length, atMs: clock.atMs, draw: null })
    if (!done.ok) return done
    // A log with anything undeclared in it could be checked by nobody.
    for (const event of done.value.events) declared.get(event.type)?.schema.parse(event) ?? fail(event)
    for (const [cid, text] of Object.entries(done.value.documents ?? {})) documents.set(cid, text)
    append(done.value.events, { kind: 'act', type, payload })
    return accepted(done.value.events)
  }
  return {
    act,
    given: (type, payload, asked) => {
      const done = act(type, payload, asked)
      if (!done.ok) throw new Error(`${type}: ${done.refusal.code}: ${done.refusal.reason}`)
    },
    put: (...events) => append(events),
    state: stream => folded.get(stream) ?? null,
    standing: (key, person) => standings.get(`${key} ${person}`) ?? 0n,
    streams: folded,
    entries,
    documents,
    clock,
  }
}

function fail({ type }: LogEvent): never {
  throw new Error(`Nobody declares the event ${type}`)
}

function carryOut(
  kind: ActType,
  payload: Payload,
  asked: Asked,
  books: Books,
  now: Parameters<ActType['execute']>[0]['now'],
) {
  const parsed = kind.payload.safeParse(payload)
  if (!parsed.success) return refused('act.invalid', parsed.error.issues[0]?.message ?? 'invalid')
  const { unit = 'organization', by = 'p-ada1', decision = null, ranking = null } = asked
  const act = { type: kind.type, unit, payload: deepFreeze(parsed.data), by }
  return kind.execute({ act, books, now, decision, ranking })
}

/** Every event onto the state of its stream; events of others are kept as they came, the last one of a stream. */
export function fold(capabilities: readonly Capability[], entry: Entry, states: Map<string, unknown>): void {
  for (const event of entry.events) {
    const kind = capabilities
      .flatMap(({ streams }) => streams)
      .find(({ kind }) => event.stream === kind || event.stream.startsWith(`${kind}/`))
    const before = (states.get(event.stream) ?? null) as never
    // As the store keeps it: JSON, so that a state with anything else in it fails.
    const after = kind
      ? kind.evolve(before, event, entry)
      : event.stream === 'rules'
        ? evolveRules(before, event)
        : personErasedBy(event) === null
          ? event.data
          : { erasedMs: entry.atMs }
    states.set(event.stream, deepFreeze(JSON.parse(JSON.stringify(after))))
  }
}

function booksOf(
  folded: ReadonlyMap<string, unknown>,
  standings: ReadonlyMap<string, bigint>,
  documents: ReadonlyMap<string, string>,
): Books {
  const absent = (): never => {
    throw new Error('a capability has no need of this')
  }
  return {
    stream: stream => folded.get(stream) ?? null,
    standing: (key, person) => standings.get(`${key} ${person}`) ?? 0n,
    pool: group => {
      const wanted =
        group.kind === 'council'
          ? `seat:${group.id}`
          : group.kind === 'role'
            ? `role:${group.role}`
            : 'member'
      return [...standings].flatMap(([key, amount]) => {
        const [of, person = ''] = key.split(' ')
        return of === wanted && amount > 0n ? [person] : []
      })
    },
    document: cid => documents.get(cid) ?? null,
    eligible: group => {
      const key = group.kind === 'role' ? `role:${group.role}` : 'member'
      const some = [...standings].filter(([of, amount]) => of.startsWith(`${key} `) && amount > 0n)
      return { members: some.length, weight: BigInt(some.length) }
    },
    ballot: absent,
    ballots: absent,
    delegations: absent,
    measure: absent,
  }
}

/** So that whoever changes what it was given fails. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFreeze(inner)
  }
  return value
}
