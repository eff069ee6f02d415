// The fields of an act one by one, as a reader spells them: amounts, names, choices, lists; nothing of it is JSON.
import { text } from '../messages/text.ts'
import { type Naming, personWords, spelledFact, type Told } from './facts.ts'
import { fieldWords } from './field-words.ts'
import { exact } from './format.ts'

type Data = Told['data']

/** Read in a field of its own, so that a person's text stands there whole; what is deeper than this is left out. */
const depthAtMost = 4
const partsAtMost = 1_000

const isParts = (value: unknown): value is Data | readonly unknown[] =>
  value !== null && typeof value === 'object'

function choiceWords(value: string): string | null {
  const { choices } = text.act
  return Object.hasOwn(choices, value) ? (choices[value] ?? null) : null
}

/** A kind or a length of time is one of a few; a name that happens to be spelled like one stays a name. */
const chosen = new Set(['kind', 'every', 'period'])

function plain(name: string, value: string, naming: Naming): string {
  if (/^p-[a-z0-9]{4,40}$/.test(value)) return personWords(value, naming)
  if (name === 'amount' && /^\d{1,80}$/.test(value)) return exact(value)
  return (chosen.has(name) ? choiceWords(value) : null) ?? value
}

/** What has a kind is said first, and then of which kind it is: `Hetzner (A vendor)`. */
function ofKind(value: Data, naming: Naming, depth: number): string | null {
  const { kind, ...rest } = value
  const said = typeof kind === 'string' ? choiceWords(kind) : null
  if (said === null) return null
  const words = Object.entries(rest).map(([name, part]) => partWords(name, part, naming, depth - 1))
  return words.length === 0 ? said : `${words.join(', ')} (${said})`
}

function partWords(name: string, value: unknown, naming: Naming, depth: number): string {
  if (typeof value === 'string') return plain(name, value, naming)
  if (!isParts(value)) return value === null ? text.act.none : String(value)
  if (depth === 0) return '…'
  const list = Array.isArray(value)
  const kind = list ? null : ofKind(value as Data, naming, depth)
  if (kind !== null) return kind
  const parts = (list ? value.map(one => ['', one] as const) : Object.entries(value)).slice(0, partsAtMost)
  const said = parts.map(([key, part]) => {
    const words = partWords(key, part, naming, depth - 1)
    return key === '' ? words : `${fieldWords(key)}: ${words}`
  })
  return said.join(list && parts.some(([, part]) => isParts(part)) ? '; ' : ', ')
}

/** What money, accounts and the like are by another name than their field's. */
const asked: Readonly<Record<string, string>> = { amount: 'money', capPerPayment: 'cap' }
/** Spelled as in a sentence; the others stand as they were written, whole. */
const known = new Set(['amount', 'capPerPayment', 'account', 'from', 'to', 'item', 'tool', 'group', 'days'])

/** One field; people's own words stay as they are. */
export function fieldValue(told: Told, name: string, naming: Naming): string {
  const value = told.data[name]
  const own = known.has(name) ? spelledFact(told, naming, asked[name] ?? name) : null
  // Who is on the other side is said with what they are.
  if (own !== null && !isParts(value)) return own
  return partWords(name, value, naming, depthAtMost)
}
