// How a vote is counted, in plain words: method, quorum, threshold, and when it closes.
import type { UnitRules } from '@equalizer/client/contract'
import { text } from '../messages/text.ts'
import { count, duration, share } from './format.ts'

type VoteRule = NonNullable<UnitRules['classes'][number]['rule']['advise']>['vote']

/** A fraction of a rule, `2/3`, as words where it has some: `half`, `two thirds`, else as a percentage. */
export function fractionWords(fraction: string): string {
  const known: Readonly<Record<string, string>> = text.rules.fractions
  if (Object.hasOwn(known, fraction)) return known[fraction] ?? fraction
  const [numerator = 0, denominator = 1] = fraction.split('/').map(Number)
  const exact = (numerator * 100) % denominator === 0
  return exact ? share(numerator / denominator) : fraction
}

export function thresholdWords({ threshold, reach, thresholdOf }: VoteRule): string {
  const words = text.rules
  const of = words.thresholdOf[thresholdOf]
  return reach === 'more-than'
    ? words.moreThan(fractionWords(threshold), of)
    : words.atLeast(fractionWords(threshold), of)
}

export function quorumWords({ quorum, abstentionsCount }: VoteRule): string {
  const words = text.rules
  if (quorum.startsWith('0/')) return words.noQuorum
  return abstentionsCount ? words.quorum(fractionWords(quorum)) : words.quorumWithout(fractionWords(quorum))
}

/** `single choice; more than half of what is cast; at least a fifth takes part` */
export function voteWords(rule: VoteRule): string {
  const words = text.rules
  const { extension } = rule
  return [
    words.methods[rule.method],
    thresholdWords(rule),
    quorumWords(rule),
    ...(rule.earlyClose ? [words.earlyClose] : []),
    ...(extension
      ? [words.extension(duration(extension.byMs), duration(extension.lastMs), count(extension.atMost))]
      : []),
  ].join('; ')
}
