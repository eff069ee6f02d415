// What acts and events are about, as a reader spells it: people and accounts by name, money in its decimals, times, counts.
import type { Called } from '@equalizer/client/contract'
import type { Fact } from '../messages/fact.ts'
import { text } from '../messages/text.ts'
import { count, exact, instant } from './format.ts'
import { moneyWords } from './money.ts'
import { periodWords } from './period-words.ts'
import { plainText } from './plain-text.ts'

/** An act or an event with what it says. */
export interface Told {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Of whoever reads: what ids are called. */
export interface Naming {
  /** null: erased; undefined: not known here. */
  readonly person: (id: string) => string | null | undefined
  readonly unit: (id: string) => string
  /** A class of a unit. */
  readonly class?: (unit: string, id: string) => string
  /** By stream, `treasury/account/main`; undefined: it has no name but its id. */
  readonly called: (stream: string) => Called | undefined
}

/** From the answers that carry them. */
export const calledIn =
  (called: Readonly<Record<string, Called>>): Naming['called'] =>
  stream =>
    Object.hasOwn(called, stream) ? called[stream] : undefined

/** A person's id from the log as a name: their own, that they were erased, or the id itself. */
export function personWords(id: string, naming: Pick<Naming, 'person'>): string {
  const name = naming.person(id)
  if (name === null) return text.decisions.erased
  return plainText(name ?? id)
}

type Data = Told['data']

const isRecord = (value: unknown): value is Data =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const own = (words: Readonly<Record<string, string>>, key: unknown): string | null =>
  typeof key === 'string' && Object.hasOwn(words, key) ? (words[key] ?? null) : null

/** A party of a payment, a person, a group, or plain text. */
function named(value: unknown, naming: Naming): string | null {
  if (typeof value === 'string')
    return /^p-[a-z0-9]{4,40}$/.test(value) ? personWords(value, naming) : plainText(value) || null
  if (typeof value === 'number') return count(value)
  if (!isRecord(value)) return null
  if (typeof value.person === 'string') return personWords(value.person, naming)
  return typeof value.name === 'string' ? plainText(value.name) || null : null
}

/** How many, of what was a list or came as its length. */
const lengthOf = (value: unknown): number | null =>
  Array.isArray(value) ? value.length : typeof value === 'number' ? value : null

/** What the thing of this id is called, else the id. */
const byStream =
  (kind: string) =>
  (value: unknown, naming: Naming): string | null =>
    typeof value === 'string'
      ? plainText(naming.called(`${kind}/${value}`)?.name ?? value)
      : named(value, naming)

const account = byStream('treasury/account')
const group = byStream('group')

function scopeWords(value: unknown, naming: Naming): string | null {
  if (!isRecord(value)) return null
  const { kind, unit, class: id } = value
  const words = text.titles.scopes
  if (kind === 'everything') return words.everything
  if (typeof unit !== 'string') return null
  if (kind === 'unit') return words.unit(naming.unit(unit))
  const name = typeof id === 'string' ? (naming.class?.(unit, id) ?? id) : ''
  return words.class(plainText(name), naming.unit(unit))
}

/** `Shared from 40, Community from 70`; null: of another form. */
export function gatesWords(value: unknown): string | null {
  if (!Array.isArray(value)) return null
  const said = value.filter(isRecord).map(({ stage, atLeast }) => {
    const name = text.stages[Number(stage)]
    return name === undefined ? null : text.moving.groups.gateSaid(name, count(Number(atLeast)))
  })
  return said.length === 0 ? text.moving.groups.gatesNone : said.filter(Boolean).join(', ')
}

/** What is held: `asset:GOV`, `score:work`, a seat. */
function heldWords(value: unknown, naming: Naming): string | null {
  const [, kind, word] = /^(asset|score|seat):(.+)$/.exec(String(value)) ?? []
  if (kind === undefined || word === undefined) return null
  if (kind === 'seat') return text.titles.held.seat(group(word, naming) ?? word)
  return kind === 'asset' ? text.titles.held.asset(plainText(word)) : text.titles.held.score(plainText(word))
}

/** The last moment that a date can be (ECMA-262, 21.4.1.1). */
const latestMs = 8.64e15

function momentWords(value: unknown): string | null {
  const ms = Number(value)
  return Number.isSafeInteger(ms) && Math.abs(ms) <= latestMs ? instant(new Date(ms).toISOString()) : null
}

/** What somebody has from then on; nothing where they have none of it. */
function holdingWords({ key, amount }: Data, naming: Naming): string | null {
  const [, kind, word] = /^(asset|score|seat):(.+)$/.exec(String(key)) ?? []
  if (kind === undefined || word === undefined || typeof amount !== 'string' || !/^\d{1,80}$/.test(amount))
    return null
  if (kind === 'asset') return moneyWords({ amount, currency: word })
  if (kind === 'score') return text.titles.points(exact(amount), plainText(word))
  const until = amount === '0' ? null : momentWords(amount)
  return until === null ? null : text.titles.seat(group(word, naming) ?? word, until)
}

type Spell = (value: unknown, data: Data, naming: Naming) => string | null

const people: Spell = value => {
  const n = lengthOf(value)
  return n === null ? null : text.titles.people(count(n))
}

const spelled: Readonly<Record<string, Spell>> = {
  unit: (value, _, naming) => (typeof value === 'string' ? plainText(naming.unit(value)) : null),
  account: (value, _, naming) => account(value, naming),
  other: (value, _, naming) => account(value, naming),
  item: (value, _, naming) => byStream('curation/item')(value, naming),
  tool: (value, _, naming) => byStream('lending/tool')(value, naming),
  group: (value, _, naming) => group(value, naming),
  id: (value, _, naming) => group(value, naming),
  every: periodWords,
  period: periodWords,
  scope: (value, _, naming) => scopeWords(value, naming),
  candidates: people,
  standings: people,
  gates: gatesWords,
  key: (value, _, naming) => heldWords(value, naming),
  role: value => own(text.titles.roles, value) ?? (typeof value === 'string' ? plainText(value) : null),
  kind: value => own(text.titles.edits, value),
  dueMs: momentWords,
  decimals: value => (typeof value === 'number' ? text.titles.places(count(value)) : null),
  days: value => (typeof value === 'number' ? text.format.duration.days(count(value)) : null),
  holding: (_, data, naming) => holdingWords(data, naming),
}

/** Decimals are an event's own, else those its currency was declared with. */
function money(amount: unknown, { currency, decimals }: Data, naming: Naming): string | null {
  const declared =
    typeof currency === 'string' ? naming.called(`treasury/currency/${currency}`)?.decimals : null
  return moneyWords({ amount, currency, decimals: decimals ?? declared })
}

/** null: there is none of that name, or it is of another form. */
export function spelledFact({ type, data }: Told, naming: Naming, name: string): string | null {
  if (name === 'money') return money(data.amount, data, naming)
  if (name === 'cap') return money(data.capPerPayment, data, naming)
  const value = data[name]
  // Between two accounts, and not to or from somebody outside.
  const isAccount = type.startsWith('treasury.') && (name === 'from' || name === 'to')
  if (isAccount && typeof value === 'string') return account(value, naming)
  const spell = Object.hasOwn(spelled, name) ? spelled[name] : undefined
  return spell ? spell(value, data, naming) : named(value, naming)
}

export interface Facts {
  readonly fact: Fact
  /** Whether everything that was asked for is there. */
  readonly isWhole: () => boolean
}

/** What is missing says so, and is remembered. */
export function factsOf(told: Told, naming: Naming): Facts {
  let whole = true
  const fact = (name: string): string => {
    const words = spelledFact(told, naming, name)
    if (words === null) whole = false
    return words ?? text.titles.unclear
  }
  const maybe = (name: string, say: (words: string) => string): string => {
    const words = spelledFact(told, naming, name)
    return words === null ? '' : say(words)
  }
  return { fact: Object.assign(fact, { maybe }), isWhole: () => whole }
}
