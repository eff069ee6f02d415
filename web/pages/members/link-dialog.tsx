// The one-time link by which a member enters: made once, shown once, to be copied.
import type { DoorPerson } from '@equalizer/client/contract'
import { useEffect, useRef } from 'react'
import { useOrganization } from '../../data/organization.ts'
import { useWrite } from '../../data/write.ts'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { CopyLine } from '../../parts/copy-line.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { instant } from '../../words/format.ts'
import { nameOf } from './names.ts'

export interface LinkDialogProps {
  readonly person: DoorPerson
  readonly onClose: () => void
}

export function LinkDialog({ person, onClose }: LinkDialogProps) {
  const organization = useOrganization()
  const words = text.members.link
  const { data, mutateAsync } = useWrite('POST /api/organizations/{organization}/members/{person}/link')
  // A further link would end the one before.
  const made = useRef(false)
  useEffect(() => {
    if (made.current) return
    made.current = true
    void mutateAsync({ input: { organization, person: person.id } })
  }, [mutateAsync, organization, person.id])
  return (
    <Dialog
      title={words.title(nameOf(person))}
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>{text.members.adding.done}</Button>}
    >
      {!data && <Skeleton lines={2} />}
      {data && !data.ok && <Failure problem={data.problem} />}
      {data?.ok && (
        <div className="members-form">
          <p className="soft">{words.hint(instant(data.value.expires))}</p>
          <CopyLine label={words.label} text={new URL(data.value.link, window.location.origin).href} />
        </div>
      )}
    </Dialog>
  )
}
