// Gives a member a role: one that groups name, or another.
import type { DoorPerson } from '@equalizer/client/contract'
import { useId, useState } from 'react'
import { useOrganization } from '../../data/organization.ts'
import { useRead } from '../../data/read.ts'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Combo } from '../../parts/combo.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Failure } from '../../parts/failure.tsx'
import { nameOf, roleWords } from './names.ts'
import type { MemberActs } from './use-member-acts.ts'

const roleForm = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/

export interface RoleDialogProps {
  readonly person: DoorPerson
  readonly acts: MemberActs
  readonly onClose: () => void
}

export function RoleDialog({ person, acts, onClose }: RoleDialogProps) {
  const organization = useOrganization()
  const words = text.members.granting
  const form = useId()
  const [role, setRole] = useState<string | null>(null)
  const { data } = useRead('GET /api/organizations/{organization}/rules', { organization })
  const named = (data?.groups ?? []).flatMap(({ group }) => (group.kind === 'role' ? [group.role] : []))
  const offered = [...new Set(['steward', ...named])].filter(one => !person.roles.includes(one))
  const isGood = role !== null && roleForm.test(role)
  const grant = async () => {
    if (role === null || !isGood) return
    if ((await acts.act('charter.grant_role', { person: person.id, role })) !== 'refused') onClose()
  }
  return (
    <Dialog
      title={words.title(nameOf(person))}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.parts.cancel}</Button>
          <Button kind="primary" type="submit" form={form} isDisabled={!isGood} isPending={acts.isPending}>
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
          void grant()
        }}
      >
        <Combo
          label={words.role}
          description={words.hint}
          error={role !== null && !isGood ? words.bad : null}
          value={role}
          onChange={setRole}
          options={offered.map(value => ({ value, label: roleWords(value) }))}
          allowsOther
        />
        {acts.problem && <Failure problem={acts.problem} />}
      </form>
    </Dialog>
  )
}
