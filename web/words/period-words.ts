// A calendar period as a reader calls it, or how often something happens.
import { text } from '../messages/text.ts'
import { monthOf } from './format.ts'
import { plainText } from './plain-text.ts'

/** `2026-03`, `2026-Q1`, `2026`, `month`. null: of another form. */
export function periodWords(value: unknown): string | null {
  if (typeof value !== 'string') return null
  if (Object.hasOwn(text.titles.spans, value)) return text.titles.spans[value] ?? null
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(value)) return monthOf(`${value}-01`)
  const [, year, quarter] = /^(\d{4,6})-Q([1-4])$/.exec(value) ?? []
  if (year && quarter) return text.titles.quarter(quarter, year)
  return plainText(value)
}
