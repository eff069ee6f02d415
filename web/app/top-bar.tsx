// The line above every page: whose desk this is, its pages, the day, search, what is under way, and the reader's menu.
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import '../parts/button.css'
import '../parts/overlay.css'
import '../parts/tag.css'
import { useSession } from '../data/session.ts'
import { text } from '../messages/text.ts'
import { Icon } from '../parts/icons.tsx'
import { Kbd } from '../parts/kbd.tsx'
import { useHere } from './here.ts'
import { overlay } from './open-overlay.ts'
import { PageLinks } from './page-links.tsx'

// What opens something comes after the first drawing; until then its place holds the same words at the same size.
const OrganizationSwitch = lazy(async () => ({
  default: (await import('./bar/organization-switch.tsx')).OrganizationSwitch,
}))
const JobsIndicator = lazy(async () => ({
  default: (await import('./bar/jobs-indicator.tsx')).JobsIndicator,
}))
const AsOfButton = lazy(async () => ({ default: (await import('./bar/as-of-button.tsx')).AsOfButton }))
const ReaderMenu = lazy(async () => ({ default: (await import('./bar/reader-menu.tsx')).ReaderMenu }))

function SearchButton() {
  return (
    <button
      type="button"
      className="button button-plain button-small shell-search"
      onClick={() => overlay.set('palette')}
    >
      <span className="button-content">
        <Icon name="search" />
        <span className="shell-search-word">{text.shell.search}</span>
        <span className="shell-wide-only" aria-hidden="true">
          <Kbd keys="Mod+K" />
        </span>
      </span>
    </button>
  )
}

function NameOnly({ name }: { readonly name: string }) {
  return (
    <span className="shell-organization">
      <span className="shell-organization-name" dir="auto">
        {name}
      </span>
      <Icon name="down" />
    </span>
  )
}

const menuOnly = (
  <span className="button button-quiet button-icon">
    <Icon name="menu" size={20} />
  </span>
)

export function TopBar() {
  const { organization, page } = useHere()
  const { data } = useSession()
  const inside = organization !== null && data !== undefined && data.user !== null
  const name = data?.memberships.find(one => one.organization === organization)?.name
  return (
    <header className="shell-top">
      {inside ? (
        <>
          <Suspense fallback={<NameOnly name={name ?? organization} />}>
            <OrganizationSwitch organization={organization} />
          </Suspense>
          <PageLinks organization={organization} />
        </>
      ) : (
        <Link to="/" className="shell-home">
          Equalizer
        </Link>
      )}
      <span className="shell-space" />
      {inside && (
        <Suspense fallback={null}>
          <JobsIndicator organization={organization} />
          {(page === 'board' || page === 'unit' || page === 'people') && <AsOfButton />}
        </Suspense>
      )}
      {inside && <SearchButton />}
      <Suspense fallback={menuOnly}>
        <ReaderMenu />
      </Suspense>
    </header>
  )
}
