// The log: what its checkpoint says and who signed that, how to check it, and every entry as a sentence.
import './log.css'
import { Link } from '@tanstack/react-router'
import { useOrganization } from '../../data/organization.ts'
import { useWhose } from '../../data/whose.ts'
import { ExportMenu } from '../../export/export-menu.tsx'
import { logWords } from '../../messages/log-words.ts'
import { Empty } from '../../parts/empty.tsx'
import { PageLead } from '../../parts/page-lead.tsx'
import { count } from '../../words/format.ts'
import { EntryList } from './entry-list.tsx'
import { LogHead } from './log-head.tsx'
import { useEntries } from './use-entries.ts'
import { type Look, useLook } from './use-look.ts'
import { useRuled } from './use-naming.ts'

function Export({ look }: { readonly look: Look }) {
  const organization = useOrganization()
  const ruled = useRuled(organization)
  const whose = useWhose()
  const files = () => import('./log-files.ts')
  return (
    <ExportMenu
      name={[organization, 'log']}
      svg={async signal => (await import('./log-pictures.ts')).logPicture(look, ruled, whose, signal)}
      csv={async signal => (await files()).logTable(organization, look, ruled, signal)}
      json={async signal => (await files()).logData(organization, look, ruled, signal)}
    />
  )
}

function Nothing() {
  const organization = useOrganization()
  const words = logWords().log.empty
  return (
    <Empty
      title={words.title}
      hint={words.hint}
      action={
        <Link to="/o/$organization/act" params={{ organization }}>
          {words.action}
        </Link>
      }
    />
  )
}

export function LogPage() {
  const organization = useOrganization()
  const { look, change } = useLook()
  const read = useEntries(organization, look)
  const { size } = read
  const words = logWords().log
  return (
    <div className="log-page">
      <h1>{size === null ? words.title : words.headline(count(size))}</h1>
      <PageLead actions={size !== null && size > 0 && <Export look={look} />}>
        <p className="sub">{words.sub}</p>
      </PageLead>
      {size === 0 ? (
        <Nothing />
      ) : (
        <>
          {size !== null && <LogHead entries={size} />}
          <EntryList read={read} look={look} change={change} />
        </>
      )}
    </div>
  )
}
