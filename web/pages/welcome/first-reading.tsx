// The first reading as it happens: each source a line, then the measuring, and then the board by itself.
import type { Job } from '@equalizer/client'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useEvents } from '../../data/events.ts'
import { useRead } from '../../data/read.ts'
import { text } from '../../messages/text.ts'
import { Announce } from '../../parts/announce.tsx'
import { LinkButton } from '../../parts/button.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Progress } from '../../parts/progress.tsx'
import { Tag } from '../../parts/tag.tsx'
import { count } from '../../words/format.ts'
import { problemWords } from '../../words/problem-words.ts'
import type { Started } from './use-start.ts'

/** Events tell sooner; this is for where they do not come through. */
const askAgainMs = 1_500

function Line({ job }: { readonly job: Job }) {
  const words = text.welcome.reading
  const label = job.kind === 'measure' ? words.measure : (job.source ?? words.read)
  const facts = job.observations > 0 ? words.facts(count(job.observations)) : null
  return (
    <li className="welcome-job">
      {job.state === 'running' ? (
        <Progress label={facts ? `${label}, ${facts}` : label} done={job.done} total={job.total} />
      ) : (
        <p>
          <span>{label}</span>
          {facts && <span className="soft">{facts}</span>}
          {job.state === 'waiting' && <span className="soft">{words.waiting}</span>}
          {job.state === 'done' && <Tag tone="true">{words.done}</Tag>}
          {job.state === 'cancelled' && <Tag>{words.cancelled}</Tag>}
          {job.state === 'failed' && <Tag tone="warn">{text.shell.jobs.failed}</Tag>}
        </p>
      )}
      {job.problem && <p className="welcome-problem">{problemWords(job.problem)}</p>}
    </li>
  )
}

export function FirstReading({ started }: { readonly started: Started }) {
  const organization = started.organization.id
  const navigate = useNavigate()
  useEvents(organization)
  const jobs = useRead(
    'GET /api/organizations/{organization}/jobs',
    { organization },
    { everyMs: askAgainMs },
  )
  const facts = useRead('GET /api/organizations/{organization}', { organization }, { everyMs: askAgainMs })
  const all = [...(jobs.data?.jobs ?? started.jobs)].reverse()
  const failed = all.some(job => job.state === 'failed')
  const busy = all.some(job => job.state === 'running' || job.state === 'waiting')
  const ready = facts.data?.measured != null && !busy && !failed
  useEffect(() => {
    if (ready) void navigate({ to: '/o/$organization', params: { organization }, replace: true })
  }, [ready, navigate, organization])
  const words = text.welcome.reading
  return (
    <>
      <h1 dir="auto">{words.title(started.organization.name)}</h1>
      <p className="sub">{words.sub}</p>
      <ul className="welcome-jobs">
        {all.map(job => (
          <Line key={job.id} job={job} />
        ))}
      </ul>
      {failed && <Notice tone="warn" title={words.failed} live />}
      <div className="welcome-act">
        <LinkButton to="/o/$organization" params={{ organization }} kind={failed ? 'plain' : 'primary'}>
          {words.board}
        </LinkButton>
        <LinkButton to="/o/$organization/evidence" params={{ organization }} kind="quiet">
          {words.evidence}
        </LinkButton>
      </div>
      <Announce>{ready ? words.ready : ''}</Announce>
    </>
  )
}
