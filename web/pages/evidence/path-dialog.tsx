// Asks for a path on the server's machine and looks at it; a refusal stays beside the field, and the path in it.
import { useState } from 'react'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { TextField } from '../../parts/field.tsx'
import { lookAtPath } from './intake/intake.ts'
import { problemWords } from './words.ts'

interface Props {
  readonly organization: string
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function PathDialog({ organization, isOpen, onClose }: Props) {
  const words = text.evidence.intake.path
  const [path, setPath] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isLooking, setIsLooking] = useState(false)
  const look = async () => {
    if (path.trim() === '' || isLooking) return
    setIsLooking(true)
    setProblem(null)
    const answer = await lookAtPath(organization, path.trim())
    setIsLooking(false)
    if (!answer.ok) return setProblem(problemWords(answer.problem))
    setPath('')
    onClose()
  }
  return (
    <Dialog
      title={words.title}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {words.cancel}
          </Button>
          <Button kind="primary" type="submit" form="connect-path" isPending={isLooking}>
            {words.look}
          </Button>
        </>
      }
    >
      <form
        id="connect-path"
        onSubmit={event => {
          event.preventDefault()
          void look()
        }}
      >
        <TextField
          label={words.label}
          description={words.hint}
          placeholder={words.example}
          mono
          autoFocus
          {...(problem === null ? {} : { error: problem })}
          value={path}
          onChange={typed => {
            setPath(typed)
            setProblem(null)
          }}
        />
      </form>
    </Dialog>
  )
}
