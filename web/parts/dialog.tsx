// A question or a form over the page; Escape and the cross leave it, focus goes back to where it came from.
import './dialog.css'
import './overlay.css'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { text } from '../messages/text.ts'
import { IconButton } from './button.tsx'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons, the one that goes on last. */
  readonly actions?: ReactNode
  readonly size?: 'wide'
  /** Asks before something that cannot be taken back. */
  readonly role?: 'dialog' | 'alertdialog'
}

export function Dialog({ title, isOpen, onClose, children, actions, size, role = 'dialog' }: DialogProps) {
  return (
    <ModalOverlay
      className="veil"
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      isDismissable={role === 'dialog'}
    >
      <Modal className={size ? `sheet sheet-${size}` : 'sheet'}>
        <AriaDialog role={role} className="sheet-dialog">
          <header className="sheet-head">
            <Heading slot="title" className="sheet-title">
              {title}
            </Heading>
            <IconButton label={text.parts.close} icon="close" onPress={onClose} />
          </header>
          <div className="sheet-body">{children}</div>
          {actions && <footer className="sheet-actions">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
