// Says what erasing takes and what stays, and asks before it is done: of oneself at once, of others as an act by the rules.
import type { DoorPerson } from '@equalizer/client/contract'
import { useState } from 'react'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Checkbox } from '../../parts/choices.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Failure } from '../../parts/failure.tsx'
import { nameOf } from './names.ts'
import type { MemberActs } from './use-member-acts.ts'

export interface EraseDialogProps {
  readonly person: DoorPerson
  readonly acts: MemberActs
  readonly onClose: () => void
}

/** The session is over with it: whatever this page still shows is read anew, as by somebody who is not signed in. */
const leave = () => window.location.assign('/')

export function EraseDialog({ person, acts, onClose }: EraseDialogProps) {
  const words = text.members.erasing
  const [isSure, setSure] = useState(false)
  const erase = async () => {
    if (person.you) {
      if (await acts.send({ kind: 'erase' }, words.done)) leave()
    } else if ((await acts.act('charter.erase_person', { person: person.id })) !== 'refused') onClose()
  }
  return (
    <Dialog
      title={person.you ? words.yours : words.title(nameOf(person))}
      role="alertdialog"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.parts.cancel}</Button>
          <Button kind="danger" onPress={() => void erase()} isDisabled={!isSure} isPending={acts.isPending}>
            {words.go}
          </Button>
        </>
      }
    >
      <div className="members-form">
        <p>{words.goes}</p>
        <p>{words.stays}</p>
        <p>{person.you ? words.handOver : words.byTheRules}</p>
        <Checkbox isSelected={isSure} onChange={setSure}>
          {words.sure}
        </Checkbox>
        {acts.problem && <Failure problem={acts.problem} />}
      </div>
    </Dialog>
  )
}
