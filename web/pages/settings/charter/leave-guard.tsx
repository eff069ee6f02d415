// Asks before what was typed is lost: on the way to another page, and when the window is closed.
import { useBlocker } from '@tanstack/react-router'
import { text } from '../../../messages/text.ts'
import { Button } from '../../../parts/button.tsx'
import { Dialog } from '../../../parts/dialog.tsx'

interface Props {
  readonly isNeeded: boolean
  /** What was typed may go. */
  readonly onLeave: () => void
}

export function LeaveGuard({ isNeeded, onLeave }: Props) {
  const words = text.settings.charter
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => isNeeded && current.pathname !== next.pathname,
    enableBeforeUnload: isNeeded,
    withResolver: true,
  })
  const stay = () => reset?.()
  return (
    <Dialog
      title={words.leave}
      isOpen={status === 'blocked'}
      onClose={stay}
      role="alertdialog"
      actions={
        <>
          <Button
            onPress={() => {
              proceed?.()
              onLeave()
            }}
          >
            {words.go}
          </Button>
          <Button kind="primary" onPress={stay} autoFocus>
            {words.stay}
          </Button>
        </>
      }
    >
      <p>{words.leaveText}</p>
    </Dialog>
  )
}
