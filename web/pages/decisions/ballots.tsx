// Who cast which ballot, page by page, once somebody asks for them.
import type { Answer } from '@equalizer/client'
import type { Decision } from '@equalizer/client/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useOrganization } from '../../data/organization.ts'
import { usePages } from '../../data/pages.ts'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Section } from '../../parts/section.tsx'
import { Select } from '../../parts/select.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { count, instantShort } from '../../words/format.ts'
import { voteRuleOf } from './opening.ts'
import {
  choiceWords,
  isRanked,
  optionWords,
  personName,
  type VotePhase,
  votePhaseOf,
  weightWords,
} from './words.ts'

const list = 'GET /api/organizations/{organization}/decisions/{decision}/ballots'
type Ballot = Answer<typeof list>['ballots'][number]

/** Votes that the decision has or had. */
export function votesOf(decision: Decision): VotePhase[] {
  const open = decision.vote ? [votePhaseOf(decision.phase)] : []
  const over = [
    ...(decision.advice ? (['advice'] as const) : []),
    ...(decision.result ? (['vote'] as const) : []),
    ...(decision.ratification ? (['ratify'] as const) : []),
  ]
  // A vote that a pause halted has no result yet, and its ballots count on.
  const halted = decision.phase === 'paused' && voteRuleOf(decision, 'vote') ? (['vote'] as const) : []
  return [...new Set([...open, ...halted, ...over])]
}

interface RowsProps {
  readonly ballots: readonly Ballot[]
  readonly labels: readonly string[]
  readonly ranked: boolean
}

function Rows({ ballots, labels, ranked }: RowsProps) {
  const organization = useOrganization()
  const words = text.decisions.ballots
  return (
    <table className="ballots">
      <thead>
        <tr>
          <th scope="col">{words.person}</th>
          <th scope="col">{words.choice}</th>
          <th scope="col" className="ballots-number">
            {words.weight}
          </th>
          <th scope="col">{words.at}</th>
          <th scope="col" className="ballots-number">
            {words.entry}
          </th>
        </tr>
      </thead>
      <tbody>
        {ballots.map(ballot => (
          <tr key={ballot.person.id}>
            <th scope="row" dir="auto">
              {personName(ballot.person)}
            </th>
            <td dir="auto">{choiceWords(ballot.choice, labels, ranked)}</td>
            <td className="ballots-number" data-label={words.weight}>
              {weightWords(ballot.weight)}
            </td>
            <td className="soft">{instantShort(ballot.at)}</td>
            <td className="ballots-number soft" data-label={words.entry}>
              <Link to="/o/$organization/log/$entry" params={{ organization, entry: String(ballot.entry) }}>
                {count(ballot.entry)}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function Ballots({ decision }: { readonly decision: Decision }) {
  const organization = useOrganization()
  const votes = votesOf(decision)
  const [chosen, setChosen] = useState<VotePhase | null>(null)
  const phase = chosen !== null && votes.includes(chosen) ? chosen : (votes[0] ?? 'vote')
  const words = text.decisions.ballots
  const read = usePages(list, { organization, decision: decision.id, phase, limit: 100 })
  const ballots = read.pages.flatMap(page => page.ballots)
  const rule = voteRuleOf(decision, phase)
  return (
    <Section
      title={words.title}
      hint={words.hint}
      actions={
        votes.length > 1 && (
          <Select
            label={words.which}
            labelHidden
            value={phase}
            onChange={setChosen}
            options={votes.map(value => ({ value, label: words.phases[value] }))}
          />
        )
      }
    >
      {read.problem && <Failure problem={read.problem} onRetry={read.refetch} />}
      {read.isPending && !read.problem && <Skeleton lines={4} />}
      {!read.isPending && ballots.length === 0 && !read.problem && <p className="soft">{words.none}</p>}
      {ballots.length > 0 && (
        <Rows
          ballots={ballots}
          labels={optionWords(decision, phase)}
          ranked={isRanked(rule?.method ?? null)}
        />
      )}
      {read.hasMore && (
        <div className="decisions-more">
          <Button onPress={read.more} isPending={read.isLoadingMore}>
            {text.decisions.more}
          </Button>
        </div>
      )}
    </Section>
  )
}
