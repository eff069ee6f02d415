// A panel at the edge of the page for one row of a table; Escape and a press beside it close it.
import './drawer.css'
import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { text } from '../messages/text.ts'
import { IconButton } from '../parts/button.tsx'

export interface DrawerProps {
  readonly title: ReactNode
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Stand beside the button that closes it. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function Drawer({ title, isOpen, onClose, actions, children }: DrawerProps) {
  return (
    <ModalOverlay
      className="drawer-over"
      isOpen={isOpen}
      onOpenChange={open => open || onClose()}
      isDismissable
    >
      <Modal className="drawer">
        <Dialog className="drawer-dialog">
          <div className="drawer-head">
            <div className="drawer-actions">
              {actions}
              <span className="drawer-close">
                <IconButton label={text.table.one.close} icon="close" onPress={onClose} />
              </span>
            </div>
            <Heading slot="title" level={2} className="drawer-title">
              {title}
            </Heading>
          </div>
          <div className="drawer-body">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
