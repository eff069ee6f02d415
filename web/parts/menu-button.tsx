// A button that opens a short list of things to do.
import './button.css'
import './overlay.css'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { type ButtonLook, buttonClass } from './button.tsx'
import { Icon, type IconName } from './icons.tsx'

export interface MenuItemOf {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly onAction: () => void
  readonly kind?: 'danger'
  readonly isDisabled?: boolean
  /** The one that holds now. */
  readonly isCurrent?: boolean
}

export interface MenuButtonProps extends ButtonLook {
  readonly label: string
  readonly items: readonly MenuItemOf[]
  /** Shown instead of the label, which is then only spoken. */
  readonly icon?: IconName
  readonly isDisabled?: boolean
}

export function MenuButton({ label, items, icon, isDisabled, ...look }: MenuButtonProps) {
  const kind = look.kind ?? (icon ? 'quiet' : 'plain')
  const className = buttonClass({ ...look, kind })
  return (
    <MenuTrigger>
      <AriaButton
        aria-label={label}
        isDisabled={isDisabled ?? false}
        className={icon ? `${className} button-icon` : className}
      >
        {icon ? (
          <Icon name={icon} />
        ) : (
          <span className="button-content">
            {label}
            <Icon name="down" />
          </span>
        )}
      </AriaButton>
      <Popover className="floating" placement="bottom end" offset={4}>
        <Menu className="floating-list" aria-label={label}>
          {items.map(item => (
            <MenuItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              onAction={item.onAction}
              isDisabled={item.isDisabled ?? false}
              className={`floating-item${item.kind ? ` floating-item-${item.kind}` : ''}`}
            >
              <span>
                {item.label}
                {item.hint && <small>{item.hint}</small>}
              </span>
              {item.isCurrent && (
                <span className="floating-mark">
                  <Icon name="check" />
                </span>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
