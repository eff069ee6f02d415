// A choice as it is written on the command line, in the options of the decision.
import { Stop } from '../stop.ts'
import { harmless } from '../terminal/text.ts'

export type Choice = number | number[] | Record<string, number> | null

export interface Options {
  /** In the order in which ballots count them: `for`, `against`; or candidates' ids. */
  readonly options: readonly string[]
  /** Of the people among them. */
  readonly names: Readonly<Record<string, string | null>>
}

/**
 * `for`; `abstain`; `Ada,Ben` (several, or best first); `Ada=3,Ben=1` (points, or ranks); or JSON as the server takes it.
 * Refuses (`cli.usage`) an option that is not there.
 */
export function choiceOf(text: string, options: Options): Choice {
  if (text === 'abstain') return null
  if (/^[[{]/.test(text)) return jsonOf(text)
  const parts = text.split(',').map(part => /^(.*?)(?:=(\d{1,7}))?$/s.exec(part.trim()) ?? ['', ''])
  if (parts.some(([, , points]) => points !== undefined)) {
    return Object.fromEntries(
      parts.map(([, name = '', points]) => [String(indexOf(name, options)), Number(points ?? 1)]),
    )
  }
  const indexes = parts.map(([, name = '']) => indexOf(name, options))
  return indexes.length === 1 && !text.includes(',') ? (indexes[0] as number) : indexes
}

function indexOf(name: string, { options, names }: Options): number {
  const exact = options.indexOf(name)
  if (exact >= 0) return exact
  const called = options.flatMap((option, index) =>
    names[option]?.toLowerCase() === name.toLowerCase() ? [index] : [],
  )
  const [only, ...others] = called
  if (only !== undefined && others.length === 0) return only
  const all = options.map(option => names[option] ?? option).join(', ')
  const why = only === undefined ? 'is no option' : 'is the name of several'
  throw new Stop({
    code: 'cli.usage',
    reason: harmless(`${JSON.stringify(name)} ${why}; there are ${all}, and abstain.`),
  })
}

function jsonOf(text: string): Choice {
  try {
    return JSON.parse(text) as Choice
  } catch {
    throw new Stop({ code: 'cli.usage', reason: `A choice is an option or JSON, not ${harmless(text)}.` })
  }
}
