// How a vote is counted: method, quorum, what the winner needs, whether it closes early.
import { text } from '../../../messages/text.ts'
import { Switch } from '../../../parts/choices.tsx'
import { Select } from '../../../parts/select.tsx'
import { fractionWords, thresholdWords } from '../../../words/rule-words-vote.ts'
import type { Rule } from './classes.ts'

export type Vote = NonNullable<Rule['advise']>['vote']

export const votePlain = (quorum: string): Vote => ({
  method: 'single-choice',
  quorum,
  abstentionsCount: true,
  threshold: '1/2',
  reach: 'more-than',
  thresholdOf: 'counted',
  earlyClose: false,
  extension: null,
})

export const voteTwoThirds: Vote = { ...votePlain('1/3'), threshold: '2/3', reach: 'at-least' }

const methods = [
  'single-choice',
  'approval',
  'weighted',
  'quadratic',
  'score',
  'instant-runoff',
  'schulze',
  'copeland',
] as const
const quorums = ['0/1', '1/10', '1/5', '1/4', '1/3', '1/2', '2/3']
const thresholds = [
  ['1/2', 'more-than'],
  ['3/5', 'at-least'],
  ['2/3', 'at-least'],
  ['3/4', 'at-least'],
] as const

/** What is held against all voters is possible for some methods only; for points a most is needed. */
function withMethod(vote: Vote, method: Vote['method']): Vote {
  const { scoreMax, ...rest } = vote
  return {
    ...rest,
    method,
    thresholdOf:
      method === 'quadratic' || method === 'schulze' || method === 'copeland' ? 'counted' : rest.thresholdOf,
    ...(method === 'score' ? { scoreMax: scoreMax ?? 10 } : {}),
  }
}

export function VoteEditor({
  vote,
  onChange,
}: {
  readonly vote: Vote
  readonly onChange: (vote: Vote) => void
}) {
  const words = text.moving.rule
  const needs = `${vote.threshold} ${vote.reach}`
  const known = thresholds.some(([threshold, reach]) => `${threshold} ${reach}` === needs)
  const all = known ? thresholds : [[vote.threshold, vote.reach] as const, ...thresholds]
  return (
    <div className="move-vote">
      <div className="move-pair">
        <Select
          label={words.method}
          value={vote.method}
          onChange={method => onChange(withMethod(vote, method))}
          options={methods.map(method => ({ value: method, label: text.rules.methods[method] }))}
        />
        <Select
          label={words.quorum}
          value={vote.quorum}
          onChange={quorum => onChange({ ...vote, quorum })}
          options={[...new Set([vote.quorum, ...quorums])].map(quorum => ({
            value: quorum,
            label: quorum.startsWith('0/') ? text.rules.noQuorum : fractionWords(quorum),
          }))}
        />
        <Select
          label={words.threshold}
          value={needs}
          onChange={value => {
            const [threshold = '1/2', reach = 'more-than'] = value.split(' ')
            onChange({ ...vote, threshold, reach: reach as Vote['reach'] })
          }}
          options={all.map(([threshold, reach]) => ({
            value: `${threshold} ${reach}`,
            label: thresholdWords({ ...vote, threshold, reach }),
          }))}
        />
      </div>
      <Switch isSelected={vote.earlyClose} onChange={earlyClose => onChange({ ...vote, earlyClose })}>
        {words.earlyClose}
      </Switch>
    </div>
  )
}
