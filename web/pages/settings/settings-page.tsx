// The settings: the organization, its charter and what became of it, keys for programs, and this reader's own choices.
import './settings.css'
import { useOrganizationFacts } from '../../data/organization.ts'
import { text } from '../../messages/text.ts'
import { Failure } from '../../parts/failure.tsx'
import { PageLead } from '../../parts/page-lead.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { About, Privacy } from './about.tsx'
import { Changes } from './changes.tsx'
import { CharterSection } from './charter/charter-section.tsx'
import { Keys } from './keys/keys.tsx'
import { OrganizationSection } from './organization-section.tsx'
import { Reading } from './reading.tsx'
import { RulesSection } from './rules/rules-section.tsx'
import { SettingsExport } from './settings-export.tsx'

const parts = ['organization', 'rules', 'charter', 'changes', 'keys', 'reading', 'privacy', 'about'] as const

function Contents() {
  return (
    <nav className="settings-contents" aria-label={text.settings.onThisPage}>
      <ul>
        {parts.map(part => (
          <li key={part}>
            <a href={`#${part}`}>{part === 'rules' ? text.moving.groups.title : text.settings[part].title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export function SettingsPage() {
  const { data, problem, refetch } = useOrganizationFacts()
  if (!data) {
    return problem ? (
      <Failure problem={problem} onRetry={() => void refetch()} />
    ) : (
      <>
        <h1>{text.settings.title}</h1>
        <Skeleton height={480} />
      </>
    )
  }
  return (
    <>
      <h1 dir="auto">{text.settings.heading(data.name)}</h1>
      <PageLead actions={<SettingsExport organization={data} />}>
        <p className="sub">{text.settings.sub}</p>
      </PageLead>
      <div className="settings">
        <Contents />
        <div className="settings-parts">
          <OrganizationSection organization={data} />
          <RulesSection />
          <CharterSection />
          <Changes />
          <Keys />
          <Reading />
          <Privacy />
          <About />
        </div>
      </div>
    </>
  )
}
