// Delegates the reader's weight: to whom, and for everything, one unit, or one class of a unit.
import type { DoorPerson, UnitRules } from '@equalizer/client/contract'
import { useId, useState } from 'react'
import type { Command } from '../../data/door.ts'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { RadioCards } from '../../parts/choices.tsx'
import { Combo } from '../../parts/combo.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Select } from '../../parts/select.tsx'
import { nameOf } from './names.ts'
import type { MemberActs } from './use-member-acts.ts'

type Kind = 'everything' | 'unit' | 'class'
type Scope = Extract<Command, { kind: 'delegate' }>['scope']

export interface DelegateDialogProps {
  /** Chosen already, where it was pressed beside a name. */
  readonly to: DoorPerson | null
  readonly people: readonly DoorPerson[]
  readonly units: readonly UnitRules[]
  readonly acts: MemberActs
  readonly onClose: () => void
}

function scopeOf(kind: Kind, unit: string | null, className: string | null): Scope | null {
  if (kind === 'everything') return { kind }
  if (unit === null) return null
  if (kind === 'unit') return { kind, unit }
  return className === null ? null : { kind, unit, class: className }
}

export function DelegateDialog({ to, people, units, acts, onClose }: DelegateDialogProps) {
  const words = text.members.delegations.dialog
  const form = useId()
  const [person, setPerson] = useState<string | null>(to?.id ?? null)
  const [kind, setKind] = useState<Kind>('everything')
  const [unit, setUnit] = useState<string | null>(null)
  const [className, setClassName] = useState<string | null>(null)
  const scope = scopeOf(kind, unit, className)
  const others = people.filter(one => one.member && !one.you)
  const classes = units.find(one => one.unit === unit)?.classes ?? []
  const give = async () => {
    if (person === null || scope === null) return
    const done = text.members.delegations.done
    if (await acts.send({ kind: 'delegate', to: person, scope }, done)) onClose()
  }
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.parts.cancel}</Button>
          <Button
            kind="primary"
            type="submit"
            form={form}
            isDisabled={person === null || scope === null}
            isPending={acts.isPending}
          >
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
          void give()
        }}
      >
        <Combo
          label={words.to}
          value={person}
          onChange={setPerson}
          options={others.map(one => ({ value: one.id, label: nameOf(one) }))}
        />
        <RadioCards<Kind>
          label={words.scope}
          value={kind}
          onChange={setKind}
          options={(['everything', 'unit', 'class'] as const).map(value => ({ value, title: words[value] }))}
        />
        {kind !== 'everything' && (
          <Select
            label={words.unitLabel}
            value={unit}
            onChange={chosen => {
              setUnit(chosen)
              setClassName(null)
            }}
            options={units.map(one => ({ value: one.unit, label: one.name }))}
          />
        )}
        {kind === 'class' && (
          <Select
            label={words.classLabel}
            value={className}
            onChange={setClassName}
            options={classes.map(one => ({ value: one.id, label: one.name }))}
            isDisabled={unit === null}
          />
        )}
        <p className="soft">{words.hint}</p>
        {acts.problem && <Failure problem={acts.problem} />}
      </form>
    </Dialog>
  )
}
