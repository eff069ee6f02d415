// Every organization that one may see, with its one sentence; new ones begin here, and one can be deleted for good.
import './organizations.css'
import type { Organization } from '@equalizer/client'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '../../data/read.ts'
import { useToday } from '../../data/session.ts'
import { ExportMenu } from '../../export/export-menu.tsx'
import { text } from '../../messages/text.ts'
import { LinkButton } from '../../parts/button.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Failure } from '../../parts/failure.tsx'
import { MenuButton } from '../../parts/menu-button.tsx'
import { PageLead } from '../../parts/page-lead.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { Tag } from '../../parts/tag.tsx'
import { count, day } from '../../words/format.ts'
import { DeleteDialog } from './delete-dialog.tsx'
import { sentenceOf } from './sentence.ts'

/** Fetched when somebody takes the list along. */
const files = () => import('./organizations-files.ts')

interface LineProps {
  readonly organization: Organization
  /** Another one has the same name, so the id tells them apart. */
  readonly withId: boolean
  readonly onDelete: () => void
}

function Line({ organization, withId, onDelete }: LineProps) {
  const { id, name, simulated, role, measured, units, sources } = organization
  const words = text.organizations
  const navigate = useNavigate()
  const headline = sentenceOf(organization)
  const settings = () => void navigate({ to: '/o/$organization/settings', params: { organization: id } })
  const remove = { id: 'remove', label: words.remove, kind: 'danger', onAction: onDelete } as const
  return (
    <li className="organizations-one">
      <div className="organizations-words">
        <h2 dir="auto">
          <Link to="/o/$organization" params={{ organization: id }}>
            {name}
          </Link>
        </h2>
        {headline && (
          <p className="organizations-headline" dir="auto">
            {headline}
          </p>
        )}
        <p className="organizations-facts">
          {simulated && <Tag tone="sim">{words.simulated}</Tag>}
          {withId && <code>{id}</code>}
          <span>{words.counts(count(units), count(sources))}</span>
          <span>{measured ? words.measured(day(measured)) : words.notMeasured}</span>
          <span>{words.role[role]}</span>
        </p>
      </div>
      <MenuButton
        label={words.more(name)}
        icon="more"
        items={[
          { id: 'settings', label: words.settings, onAction: settings },
          ...(role === 'steward' ? [remove] : []),
        ]}
      />
    </li>
  )
}

export function OrganizationsPage() {
  const { data, problem, refetch } = useRead('GET /api/organizations', {})
  const [deleting, setDeleting] = useState<Organization | null>(null)
  const words = text.organizations
  const today = useToday()
  const start = (
    <LinkButton to="/welcome" kind="primary">
      {words.start}
    </LinkButton>
  )
  const all = data?.organizations
  return (
    <>
      <h1>{all ? words.heading(count(all.length)) : words.title}</h1>
      <PageLead
        actions={
          all &&
          all.length > 0 && (
            <>
              {start}
              <ExportMenu
                name={['equalizer', words.title, today]}
                svg={async () => (await files()).organizationsPicture(all, today)}
                csv={async () => (await files()).organizationsTable(all)}
                json={() => ({ organizations: all })}
              />
            </>
          )
        }
      >
        <p className="sub">{words.sub}</p>
      </PageLead>
      {problem && !all && <Failure problem={problem} onRetry={() => void refetch()} />}
      {!all && !problem && <Skeleton lines={6} />}
      {all?.length === 0 && <Empty title={words.empty.title} hint={words.empty.hint} action={start} />}
      {all && all.length > 0 && (
        <ul className="organizations-list">
          {all.map(one => (
            <Line
              key={one.id}
              organization={one}
              withId={all.filter(({ name }) => name === one.name).length > 1}
              onDelete={() => setDeleting(one)}
            />
          ))}
        </ul>
      )}
      {deleting && <DeleteDialog organization={deleting} onClose={() => setDeleting(null)} />}
    </>
  )
}
