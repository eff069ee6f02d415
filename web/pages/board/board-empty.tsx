// A board without anything to show: what it is waiting for, and the way to give it something.
import type { Job } from '@equalizer/client'
import { useOrganization, useScopes } from '../../data/organization.ts'
import { useRead } from '../../data/read.ts'
import { text } from '../../messages/text.ts'
import { LinkButton } from '../../parts/button.tsx'

const isUnderWay = (job: Job) => job.state === 'running' || job.state === 'waiting'

export function BoardEmpty() {
  const organization = useOrganization()
  const mayAdd = useScopes().has('evidence')
  const jobs = useRead('GET /api/organizations/{organization}/jobs', { organization })
  const working = jobs.data?.jobs.some(isUnderWay) ?? false
  const { empty } = text.board
  return (
    <section className="board-empty" aria-label={empty.title}>
      <h2>{working ? empty.measuring : empty.title}</h2>
      <p className="soft">{empty.hint}</p>
      {mayAdd && (
        <p className="board-actions">
          <LinkButton to="/o/$organization/evidence" params={{ organization }} kind="primary">
            {empty.action}
          </LinkButton>
        </p>
      )}
    </section>
  )
}
