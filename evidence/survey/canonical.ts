// What hashes are made over: JSON in one spelling, and the facts of a surface as sorted lines.
import { type Facts, noDay } from '@equalizer/measure'

/** JSON with sorted keys and no spaces. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/** One line a fact: actor, day, what about, choice, required, weight; sorted as text. */
export function factLines(facts: Facts): string[] {
  const lines: string[] = []
  for (let row = 0; row < facts.size; row += 1) lines.push(factLine(facts, row))
  return lines.sort()
}

export function factLine(facts: Facts, row: number): string {
  const about = facts.about[row] as number
  return JSON.stringify([
    facts.actors.list[facts.actor[row] as number] ?? '',
    facts.day[row] === noDay ? '' : String(facts.day[row]),
    facts.abouts.list[about] ?? '',
    facts.choices.list[facts.choice[row] as number] ?? '',
    facts.required.get(about) ?? '',
    facts.weight(row).toString(),
  ])
}
