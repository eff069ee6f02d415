// One decision: what is asked, where it stands, how the vote stands, what the reader can do, and all that was said.
import './decision.css'
import type { Decision } from '@equalizer/client/contract'
import { Link, useParams } from '@tanstack/react-router'
import { useOrganization } from '../../data/organization.ts'
import { useRead } from '../../data/read.ts'
import { useTitle } from '../../data/title.ts'
import { useNow } from '../../data/use-now.ts'
import { ExportMenu } from '../../export/export-menu.tsx'
import { text } from '../../messages/text.ts'
import { Empty } from '../../parts/empty.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { instant } from '../../words/format.ts'
import { Asked } from './asked.tsx'
import { Ballots, votesOf } from './ballots.tsx'
import { CourseLine } from './course-line.tsx'
import { ballotsTable } from './decision-files.ts'
import { Happened } from './happened.tsx'
import { voteRuleOf } from './opening.ts'
import { outcomeWords } from './outcome-words.ts'
import { RuleInWords } from './rule-in-words.tsx'
import { SaidList } from './said-list.tsx'
import { tallyOf } from './tally.ts'
import { Tally } from './tally-bars.tsx'
import { tallyPicture } from './tally-picture.ts'
import {
  againstOf,
  isClosed,
  leftWords,
  optionWords,
  personName,
  standsWords,
  titleWords,
  type VotePhase,
  votePhaseOf,
} from './words.ts'
import { YourPart } from './your-part.tsx'

interface Shown {
  readonly phase: VotePhase
  readonly result: NonNullable<Decision['result']>
  readonly open: Decision['vote']
}

/** The vote that is open first, then those that are over, the latest first. */
function votesShown(decision: Decision): Shown[] {
  const { vote, phase, ratification, result, advice } = decision
  const open = vote?.soFar ? [{ phase: votePhaseOf(phase), result: vote.soFar, open: vote }] : []
  const over = [
    { phase: 'ratify' as const, result: ratification, open: null },
    { phase: 'vote' as const, result, open: null },
    { phase: 'advice' as const, result: advice, open: null },
  ]
  return [...open, ...over.flatMap(one => (one.result ? [{ ...one, result: one.result }] : []))]
}

function Head({ decision }: { readonly decision: Decision }) {
  const organization = useOrganization()
  const nowMs = useNow()
  const words = text.decisions
  const left = leftWords(decision, nowMs)
  return (
    <header className="decision-head">
      <p className="decision-where soft">
        <Link to="/o/$organization/decisions" params={{ organization }}>
          {words.back}
        </Link>
        <span>{decision.id}</span>
        {decision.unit === 'organization' ? (
          <span dir="auto">{decision.unitName}</span>
        ) : (
          <Link to="/o/$organization/units/$unit" params={{ organization, unit: decision.unit }} dir="auto">
            {decision.unitName}
          </Link>
        )}
        <span dir="auto">{decision.className}</span>
        <span>{text.stages[decision.stage]}</span>
      </p>
      <h1>{titleWords(decision)}</h1>
      <p className="sub">
        <strong className="decision-stands">{standsWords(decision)}</strong>{' '}
        {left && decision.due && (
          <span>
            {words.until(instant(decision.due))}, <b>{left}</b>.
          </span>
        )}
        {decision.closed && <span>{words.on(instant(decision.closed))}.</span>}
      </p>
      <p className="soft decision-by" dir="auto">
        {words.proposed(personName(decision.by), instant(decision.opened))}
      </p>
    </header>
  )
}

function Export({ decision, shown }: { readonly decision: Decision; readonly shown: Shown | undefined }) {
  const organization = useOrganization()
  const rule = shown && voteRuleOf(decision, shown.phase)
  const labels = shown ? optionWords(decision, shown.phase) : []
  const drawn =
    shown && rule
      ? () =>
          tallyPicture({
            organization,
            id: decision.id,
            title: titleWords(decision),
            outcome: outcomeWords({ ...shown, labels, isOpen: shown.open !== null }),
            tally: tallyOf(shown.result, rule, labels),
          })
      : undefined
  const hasBallots = votesOf(decision).length > 0
  return (
    <ExportMenu
      name={[organization, decision.id]}
      {...(hasBallots ? { csv: (signal: AbortSignal) => ballotsTable(organization, decision, signal) } : {})}
      json={() => decision}
      {...(drawn ? { svg: drawn } : {})}
    />
  )
}

function Shows({ decision }: { readonly decision: Decision }) {
  const votes = votesShown(decision)
  const hasBallots = votesOf(decision).length > 0
  return (
    <>
      <Head decision={decision} />
      <div className="decision-export">
        <Export decision={decision} shown={votes[0]} />
      </div>
      <CourseLine decision={decision} />
      <div className="decision-columns">
        <div className="decision-main">
          {votes.map(({ phase, result, open }) => {
            const rule = voteRuleOf(decision, phase)
            return (
              rule && (
                <Tally
                  key={`${phase} ${open ? 'open' : 'over'}`}
                  phase={phase}
                  result={result}
                  rule={rule}
                  labels={optionWords(decision, phase)}
                  against={againstOf(decision, phase)}
                  open={open}
                />
              )
            )
          })}
        </div>
        <div className="decision-side">
          {!isClosed(decision.phase) && <YourPart decision={decision} />}
          <RuleInWords decision={decision} />
        </div>
        <div className="decision-rest">
          <SaidList decision={decision} />
          <Asked decision={decision} />
        </div>
      </div>
      {hasBallots && <Ballots decision={decision} />}
      <Happened decision={decision} hasBallots={hasBallots} />
    </>
  )
}

export function DecisionPage() {
  const organization = useOrganization()
  const { decision = '' } = useParams({ strict: false }) as { decision?: string }
  const input = { organization, decision }
  const { data, problem, refetch } = useRead(
    'GET /api/organizations/{organization}/decisions/{decision}',
    input,
  )
  useTitle(data ? `${data.id} ${titleWords(data)}` : undefined)
  const words = text.decisions
  if (!data && problem && /^(?:decision\.unknown|input\.|request\.)/.test(problem.code)) {
    return (
      <div className="decision-page">
        <h1>{words.missing.title}</h1>
        <Empty
          title={decision}
          hint={words.missing.hint}
          action={
            <Link to="/o/$organization/decisions" params={{ organization }}>
              {words.back}
            </Link>
          }
        />
      </div>
    )
  }
  return (
    <div className="decision-page">
      {problem && <Failure problem={problem} onRetry={() => void refetch()} />}
      {!data && !problem && (
        <>
          <h1 className="decision-waits">{decision}</h1>
          <Skeleton height={640} />
        </>
      )}
      {data && <Shows decision={data} />}
    </div>
  )
}
