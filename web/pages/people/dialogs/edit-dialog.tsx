// Names a person and says who employs, pays or funds them; people of one of these count as one party.
import type { Party } from '@equalizer/client'
import { useState } from 'react'
import { text } from '../../../messages/text.ts'
import { TextField } from '../../../parts/field.tsx'
import { Handle } from '../handle.tsx'
import { actorsAtMost, type Person } from '../party.ts'
import { ActDialog } from './act-dialog.tsx'
import { BondField } from './bond-field.tsx'
import type { DialogProps } from './dialog-props.ts'
import { HandleList } from './handle-list.tsx'
import { useBonds } from './use-bonds.ts'

interface Props extends DialogProps {
  readonly party: Party
  /** null: nobody of the charter yet. */
  readonly person: Person | null
}

const orNull = (name: string): string | null => (name.trim() === '' ? null : name.trim())

export function EditDialog({ party, person, acts, organization, onClose, onDone }: Props) {
  const words = text.people.editDialog
  const bonds = useBonds(organization)
  const [name, setName] = useState(person?.name ?? party.name.slice(0, 120))
  const [employer, setEmployer] = useState(person?.employer ?? '')
  const [payer, setPayer] = useState(person?.payer ?? '')
  const [funder, setFunder] = useState(person?.funder ?? '')
  const known = new Set(party.people.map(({ id }) => id))
  const members = party.members.filter(member =>
    person ? member.person === person.id : member.person === null || !known.has(member.person),
  )
  const save = () =>
    acts.edit({
      actors: members.slice(0, actorsAtMost).map(({ actor }) => actor),
      name: name.trim(),
      employer: orNull(employer),
      payer: orNull(payer),
      funder: orNull(funder),
    })
  const field = { bonds, self: person?.id ?? null }
  return (
    <ActDialog
      form="edit-person"
      title={words.title(person?.name ?? party.name)}
      words={{ cancel: words.cancel, go: words.save }}
      isReady={name.trim() !== '' && members.length > 0}
      act={save}
      onClose={onClose}
      onDone={onDone}
    >
      <TextField
        label={words.name}
        {...(name.trim() === '' ? { error: text.people.merge.badName } : {})}
        value={name}
        onChange={setName}
        maxLength={120}
        autoFocus
      />
      <p className="soft">{words.explain}</p>
      <BondField
        label={words.employer}
        hint={words.employerHint}
        value={employer}
        onChange={setEmployer}
        {...field}
      />
      <BondField label={words.payer} hint={words.payerHint} value={payer} onChange={setPayer} {...field} />
      <BondField
        label={words.funder}
        hint={words.funderHint}
        value={funder}
        onChange={setFunder}
        {...field}
      />
      <HandleList title={words.handles}>
        {members.map(({ actor }) => (
          <li key={actor}>
            <Handle actor={actor} />
          </li>
        ))}
      </HandleList>
    </ActDialog>
  )
}
