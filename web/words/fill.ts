// A sentence of the message files with its places filled from facts: {name}, {name:day}, {needs:money}, {count|row|rows}.
import { text } from '../messages/text.ts'
import { bytes, count, day, figure } from './format.ts'
import { moneyWords } from './money.ts'
import { periodWords } from './period-words.ts'

export type Facts = Readonly<Record<string, string | number | boolean | null>>

/** Name, how it is spelled, and the word for one and for several that follows a number. */
const place = /\{(\w+)(?::(\w+))?(?:\|([^|}]*)\|([^|}]*))?\}/g

/** The names of a sentence's places, each once, in the order of the alphabet. */
export function placesIn(template: string): string[] {
  return [...new Set([...template.matchAll(place)].map(([, name]) => name as string))].sort()
}

/** null: a fact is missing, so that the sentence would have a hole. */
export function fill(template: string, facts: Facts): string | null {
  let isWhole = true
  const filled = template.replace(place, (_, name: string, form?: string, one?: string, many?: string) => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : null
    const spelled = form === 'money' ? amountOf(fact, facts) : spell(fact, form)
    if (spelled === null) isWhole = false
    if (one === undefined) return spelled ?? ''
    return `${spelled} ${facts[name] === 1 ? one : many}`
  })
  return isWhole ? filled : null
}

/** In the currency and the decimals that stand beside it. */
function amountOf(amount: Facts[string] | undefined, { currency, decimals }: Facts): string | null {
  return moneyWords({ amount: typeof amount === 'number' ? String(amount) : amount, currency, decimals })
}

function spell(fact: Facts[string] | undefined, form: string | undefined): string | null {
  if (fact === null || fact === undefined) return null
  if (typeof fact === 'number') {
    if (form === 'plain') return String(fact)
    if (form === 'bytes') return bytes(fact)
    return Number.isInteger(fact) ? count(fact) : figure(fact)
  }
  const said = String(fact)
  if (form === 'day') return /^\d{4}-\d\d-\d\d$/.test(said) ? day(said) : null
  if (form === 'period') return periodWords(said)
  if (form === 'schema') return schemaSentence(said)
  return said
}

/** What the charter's schema says in English, in the reader's language. */
function schemaSentence(english: string): string | null {
  const sentences = text.schemaSentences
  if (sentences === null) return english
  return (Object.hasOwn(sentences, english) ? sentences[english] : undefined) ?? null
}
