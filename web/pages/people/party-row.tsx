// One party: its name, its first handles, how much it did; opened, everything about it.
import type { Party } from '@equalizer/client'
import { useId } from 'react'
import { text } from '../../messages/text.ts'
import { Checkbox } from '../../parts/choices.tsx'
import { Icon } from '../../parts/icons.tsx'
import { count } from '../../words/format.ts'
import type { DialogsOf } from './dialogs/use-dialogs.ts'
import { Handle } from './handle.tsx'
import { PartyDetail } from './party-detail.tsx'
import type { PeopleActs } from './use-people-acts.ts'
import { bondsOf } from './words.ts'

interface Props {
  readonly party: Party
  readonly isOpen: boolean
  readonly onToggle: (id: string) => void
  readonly mayChange: boolean
  readonly isSelected: boolean
  readonly onSelect: (party: Party) => void
  readonly acts: PeopleActs
  readonly dialogs: DialogsOf
}

const handlesShown = 3

export function PartyRow(props: Props) {
  const { party, isOpen, onToggle, mayChange, isSelected, onSelect, acts, dialogs } = props
  const id = useId()
  const words = text.people
  const shown = party.members.slice(0, handlesShown)
  const more = party.members.length - shown.length
  const bonds = bondsOf(party)
  return (
    <>
      <div className={isSelected ? 'party-line is-selected' : 'party-line'}>
        {mayChange && (
          <Checkbox
            isSelected={isSelected}
            onChange={() => onSelect(party)}
            aria-label={words.select(party.name)}
          />
        )}
        <button
          type="button"
          className="party-open"
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={words.open(party.name)}
          onClick={() => onToggle(party.id)}
        >
          <Icon name={isOpen ? 'down' : 'right'} />
          <span className="party-name" dir="auto">
            {party.name}
          </span>
        </button>
        <div className="party-handles">
          {!isOpen && shown.map(member => <Handle key={member.actor} actor={member.actor} />)}
          {!isOpen && more > 0 && <span className="soft">{words.moreHandles(count(more))}</span>}
          {!isOpen && bonds.length > 0 && (
            <span className="party-bonds" dir="auto">
              {bonds.join(', ')}
            </span>
          )}
        </div>
        <p className="party-observations">
          <span aria-hidden="true">{count(party.observations)}</span>
          <span className="visually-hidden">{words.observations(count(party.observations))}</span>
        </p>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && <PartyDetail party={party} mayChange={mayChange} acts={acts} dialogs={dialogs} />}
      </div>
    </>
  )
}
