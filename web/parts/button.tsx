// Buttons: something happens here; a link that looks like one leads elsewhere.
import './button.css'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { text } from '../messages/text.ts'
import { Icon, type IconName } from './icons.tsx'
import { Tooltip } from './tooltip.tsx'

export interface ButtonLook {
  /** One primary at most in a place. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly size?: 'small'
}

export interface ButtonProps extends ButtonLook {
  readonly onPress?: () => void
  readonly isDisabled?: boolean
  /** Under way: stays in place, keeps its width and its focus, and takes no further press. */
  readonly isPending?: boolean
  readonly type?: 'button' | 'submit'
  readonly form?: string
  readonly autoFocus?: boolean
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string
  readonly ref?: Ref<HTMLButtonElement>
  readonly children: ReactNode
}

export const buttonClass = ({ kind = 'plain', size }: ButtonLook): string =>
  `button button-${kind}${size ? ` button-${size}` : ''}`

/**
 * Pending in our own way: the library announces a pending button by pointing at it, which leaves an image without a name
 * in the page once the button is gone with its dialog.
 */
export function Button(props: ButtonProps) {
  const { kind, size, children, isPending = false, type = 'button', onPress, ...rest } = props
  return (
    <AriaButton
      {...rest}
      {...(isPending ? { 'aria-disabled': true } : onPress ? { onPress } : {})}
      type={isPending ? 'button' : type}
      className={`${buttonClass({ ...(kind ? { kind } : {}), ...(size ? { size } : {}) })}${isPending ? ' is-pending' : ''}`}
    >
      <span className="button-content">{children}</span>
      {isPending && (
        <span className="button-waiting">
          <span className="visually-hidden">{text.parts.working}</span>
        </span>
      )}
    </AriaButton>
  )
}

type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & ButtonLook & { ref?: Ref<HTMLAnchorElement> }

function Anchor({ kind, size, className, ...rest }: AnchorProps) {
  const look = buttonClass({ ...(kind ? { kind } : {}), ...(size ? { size } : {}) })
  return <a {...rest} className={className ? `${look} ${className}` : look} />
}

/** Takes what the router's links take: `to`, `params`, `search`. */
export const LinkButton = createLink(Anchor)

export interface IconButtonProps {
  /** Its name, spoken and shown as a tip. */
  readonly label: string
  readonly icon: IconName
  readonly onPress?: () => void
  readonly isDisabled?: boolean
  readonly isPending?: boolean
}

export function IconButton({ label, icon, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <AriaButton {...rest} aria-label={label} className="button button-quiet button-icon">
        <Icon name={icon} />
      </AriaButton>
    </Tooltip>
  )
}
