// The organization's name, which opens the list of those one may see.
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import { useRead } from '../../data/read.ts'
import { useSession } from '../../data/session.ts'
import { text } from '../../messages/text.ts'
import { Icon } from '../../parts/icons.tsx'
import { Tag } from '../../parts/tag.tsx'

export function OrganizationSwitch({ organization }: { readonly organization: string }) {
  const navigate = useNavigate()
  const { data: session } = useSession()
  const { data } = useRead('GET /api/organizations', {})
  const words = text.shell.organization
  const own = session?.memberships ?? []
  const name = own.find(one => one.organization === organization)?.name ?? organization
  const simulated = new Set(data?.organizations.filter(one => one.simulated).map(one => one.id))
  const go = (id: string) =>
    void navigate({ to: '/o/$organization', params: { organization: id }, search: { asOf: undefined } })
  return (
    <MenuTrigger>
      <Button className="shell-organization" aria-label={words.label(name)}>
        <span className="shell-organization-name" dir="auto">
          {name}
        </span>
        <Icon name="down" />
      </Button>
      <Popover className="floating" placement="bottom start" offset={4}>
        <Menu className="floating-list" aria-label={words.choose}>
          <MenuSection aria-label={words.choose}>
            {own.map(one => (
              <MenuItem
                key={one.organization}
                id={`o-${one.organization}`}
                textValue={one.name}
                onAction={() => go(one.organization)}
                className="floating-item"
              >
                <span dir="auto">
                  {one.name}
                  {own.filter(other => other.name === one.name).length > 1 && (
                    <small>{one.organization}</small>
                  )}
                </span>
                {simulated.has(one.organization) && <Tag tone="sim">{words.simulated}</Tag>}
                <span className="floating-mark">
                  {one.organization === organization && <Icon name="check" />}
                </span>
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className="floating-line" />
          <MenuItem
            id="all"
            onAction={() => void navigate({ to: '/organizations' })}
            className="floating-item"
          >
            {words.all}
          </MenuItem>
          <MenuItem id="start" onAction={() => void navigate({ to: '/welcome' })} className="floating-item">
            {words.start}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
