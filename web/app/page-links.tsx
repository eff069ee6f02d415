// The pages of an organization: beside its name where there is room, along the lower edge on a phone.
import { Link } from '@tanstack/react-router'
import { useRead } from '../data/read.ts'
import { text } from '../messages/text.ts'
import { Icon, type IconName } from '../parts/icons.tsx'

const pages = [
  ['board', '/o/$organization', 'desk'],
  ['decisions', '/o/$organization/decisions', 'decide'],
  ['evidence', '/o/$organization/evidence', 'file'],
  ['people', '/o/$organization/people', 'people'],
  ['log', '/o/$organization/log', 'log'],
  ['compare', '/o/$organization/compare', 'compare'],
  ['settings', '/o/$organization/settings', 'settings'],
] as const satisfies readonly (readonly [keyof typeof text.shell.nav, string, IconName])[]

const waitingAtMost = 50

/** How many decisions wait for the reader; counted among the newest open ones. */
function Waiting({ organization }: { readonly organization: string }) {
  const { data } = useRead('GET /api/organizations/{organization}/decisions', {
    organization,
    state: 'open',
    limit: waitingAtMost,
  })
  const waiting = data?.decisions.filter(one => one.waits).length ?? 0
  if (waiting === 0) return null
  const words = data?.next ? `${waiting}+` : String(waiting)
  return (
    <span className="shell-count">
      <span aria-hidden="true">{words}</span>
      <span className="visually-hidden">{text.shell.waiting(words)}</span>
    </span>
  )
}

export function PageLinks({ organization }: { readonly organization: string }) {
  return (
    <nav className="shell-pages" aria-label={text.shell.pages}>
      <ul>
        {pages.map(([name, to, icon]) => (
          <li key={name}>
            <Link
              to={to}
              params={{ organization }}
              activeOptions={{ exact: name === 'board', includeSearch: false }}
              className="shell-page"
            >
              <Icon name={icon} size={20} />
              <span>{text.shell.nav[name]}</span>
              {name === 'decisions' && <Waiting organization={organization} />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
