// A dialog around a form with one act: sent once, closed when the act is done, and open where it was refused.
import { type ReactNode, useState } from 'react'
import { Button } from '../../../parts/button.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import type { DialogProps } from './dialog-props.ts'

interface Props extends Pick<DialogProps, 'onClose' | 'onDone'> {
  /** The form's id: one such dialog is open at a time. */
  readonly form: string
  readonly title: string
  readonly words: { readonly cancel: string; readonly go: string }
  /** Whether what the form holds can be sent. */
  readonly isReady: boolean
  /** False: it was refused, and a notice says why. */
  readonly act: () => Promise<boolean>
  readonly children: ReactNode
}

export function ActDialog({ form, title, words, isReady, act, onClose, onDone, children }: Props) {
  const [isPending, setIsPending] = useState(false)
  const send = async () => {
    if (isPending || !isReady) return
    setIsPending(true)
    const isDone = await act()
    setIsPending(false)
    if (!isDone) return
    onDone()
    onClose()
  }
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {words.cancel}
          </Button>
          <Button kind="primary" type="submit" form={form} isDisabled={!isReady} isPending={isPending}>
            {words.go}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="people-form"
        onSubmit={event => {
          event.preventDefault()
          void send()
        }}
      >
        {children}
      </form>
    </Dialog>
  )
}
