// The line above every page: whose desk this is, its pages, the day, search, what is under way, and the reader's menu.
import { Link } from '@tanstack/react-router'
import { useSession } from '../data/session.ts'
import { text } from '../messages/text.ts'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icons.tsx'
import { Kbd } from '../parts/kbd.tsx'
import { AsOfButton } from './as-of-button.tsx'
import { useHere } from './here.ts'
import { JobsIndicator } from './jobs-indicator.tsx'
import { overlay } from './open-overlay.ts'
import { OrganizationSwitch } from './organization-switch.tsx'
import { PageLinks } from './page-links.tsx'
import { ReaderMenu } from './reader-menu.tsx'

function SearchButton() {
  return (
    <span className="shell-search">
      <Button kind="plain" size="small" onPress={() => overlay.set('palette')} aria-label={text.shell.search}>
        <Icon name="search" />
        <span className="shell-wide-only">{text.shell.search}</span>
        <span className="shell-wide-only" aria-hidden="true">
          <Kbd keys="Mod+K" />
        </span>
      </Button>
    </span>
  )
}

export function TopBar() {
  const { organization, page } = useHere()
  const { data } = useSession()
  const known = data?.user !== null && data !== undefined
  return (
    <header className="shell-top">
      {organization !== null && known ? (
        <>
          <OrganizationSwitch organization={organization} />
          <PageLinks organization={organization} />
        </>
      ) : (
        <Link to="/" className="shell-home">
          Equalizer
        </Link>
      )}
      <span className="shell-space" />
      {organization !== null && known && (
        <>
          <JobsIndicator organization={organization} />
          {(page === 'board' || page === 'unit' || page === 'people') && <AsOfButton />}
          <SearchButton />
        </>
      )}
      <ReaderMenu />
    </header>
  )
}
