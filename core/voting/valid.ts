// Whether a choice that somebody sent is a ballot of a method; what is kept of it is a copy in one spelling.
import { accepted, type Result, refused } from '../refusal.ts'
import { ballotProblems, ballotReader } from './ballot-reader.ts'
import type { Choice, Method } from './method.ts'
import type { Settings } from './settings.ts'

/**
 * The choice as it will be counted, or a refusal `ballot.*`. null and empty ballots are accepted: they abstain.
 * Never throws, whatever JSON value `choice` is.
 *
 * @param options how many there are, already valid with the settings (`validSettings`)
 */
export function validChoice(
  method: Method,
  options: number,
  choice: unknown,
  settings: Settings = {},
): Result<Choice> {
  const reading = ballotReader(method, options, settings).read(choice)
  if (reading === 'counts' || reading === 'abstains') return accepted(copyOf(choice as Choice))
  return refused(reading, ballotProblems[reading], { method, options })
}

/** Adding 0 turns -0 into 0. */
function copyOf(choice: Choice): Choice {
  if (choice === null) return null
  if (typeof choice === 'number') return choice + 0
  if (isList(choice)) return choice.map(option => option + 0)
  return Object.fromEntries(Object.entries(choice).map(([option, value]) => [option, value + 0]))
}

function isList(choice: object): choice is readonly number[] {
  return Array.isArray(choice)
}
