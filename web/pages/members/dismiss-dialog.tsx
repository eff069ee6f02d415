// Asks before a membership is ended.
import type { DoorPerson } from '@equalizer/client/contract'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Failure } from '../../parts/failure.tsx'
import { nameOf } from './names.ts'
import type { MemberActs } from './use-member-acts.ts'

export interface DismissDialogProps {
  readonly person: DoorPerson
  readonly acts: MemberActs
  readonly onClose: () => void
}

export function DismissDialog({ person, acts, onClose }: DismissDialogProps) {
  const words = text.members.dismissing
  const end = async () => {
    if ((await acts.act('charter.dismiss', { person: person.id })) !== 'refused') onClose()
  }
  return (
    <Dialog
      title={words.title(nameOf(person))}
      role="alertdialog"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.parts.cancel}</Button>
          <Button kind="danger" onPress={() => void end()} isPending={acts.isPending}>
            {words.go}
          </Button>
        </>
      }
    >
      <div className="members-form">
        <p>{words.text}</p>
        {acts.problem && <Failure problem={acts.problem} />}
      </div>
    </Dialog>
  )
}
