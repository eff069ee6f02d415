// What each kind of group needs to be told: a role, a token and how much of it, people by name, seats, a pool.
import type { Answer } from '@equalizer/client'
import { useOrganization } from '../../../data/organization.ts'
import { useRead } from '../../../data/read.ts'
import { text } from '../../../messages/text.ts'
import { Checkbox } from '../../../parts/choices.tsx'
import { TextField } from '../../../parts/field.tsx'
import { Select } from '../../../parts/select.tsx'
import type { GroupDraft } from './group-draft.ts'

interface GroupKindFieldsProps {
  readonly draft: GroupDraft
  /** Groups that it can be elected by or drawn from. */
  readonly others: Answer<'GET /api/organizations/{organization}/rules'>['groups']
  readonly onChange: (change: Partial<GroupDraft>) => void
}

export function GroupKindFields({ draft, others, onChange }: GroupKindFieldsProps) {
  const words = text.moving.groups
  const typed = (
    label: string,
    key: 'role' | 'asset' | 'score' | 'atLeast' | 'seats' | 'size' | 'termDays',
  ) => (
    <TextField label={label} value={draft[key]} isRequired onChange={value => onChange({ [key]: value })} />
  )
  const from = (label: string) => (
    <Select
      label={label}
      value={draft.from === '' ? null : draft.from}
      onChange={value => onChange({ from: value })}
      options={others.map(({ group }) => ({ value: group.id, label: group.name }))}
    />
  )
  switch (draft.kind) {
    case 'listed':
      return <Listed draft={draft} onChange={onChange} />
    case 'role':
      return typed(words.role, 'role')
    case 'balance':
      return (
        <>
          {typed(words.asset, 'asset')}
          {typed(words.atLeast, 'atLeast')}
        </>
      )
    case 'score':
      return (
        <>
          {typed(words.score, 'score')}
          {typed(words.atLeast, 'atLeast')}
        </>
      )
    case 'council':
      return (
        <>
          {from(words.electedBy)}
          {typed(words.seats, 'seats')}
          {typed(words.term, 'termDays')}
        </>
      )
    case 'jury':
      return (
        <>
          {from(words.pool)}
          {typed(words.size, 'size')}
        </>
      )
    case 'everyone':
      return null
  }
}

const shownAtMost = 500

function Listed({ draft, onChange }: Omit<GroupKindFieldsProps, 'others'>) {
  const organization = useOrganization()
  const { data } = useRead('GET /api/organizations/{organization}/members', {
    organization,
    limit: shownAtMost,
  })
  const chosen = new Set(draft.members)
  const toggle = (id: string, isIn: boolean) =>
    onChange({ members: isIn ? [...draft.members, id] : draft.members.filter(one => one !== id) })
  const known = new Set(data?.people.map(({ id }) => id))
  const people = [
    ...(data?.people ?? []),
    // Whoever is listed and not among those shown must not be lost.
    ...draft.members.filter(id => data && !known.has(id)).map(id => ({ id, name: null })),
  ]
  return (
    <fieldset className="rules-people">
      <legend>{text.moving.groups.listed}</legend>
      <div>
        {people.map(({ id, name }) => (
          <Checkbox key={id} isSelected={chosen.has(id)} onChange={isIn => toggle(id, isIn)}>
            {name ?? id}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}
