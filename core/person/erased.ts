// Whether a person was erased: by themselves or by an act of the charter. What is known of them goes with the event; the log
// keeps the id, and nobody acts under it any more.
import type { Books } from '../kernel/books.ts'
import type { At, LogEvent } from '../log/entry.ts'
import type { Refusal } from '../refusal.ts'

/** The state of `person/<id>`; nothing else ever happens there. */
export interface ErasedPerson {
  /** UTC milliseconds. */
  readonly erasedMs: number
}

export type PersonErased = 'person.erased' | 'charter.person_erased'

const head = 'person/'
const types: ReadonlySet<string> = new Set<PersonErased>(['person.erased', 'charter.person_erased'])

/** The stream of the kernel on which an erasure stands, whoever asked for it. */
export const erasureStream = (person: string): string => `${head}${person}`
export const isErasureStream = (stream: string): boolean => stream.startsWith(head)

export function evolveErased(before: ErasedPerson | null, { type }: LogEvent, { atMs }: At): ErasedPerson {
  if (!types.has(type)) throw new Error(`${type} does not happen to a person`)
  return before ?? { erasedMs: atMs }
}

export function erasureEvent(type: PersonErased, person: string): LogEvent {
  return { stream: erasureStream(person), type, data: { person } }
}

/** Of an event: the id of who is erased by it; null: nobody is. */
export function personErasedBy({ stream, type }: LogEvent): string | null {
  return isErasureStream(stream) && types.has(type) ? stream.slice(head.length) : null
}

/** Code: `person.erased` (facts: person, erasedMs). */
export function erasedProblem(books: Pick<Books, 'stream'>, person: string): Refusal | null {
  const state = books.stream(erasureStream(person)) as ErasedPerson | null
  if (state === null) return null
  const reason = 'This person was erased here: nobody acts under this id any more'
  return { code: 'person.erased', reason, facts: { person, erasedMs: state.erasedMs } }
}
