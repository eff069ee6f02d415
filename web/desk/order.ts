// In what order units stand on the desk, and which of them a filter leaves.
import { verdictOf } from '../words/said-words.ts'
import { gapOf } from '../words/unit-words.ts'
import type { DeskUnit } from './desk-unit.ts'

export const orders = ['charter', 'weakest', 'gap', 'name', 'coverage'] as const
export type Order = (typeof orders)[number]

export function isOrder(value: unknown): value is Order {
  return orders.some(order => order === value)
}

/** A score that is not known stands behind every known one, for it says nothing about weak or strong. */
const unknownLast = (value: number | null): number => value ?? Number.POSITIVE_INFINITY

function compareBy(order: Order, locale: string): (a: DeskUnit, b: DeskUnit) => number {
  const names = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  const difference = (a: number, b: number) => (a === b ? 0 : a - b)
  switch (order) {
    case 'charter':
      return () => 0
    case 'name':
      return (a, b) => names.compare(a.name, b.name)
    case 'weakest':
      return (a, b) => difference(unknownLast(a.measured.score), unknownLast(b.measured.score))
    case 'gap':
      return (a, b) => difference(unknownLast(negative(gapOf(a))), unknownLast(negative(gapOf(b))))
    case 'coverage':
      return (a, b) => difference(a.coverage, b.coverage)
  }
}

const negative = (value: number | null): number | null => (value === null ? null : -value)

/** Equal ones keep the charter's order. */
export function inOrder<Unit extends DeskUnit>(units: readonly Unit[], order: Order, locale: string): Unit[] {
  return order === 'charter' ? [...units] : units.toSorted(compareBy(order, locale))
}

/** Every word of the filter must stand in the unit's name, id or verdict; an empty filter leaves all. */
export function matching<Unit extends DeskUnit>(units: readonly Unit[], filter: string): readonly Unit[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return units
  return units.filter(unit => {
    const text = `${unit.name} ${unit.id} ${verdictOf(unit.explanation)}`.toLowerCase()
    return words.every(word => text.includes(word))
  })
}
