// Says that handles are not the rest of their party, and keeps them apart from it.
import type { Party } from '@equalizer/client'
import { useState } from 'react'
import { text } from '../../../messages/text.ts'
import { Button } from '../../../parts/button.tsx'
import { Checkbox } from '../../../parts/choices.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { Handle } from '../handle.tsx'
import { actorsAtMost, handleOf, type Member } from '../party.ts'
import type { DialogProps } from './dialog-props.ts'

interface Props extends DialogProps {
  readonly party: Party
  readonly first: Member
}

export function SplitDialog({ party, first, acts, onClose, onDone }: Props) {
  const words = text.people.splitDialog
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set([first.actor]))
  const [isPending, setIsPending] = useState(false)
  const isAll = chosen.size >= party.members.length
  const mayGo = chosen.size > 0 && !isAll && chosen.size <= actorsAtMost
  const split = async () => {
    setIsPending(true)
    const actors = [...chosen]
    const isDone = await acts.split(party, actors, actors.map(handleOf).join(', '))
    setIsPending(false)
    if (!isDone) return
    onDone()
    onClose()
  }
  const toggle = (actor: string) => {
    const next = new Set(chosen)
    if (!next.delete(actor)) next.add(actor)
    setChosen(next)
  }
  return (
    <Dialog
      title={words.title(handleOf(first.actor))}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {text.people.merge.cancel}
          </Button>
          <Button kind="primary" isDisabled={!mayGo} isPending={isPending} onPress={() => void split()}>
            {words.go}
          </Button>
        </>
      }
    >
      <fieldset className="people-form split-handles">
        <legend>{words.which}</legend>
        {party.members.map(({ actor }) => (
          <Checkbox key={actor} isSelected={chosen.has(actor)} onChange={() => toggle(actor)}>
            <Handle actor={actor} />
          </Checkbox>
        ))}
      </fieldset>
      {isAll ? (
        <p className="warning" role="status">
          {words.all}
        </p>
      ) : (
        <p>{words.effect(party.name)}</p>
      )}
    </Dialog>
  )
}
