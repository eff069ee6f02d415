// What the events of an entry are about, as a reader spells it: people by name, units by theirs, money in its own decimals.
import { logWords } from '../../messages/log-words.ts'
import { text } from '../../messages/text.ts'
import { money } from './money.ts'

export interface LogEvent {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Of whoever reads: what ids are called. */
export interface Naming {
  /** null: erased; undefined: not known here. */
  readonly person: (id: string) => string | null | undefined
  readonly unit: (id: string) => string
}

/** A person's id from the log as a name: their own, that they were erased, or the id itself. */
export function personWords(id: string, naming: Naming): string {
  const name = naming.person(id)
  if (name === null) return text.decisions.erased
  return name ?? id
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** A party of a payment, a group, or plain text. */
function named(value: unknown, naming: Naming): string {
  if (typeof value === 'string') return /^p-[a-z0-9]{4,40}$/.test(value) ? personWords(value, naming) : value
  if (typeof value === 'number') return String(value)
  if (!isRecord(value)) return logWords().log.unclear
  if (typeof value.person === 'string') return personWords(value.person, naming)
  return typeof value.name === 'string' ? value.name : logWords().log.unclear
}

/** The facts of an event by name; `money` is put together of amount, decimals and currency. What is missing says so. */
export function factsOf({ data }: LogEvent, naming: Naming): (name: string) => string {
  return name => {
    if (name === 'money') return money(data) ?? logWords().log.unclear
    if (name === 'unit' && typeof data.unit === 'string') return naming.unit(data.unit)
    return named(data[name], naming)
  }
}
