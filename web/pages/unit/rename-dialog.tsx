// What a unit is called.
import { type FormEvent, useId, useState } from 'react'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { TextField } from '../../parts/field.tsx'

export interface RenameDialogProps {
  readonly name: string
  readonly onClose: () => void
  readonly onKeep: (name: string) => void
}

const nameChars = 120

export function RenameDialog({ name, onClose, onKeep }: RenameDialogProps) {
  const [written, setWritten] = useState(name)
  const form = useId()
  const words = text.unit
  const kept = written.trim()
  const wrong = kept === '' || kept.length > nameChars
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (wrong) return
    if (kept !== name) onKeep(kept)
    onClose()
  }
  return (
    <Dialog
      title={words.renameDialog.title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button kind="primary" type="submit" form={form} isDisabled={wrong}>
            {words.save}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={keep}>
        <TextField
          label={words.renameDialog.label}
          value={written}
          onChange={setWritten}
          maxLength={nameChars}
          error={wrong ? words.renameDialog.problem : null}
          autoFocus
        />
      </form>
    </Dialog>
  )
}
