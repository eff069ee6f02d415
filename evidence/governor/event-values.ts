// The values of Governor events as exports spell them: ids, supports and integers that went through floats or hex.
import { accepted, type Result, refused } from '@equalizer/core'

/** A whole number of 256 bits at most, in decimal: `43`, `43.0` and `0x2b` are 43; a float's exponent has lost digits. */
export function wholeNumber(text: string): string | null {
  const plain = /^(\d{1,78})(\.0*)?$/.exec(text)?.[1]
  if (plain !== undefined) return plain.replace(/^0+(?=\d)/, '')
  return /^0x[0-9a-fA-F]{1,64}$/.test(text) ? BigInt(text).toString() : null
}

export function proposalId(text: string): Result<string> {
  if (text === '') return refused('evidence.empty_proposal', 'The event names no proposal')
  const id = wholeNumber(text)
  if (id !== null) return accepted(id)
  const isFloat = /^\d[\d.]*e[+]?\d+$/i.test(text)
  const reason = isFloat
    ? 'The proposal’s id was written as a floating-point number and has lost its digits'
    : 'This is not the id of a proposal'
  return refused('evidence.bad_proposal', reason, {
    what: isFloat ? 'float' : 'other',
    id: text.slice(0, 80),
  })
}

const choices: Readonly<Record<string, string>> = {
  // Governor Alpha: a boolean. Bravo and OpenZeppelin: VoteType 0 against, 1 for, 2 abstain.
  false: 'against',
  true: 'for',
  0: 'against',
  1: 'for',
  2: 'abstain',
  against: 'against',
  for: 'for',
  abstain: 'abstain',
}

/** `for`, `against`, `abstain`; other vote types (uint8) of extended governors keep their number. */
export function choiceOf(support: string): Result<string> {
  const folded = support.toLowerCase()
  const key = wholeNumber(folded) ?? folded
  const choice = Object.hasOwn(choices, key) ? choices[key] : undefined
  if (choice !== undefined) return accepted(choice)
  if (/^\d{1,3}$/.test(key) && Number(key) <= 255) return accepted(key)
  return refused('evidence.bad_support', 'The support is neither for, against, abstain nor a vote type', {
    support: support.slice(0, 60),
  })
}

/** The first line of a description that says anything, without Markdown's signs of a heading; '' where there is none. */
export function titleOf(description: string): string {
  const line =
    description
      .slice(0, 4_000)
      .split(/\r\n|[\r\n]|\\n/)
      .find(text => /[\p{L}\p{N}]/u.test(text)) ?? ''
  return line
    .replace(/^[\s#*]+/, '')
    .replace(/[\s*]+$/, '')
    .slice(0, 200)
}
