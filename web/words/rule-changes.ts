// What a change of a unit's classes comes to: class by class the rule before and after, in sentences.
import { text } from '../messages/text.ts'
import { count } from './format.ts'
import { plainText } from './plain-text.ts'
import { type GroupNames, type Rule, ruleSentence, ruleSentences } from './rule-words.ts'

export interface RuledClass {
  readonly id: string
  readonly name: string
  readonly consequence?: number
  readonly filter?: unknown
  readonly rule: Rule
}

/** null: of another form. */
export function classesIn(data: Readonly<Record<string, unknown>> | null): readonly RuledClass[] | null {
  const classes = data?.classes
  return Array.isArray(classes) && classes.every(one => one?.rule?.decide?.process)
    ? (classes as RuledClass[])
    : null
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

/** Whatever the order of its keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}

/** Short where the short sentences tell them apart, else the lines of the long ones that differ. */
function ruleChange(name: string, before: Rule, now: Rule, nameOf: GroupNames): string[] {
  const words = text.ruleChanges
  if (same(before, now)) return []
  const what = words.class(name)
  const [was, is] = [ruleSentence(before, nameOf), ruleSentence(now, nameOf)]
  if (was !== is) return [words.before(what, was, is)]
  const [old, fresh] = [ruleSentences(before, nameOf), ruleSentences(now, nameOf)]
  const gone = old.filter(line => !fresh.includes(line))
  const come = fresh.filter(line => !old.includes(line))
  if (gone.length > 0 && come.length > 0) return [words.before(what, gone.join(' '), come.join(' '))]
  const sides = ({ center, edge }: Rule) => words.fromTo(nameOf(center), nameOf(edge))
  if (sides(before) !== sides(now)) return [words.sides(name, sides(before), sides(now))]
  return [words.now(name, [...gone, ...come].join(' ') || is)]
}

function classChange(before: RuledClass, now: RuledClass, nameOf: GroupNames): string[] {
  const words = text.ruleChanges
  const name = plainText(now.name)
  return [
    ...(before.name === now.name ? [] : [words.renamed(plainText(before.name), name)]),
    ...ruleChange(name, before.rule, now.rule, nameOf),
    ...(before.consequence === now.consequence
      ? []
      : [words.weight(name, count(before.consequence ?? 0), count(now.consequence ?? 0))]),
    ...(same(before.filter, now.filter) ? [] : [words.filter(name)]),
  ]
}

/** `before` null: not known here, so that only what is in force from then on is said. */
export function classChanges(
  before: readonly RuledClass[] | null,
  now: readonly RuledClass[],
  nameOf: GroupNames,
): string[] {
  const words = text.ruleChanges
  const said = (one: RuledClass) => words.now(plainText(one.name), ruleSentence(one.rule, nameOf))
  if (before === null) return now.map(said)
  if (before.length === 0) return [words.ungoverned, ...now.map(said)]
  const [old, fresh] = [idsOf(before), idsOf(now)]
  const lines = [
    ...now.flatMap(one => {
      const was = before.find(({ id }) => id === one.id)
      if (was) return classChange(was, one, nameOf)
      return [words.added(plainText(one.name), ruleSentence(one.rule, nameOf))]
    }),
    ...before.filter(({ id }) => !fresh.includes(id)).map(({ name }) => words.removed(plainText(name))),
  ]
  if (lines.length > 0) return lines
  return [same(old, fresh) ? words.same : words.order]
}

const idsOf = (classes: readonly RuledClass[]): string[] => classes.map(({ id }) => id)
