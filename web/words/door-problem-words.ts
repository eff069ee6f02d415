// Why the one door would not let something through, in the reader's language where the code is known.
import { text } from '../messages/text.ts'
import { problemWords } from './problem-words.ts'

export function doorProblemWords(problem: Parameters<typeof problemWords>[0]): string {
  const { refusals } = text.act
  return Object.hasOwn(refusals, problem.code) ? (refusals[problem.code] ?? '') : problemWords(problem)
}
