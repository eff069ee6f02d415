// Rules in plain words, in both languages: each part of a rule is said, and nothing that it does not have.

import { afterEach, describe, expect, test } from 'vitest'
import { de } from '../messages/de.ts'
import { en } from '../messages/en.ts'
import { speak } from '../messages/text.ts'
import type { Rule } from './rule-words.ts'
import { groupNames, ruleSentence, ruleSentences, stepsSentence } from './rule-words.ts'
import { fractionWords, voteWords } from './rule-words-vote.ts'

const day = 86_400_000
const vote = {
  method: 'single-choice',
  quorum: '1/5',
  abstentionsCount: true,
  threshold: '1/2',
  reach: 'more-than',
  thresholdOf: 'counted',
  earlyClose: false,
  extension: null,
} as const

const team: Rule = {
  center: 'team',
  edge: 'community',
  propose: 'team',
  advise: null,
  decide: { group: 'team', process: { kind: 'some', of: 1, windowMs: 5 * day } },
  veto: null,
  pause: null,
  delayMs: 0,
  expiresMs: 30 * day,
  change: null,
}
const byVote: Rule = {
  ...team,
  propose: 'community',
  decide: { group: 'community', process: { kind: 'vote', windowMs: 5 * day, vote } },
}
const nameOf = groupNames([
  { group: { id: 'team', name: 'Team' } },
  { group: { id: 'community', name: 'Community' } },
])

afterEach(() => speak(en))

describe('one sentence', () => {
  test('from Team to Autonomous', () => {
    expect(ruleSentence(team, nameOf)).toBe('Any one of Team decides.')
    const advise = { group: 'community', windowMs: 3 * day, vote, answerMs: 7 * day }
    expect(ruleSentence({ ...team, advise }, nameOf)).toBe(
      'Community advises for 3 days; any one of Team decides.',
    )
    const veto = { group: 'team', windowMs: 2 * day, needs: 1 }
    expect(ruleSentence({ ...byVote, veto }, nameOf)).toBe(
      'Community votes for 5 days; Team may veto within 2 days.',
    )
    const pause = { group: 'council', needs: 2, lapsesMs: 14 * day, ratifiedBy: 'community', vote }
    expect(ruleSentence({ ...byVote, pause, delayMs: day }, nameOf)).toBe(
      'Community votes for 5 days; 2 of council may pause it once, for 14 days at most; it is carried out 1 day later.',
    )
  })

  test('approvals and consent', () => {
    const some = { kind: 'some', of: 2, windowMs: 36 * 3_600_000 } as const
    expect(ruleSentence({ ...team, decide: { group: 'team', process: some } }, nameOf)).toBe(
      '2 of Team approve within 36 hours.',
    )
    const consent = { kind: 'consent', windowMs: 5 * day, objections: 1 } as const
    expect(ruleSentence({ ...team, decide: { group: 'team', process: consent } }, nameOf)).toBe(
      'It passes after 5 days unless someone of Team objects.',
    )
  })

  test('in German', () => {
    speak(de)
    const veto = { group: 'team', windowMs: 2 * day, needs: 1 }
    expect(ruleSentence({ ...byVote, veto }, nameOf)).toBe(
      'Community stimmt ab (Frist 5 Tage); Team kann ein Veto einlegen (Frist 2 Tage).',
    )
  })
})

test('all that a rule says, a sentence a line', () => {
  const change = { group: 'community', windowMs: 5 * day, vote: { ...vote, threshold: '2/3' } }
  expect(ruleSentences({ ...byVote, change }, nameOf)).toEqual([
    'Whoever is in Community may propose.',
    'Community votes for 5 days: single choice; more than half of what is cast for an option; a fifth or more must take part.',
    'What was decided and could not be carried out expires after 30 days.',
    'This rule is changed by Community alone, in a vote of 5 days: single choice; more than two thirds of what is cast for an option; a fifth or more must take part.',
  ])
})

test('a vote without a quorum, closing early, put off by a late quorum', () => {
  const extension = { lastMs: day, byMs: 2 * day, atMost: 3 }
  expect(voteWords({ ...vote, quorum: '0/1', earlyClose: true, extension })).toBe(
    'single choice; more than half of what is cast for an option; no quorum; closes as soon as nothing can change any more, so a ballot is final; where the quorum comes only in the last 24 hours, it stays open for 2 days more, at most 3 times',
  )
})

test('a share is a word where it has one, a percentage where that is exact, else the fraction', () => {
  expect(['2/3', '3/5', '3/7', '1/1'].map(fractionWords)).toEqual(['two thirds', '60%', '3/7', 'all'])
})

test('the steps that lie ahead; none of them is at once', () => {
  expect(stepsSentence([])).toBe('It is done at once.')
  const steps = [
    { phase: 'advice', groupName: 'Community', ms: 3 * day },
    { phase: 'answer', groupName: 'Team', ms: 7 * day },
    { phase: 'approvals', groupName: 'Team', ms: 5 * day },
  ]
  expect(stepsSentence(steps)).toBe('Community advises for 3 days; Team approves within 5 days.')
})
