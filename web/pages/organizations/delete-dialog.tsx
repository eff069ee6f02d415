// Deleting for good: what goes with it, and the id typed once more.
import type { Problem } from '@equalizer/client'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { lastOrganization, rememberOrganization } from '../../data/preferences.ts'
import { useWrite } from '../../data/write.ts'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Failure } from '../../parts/failure.tsx'
import { TextField } from '../../parts/field.tsx'
import { addToast } from '../../parts/toast-list.ts'

export interface DeleteDialogProps {
  readonly organization: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}

export function DeleteDialog({ organization: { id, name }, onClose }: DeleteDialogProps) {
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const deletion = useWrite('DELETE /api/organizations/{organization}')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const words = text.organizations.deleting
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (typed !== id) return
    const answered = await deletion.mutateAsync({ input: { organization: id, confirm: id } })
    if (!answered.ok) return setProblem(answered.problem)
    if (lastOrganization() === id) rememberOrganization(null)
    onClose()
    addToast({ text: words.done(name) })
    await navigate({ to: '/organizations' })
    await queries.invalidateQueries()
  }
  return (
    <Dialog
      title={words.title(name)}
      isOpen
      onClose={onClose}
      role="alertdialog"
      actions={
        <>
          <Button onPress={onClose}>{text.parts.cancel}</Button>
          <Button
            kind="danger"
            type="submit"
            form="delete-organization"
            isDisabled={typed !== id}
            isPending={deletion.isPending}
          >
            {words.confirm}
          </Button>
        </>
      }
    >
      <p>{words.text}</p>
      <p className="soft">{words.backup}</p>
      <form id="delete-organization" onSubmit={event => void submit(event)}>
        <TextField
          label={words.type(id)}
          value={typed}
          onChange={setTyped}
          error={typed !== '' && !id.startsWith(typed) ? words.mismatch : null}
          maxLength={64}
          spellCheck={false}
          mono
          autoFocus
        />
      </form>
      {problem && <Failure problem={problem} />}
    </Dialog>
  )
}
