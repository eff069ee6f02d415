// Makes one person of several handles: asks for the name and says what becomes one and what that does.
import type { Party } from '@equalizer/client'
import { useState } from 'react'
import { text } from '../../../messages/text.ts'
import { TextField } from '../../../parts/field.tsx'
import { count } from '../../../words/format.ts'
import { Handle } from '../handle.tsx'
import { actorsAtMost, likelyName, shownName } from '../party.ts'
import { ActDialog } from './act-dialog.tsx'
import type { DialogProps } from './dialog-props.ts'
import { HandleList } from './handle-list.tsx'
import { handlesToName } from './handles-to-name.ts'
import type { Named } from './use-dialogs.ts'

interface Props extends DialogProps {
  readonly handles: readonly Named[]
  /** null: handles were suggested, and whose they are is not known here. */
  readonly parties: readonly Party[] | null
}

function firstName(handles: readonly Named[]): string {
  const busiest = [...handles].sort((a, b) => b.observations - a.observations)
  const named = busiest.find(one => one.name?.includes(' ')) ?? busiest[0]
  return named ? shownName(named) : ''
}

export function MergeDialog({ handles, parties, acts, onClose, onDone }: Props) {
  const words = text.people.merge
  const [name, setName] = useState(() => (parties ? likelyName(parties) : firstName(handles)).slice(0, 120))
  const actors = parties ? handlesToName(parties) : handles.map(one => one.actor)
  const along = handles.length - actors.length
  const things = parties?.length ?? handles.length
  return (
    <ActDialog
      form="merge-people"
      title={words.title(count(things))}
      words={words}
      isReady={name.trim() !== '' && actors.length <= actorsAtMost}
      act={() => acts.merge(actors, name.trim())}
      onClose={onClose}
      onDone={onDone}
    >
      <TextField
        label={words.name}
        description={words.nameHint}
        {...(name.trim() === '' ? { error: words.badName } : {})}
        value={name}
        onChange={setName}
        maxLength={120}
        autoFocus
      />
      <HandleList title={words.willBe}>
        {handles.map(one => (
          <li key={one.actor}>
            <Handle actor={one.actor} />{' '}
            <span className="soft" dir="auto">
              {one.name}
            </span>
          </li>
        ))}
      </HandleList>
      {parties && along > 0 && <p className="soft">{words.others(count(along))}</p>}
      {actors.length > actorsAtMost ? (
        <p className="warning">{words.tooMany(count(actorsAtMost))}</p>
      ) : (
        <p>{words.effect(count(things), '1')}</p>
      )}
    </ActDialog>
  )
}
