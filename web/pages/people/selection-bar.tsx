// What can be done with the parties that are chosen; stands at the lower edge while any are.
import type { Party } from '@equalizer/client'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { count } from '../../words/format.ts'
import type { Selection } from './use-selection.ts'

interface Props {
  readonly selection: Selection
  readonly onMerge: (parties: readonly Party[]) => void
  readonly onBond: (parties: readonly Party[]) => void
}

export function SelectionBar({ selection, onMerge, onBond }: Props) {
  const { parties, clear } = selection
  const words = text.people
  return (
    <div className="people-selection-place" role="status">
      {parties.length > 0 && (
        <div className="people-selection">
          <p>
            <strong>{words.selected(count(parties.length))}</strong>{' '}
            <span className="people-selection-names" dir="auto">
              {parties.map(party => party.name).join(', ')}
            </span>
          </p>
          <div className="people-selection-acts">
            <Button kind="quiet" size="small" onPress={clear}>
              {words.clearSelection}
            </Button>
            <Button size="small" isDisabled={parties.length < 2} onPress={() => onBond(parties)}>
              {words.bondSelected}
            </Button>
            <Button
              kind="primary"
              size="small"
              isDisabled={parties.length < 2}
              onPress={() => onMerge(parties)}
            >
              {words.mergeSelected}
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}
