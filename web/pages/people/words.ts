// Words of the people page that depend on data: why handles are one, what a suggestion asks, refusals.
import type { Answer, Party, Problem } from '@equalizer/client'
import type { Headline } from '../../export/headline-lines.ts'
import { text } from '../../messages/text.ts'
import { count } from '../../words/format.ts'
import { problemWords as anyProblemWords } from '../../words/problem-words.ts'

export function ruleWords(rule: string): string {
  return text.people.rules[rule] ?? rule
}

export function botRuleWords(rule: string): string {
  return text.people.bots.rules[rule] ?? rule
}

export function problemWords(problem: Problem): string {
  return text.people.problems[problem.code] ?? anyProblemWords(problem)
}

export interface Question {
  readonly words: string
  /** Whether it asks for one employer and not for one person. */
  readonly isBond: boolean
  /** What they share: a mail domain, a login, a name. */
  readonly shared: string
}

const shapes = [
  { pattern: /^the same login, (.+): one person\?$/s, is: 'login' },
  { pattern: /^the same short name, (.+): one person\?$/s, is: 'shortName' },
  { pattern: /^names that look alike, (.+): one person\?$/s, is: 'looksAlike' },
  { pattern: /^the same mail domain, (.+): one employer\?$/s, is: 'domain' },
] as const

/** The measuring's own sentence, in the reader's language where its shape is known. */
export function questionOf(reason: string): Question {
  for (const { pattern, is } of shapes) {
    const shared = pattern.exec(reason)?.[1]
    if (shared === undefined) continue
    return { words: text.people.suggestions[is](shared), isBond: is === 'domain', shared }
  }
  return { words: reason, isBond: /employer\?$/.test(reason), shared: '' }
}

/** The bonds by which several people are one party, once each. */
export function bondsOf({ people }: Party): string[] {
  return [...new Set(people.flatMap(({ employer, payer, funder }) => [employer, payer, funder]))].filter(
    name => name !== null,
  )
}

type People = Answer<'GET /api/organizations/{organization}/people'>

/** The one sentence of the people page: how many parties, how many of them merged, what is still asked. */
export function peopleSentence({
  total,
  merged,
  suggestions,
}: Pick<People, 'total' | 'merged' | 'suggestions'>): Headline {
  const { headline } = text.people
  if (total === 0) return { lead: headline.none, alarm: '', rest: '' }
  return {
    lead: [headline.plain(count(total)), merged > 0 ? headline.merged(count(merged)) : '']
      .filter(Boolean)
      .join(' '),
    alarm: suggestions.length > 0 ? headline.open(count(suggestions.length)) : '',
    rest: '',
  }
}
