// Adds a person: a name beside the log, a membership through the door, and a link by which they enter.
import type { DoorPerson } from '@equalizer/client/contract'
import { useId, useState } from 'react'
import { useOrganization } from '../../data/organization.ts'
import { useWrite } from '../../data/write.ts'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Checkbox } from '../../parts/choices.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Failure } from '../../parts/failure.tsx'
import { TextField } from '../../parts/field.tsx'
import type { MemberActs } from './use-member-acts.ts'

export interface AddDialogProps {
  readonly acts: MemberActs
  readonly onClose: () => void
  readonly onLink: (person: DoorPerson) => void
}

export function AddDialog({ acts, onClose, onLink }: AddDialogProps) {
  const organization = useOrganization()
  const words = text.members.adding
  const form = useId()
  const adding = useWrite('POST /api/organizations/{organization}/members')
  const [name, setName] = useState('')
  const [admits, setAdmits] = useState(true)
  const [links, setLinks] = useState(true)
  // Added already, and only the membership was refused: pressed again, nobody is added twice.
  const [added, setAdded] = useState<DoorPerson | null>(null)
  const refused = adding.data && !adding.data.ok ? adding.data.problem : acts.problem
  const isPending = adding.isPending || acts.isPending
  const add = async () => {
    acts.forget()
    let person = added
    if (person === null) {
      const answered = await adding.mutateAsync({ input: { organization }, body: { name: name.trim() } })
      if (!answered.ok) return
      person = answered.value
      setAdded(person)
    }
    if (!admits) return onClose()
    const came = await acts.act('charter.admit', { person: person.id })
    if (came === 'refused') return
    onClose()
    if (came === 'executed' && links) onLink(person)
  }
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.parts.cancel}</Button>
          <Button kind="primary" type="submit" form={form} isDisabled={!name.trim()} isPending={isPending}>
            {words.go}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="members-form"
        onSubmit={event => {
          event.preventDefault()
          if (name.trim()) void add()
        }}
      >
        <TextField
          label={words.name}
          description={words.hint}
          value={name}
          onChange={setName}
          maxLength={120}
          isReadOnly={added !== null}
          autoFocus
        />
        <Checkbox isSelected={admits} onChange={setAdmits}>
          {words.admit}
        </Checkbox>
        <Checkbox isSelected={admits && links} onChange={setLinks} isDisabled={!admits}>
          {words.link}
        </Checkbox>
        {added && <p className="soft">{words.added(added.name ?? '')}</p>}
        {refused && <Failure problem={refused} />}
      </form>
    </Dialog>
  )
}
