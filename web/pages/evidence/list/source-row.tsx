// One source in the list: what it is, how it was read, what it feeds, when it is read next.
import type { SourceState } from '@equalizer/client'
import { Link } from '@tanstack/react-router'
import { useOrganization } from '../../../data/organization.ts'
import { text } from '../../../messages/text.ts'
import { Reason } from '../../../parts/reason.tsx'
import { Tag } from '../../../parts/tag.tsx'
import { Time } from '../../../parts/time.tsx'
import { count, day } from '../../../words/format.ts'
import { Feeds } from '../feeds.tsx'
import type { SourceActs } from '../use-source-acts.ts'
import { kindName, sourceName } from '../words.ts'
import { JobProgress } from './job-progress.tsx'
import { RowBar } from './row-bar.tsx'
import { SourceActions } from './source-actions.tsx'
import { isUnderWay, problemOf, stateOf } from './source-state.ts'

interface Props {
  readonly source: SourceState
  readonly mayChange: boolean
  readonly acts: SourceActs
  readonly onSchedule: (source: SourceState) => void
}

function Rows({ source }: { source: SourceState }) {
  const { list, states } = text.evidence
  const { current } = source
  if (current === null) return <p className="soft">{states.neverRead}</p>
  const { rowsRead, rowsUsed, rowsRefused, first, last } = current
  return (
    <>
      <RowBar used={rowsUsed} passed={rowsRead - rowsUsed - rowsRefused} refused={rowsRefused} />
      <p>{list.rows(count(rowsRead), count(rowsUsed))}</p>
      <p className="source-row-small">
        {rowsRefused > 0 && <span className="warning">{list.refused(count(rowsRefused))}</span>}
        <span className="soft">
          {first !== null && last !== null ? list.period(day(first), day(last)) : list.undated}
        </span>
      </p>
    </>
  )
}

function Next({ source }: { source: SourceState }) {
  const { list, states } = text.evidence
  const state = stateOf(source)
  if (state === 'failed') return <Tag tone="warn">{states.failed}</Tag>
  if (state === 'cancelled') return <Tag>{states.cancelled}</Tag>
  if (source.nextRead !== null) {
    return (
      <p className="source-row-small soft">
        {list.next} <Time iso={source.nextRead} />
      </p>
    )
  }
  return source.origin === 'path' ? <p className="source-row-small soft">{list.onlyAsked}</p> : null
}

export function SourceRow({ source, mayChange, acts, onSchedule }: Props) {
  const organization = useOrganization()
  const state = stateOf(source)
  const problem = problemOf(source)
  return (
    <li className="source-row">
      <div className="source-row-what">
        <Link
          className="source-row-name"
          to="/o/$organization/evidence/$source"
          params={{ organization, source: source.id }}
          dir="auto"
        >
          {sourceName(source)}
        </Link>
        <p className="source-row-small soft">{kindName(source.kind)}</p>
      </div>
      <div className="source-row-rows">
        {isUnderWay(state) && source.job ? (
          <JobProgress name={source.name} state={state} job={source.job} />
        ) : (
          <Rows source={source} />
        )}
      </div>
      <div className="source-row-feeds">
        {source.feeds.length > 0 ? (
          <Feeds feeds={source.feeds} atMost={4} />
        ) : (
          <p className="source-row-small soft">{text.evidence.list.feedsNothing}</p>
        )}
      </div>
      <div className="source-row-next">{!isUnderWay(state) && <Next source={source} />}</div>
      <div className="source-row-menu">
        {mayChange && <SourceActions source={source} acts={acts} onSchedule={onSchedule} />}
      </div>
      {state === 'failed' && problem && (
        <p className="source-row-problem">
          <Reason of={problem} />
        </p>
      )}
    </li>
  )
}
