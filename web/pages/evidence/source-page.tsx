// One source: the account of its reading, what was refused and why, what was assumed, its readings and observations.
import './evidence-page.css'
import './source-page.css'
import type { SourceState } from '@equalizer/client'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useOrganization, useScopes } from '../../data/organization.ts'
import { useTitle } from '../../data/title.ts'
import { text } from '../../messages/text.ts'
import { Failure } from '../../parts/failure.tsx'
import { Icon } from '../../parts/icons.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PageLead } from '../../parts/page-lead.tsx'
import { Reason } from '../../parts/reason.tsx'
import { Section } from '../../parts/section.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { Observations } from '../../table/observations/observations.tsx'
import { ObservationsExport } from '../../table/observations/observations-export.tsx'
import { JobProgress } from './list/job-progress.tsx'
import { ScheduleDialog } from './list/schedule-dialog.tsx'
import { isUnderWay, problemOf, stateOf } from './list/source-state.ts'
import { Account } from './source/account.tsx'
import { Facts } from './source/facts.tsx'
import { Readings } from './source/readings.tsx'
import { Refusals } from './source/refusals.tsx'
import { SourceButtons } from './source/source-buttons.tsx'
import { SourceExport } from './source/source-export.tsx'
import type { ShownSource } from './source/source-files.ts'
import { SourceHeadline } from './source/source-headline.tsx'
import { Where } from './source/where.tsx'
import { useLiveSource } from './use-live-source.ts'
import { useSourceActs } from './use-source-acts.ts'
import { actName, sourceName } from './words.ts'

function Back() {
  const organization = useOrganization()
  return (
    <Link className="source-back" to="/o/$organization/evidence" params={{ organization }}>
      <Icon name="left" />
      {text.evidence.source.back}
    </Link>
  )
}

function Trouble({ source }: { source: SourceState }) {
  const problem = problemOf(source)
  const words = text.evidence.source.problem
  if (problem === null || stateOf(source) !== 'failed') return null
  return (
    <Notice tone="warn" title={words.title}>
      <p>
        <Reason of={problem} />
      </p>
      <p>{source.current === null ? words.whatToDoFirst : words.whatToDo}</p>
    </Notice>
  )
}

function Body({ shown }: { shown: ShownSource }) {
  const organization = useOrganization()
  const scopes = useScopes()
  const acts = useSourceActs()
  const [isScheduling, setIsScheduling] = useState(false)
  const { source, account, jobs } = shown
  const state = stateOf(source)
  const words = text.evidence.source
  const within = { organization, source: source.id }
  return (
    <>
      <SourceHeadline source={source} />
      <PageLead actions={<SourceExport shown={shown} />}>
        <Facts source={source} />
      </PageLead>
      {scopes.has('evidence') && source.removed === null && (
        <SourceButtons source={source} acts={acts} onSchedule={() => setIsScheduling(true)} />
      )}
      {isUnderWay(state) && source.job && <JobProgress name={source.name} state={state} job={source.job} />}
      <Trouble source={source} />
      {account && <Account account={account} />}
      <Where source={source} />
      {account && account.rowsRefused > 0 && <Refusals source={source} account={account} />}
      {account && account.notes.length > 0 && (
        <Section title={words.notes.heading}>
          <ul className="source-notes">
            {account.notes.map((note, i) => (
              <li key={note}>
                <Reason of={{ ...(account.noted?.[i] ?? { code: 'note.older' }), reason: note }} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Readings source={source} jobs={jobs} acts={acts} mayChange={scopes.has('evidence')} />
      {source.current !== null && source.removed === null && (
        <Section
          title={words.observations.heading}
          id="observations"
          actions={<ObservationsExport within={within} name={source.name} print={false} />}
        >
          <Observations
            within={within}
            name={source.name}
            choices={{
              kinds: (account?.kinds ?? []).map(({ kind }) => ({ id: kind, name: actName(kind) })),
            }}
          />
        </Section>
      )}
      <ScheduleDialog
        source={isScheduling ? source : null}
        acts={acts}
        onClose={() => setIsScheduling(false)}
      />
    </>
  )
}

export function SourcePage() {
  const organization = useOrganization()
  const { source = '' } = useParams({ strict: false })
  const shown = useLiveSource(organization, source)
  const { unknown } = text.evidence.source
  useTitle(shown.data && sourceName(shown.data.source))
  return (
    <div className="evidence-page source-page">
      <Back />
      {shown.data ? (
        <Body shown={shown.data} />
      ) : shown.problem?.code === 'source.unknown' ? (
        <>
          <h1>{unknown.title}</h1>
          <p className="sub">{unknown.hint}</p>
        </>
      ) : shown.problem ? (
        <Failure problem={shown.problem} onRetry={() => void shown.refetch()} />
      ) : (
        <Skeleton height={640} />
      )}
    </div>
  )
}
