// One unit twice: above as it stands on the left, below as on the right, and the difference in words.

import type { DeskUnit } from '../../desk/desk-unit.ts'
import { Fader } from '../../desk/fader.tsx'
import { Meter } from '../../desk/meter.tsx'
import { text } from '../../messages/text.ts'
import { position, unknownMark } from '../../words/format.ts'
import { intervalText, isAlarming, unitLabel } from '../../words/unit-words.ts'
import { differenceWords, type SideNames } from './difference-words.ts'
import type { Difference } from './differences.ts'

function Side({ unit, name }: { readonly unit: DeskUnit; readonly name: string }) {
  return (
    <div className={`compare-one strip ${unit.state} ${isAlarming(unit) ? 'alarming' : ''}`}>
      <span className="compare-name" aria-hidden="true" dir="auto">
        {name}
      </span>
      <span className="visually-hidden">
        {name}: {unitLabel(unit)}
      </span>
      <div className="nums" aria-hidden="true">
        <span>
          {text.desk.declared}
          <strong>{unit.declared === null ? unknownMark : position(unit.declared)}</strong>
        </span>
        <span className="true">
          {text.desk.measured}
          <strong>{intervalText(unit.measured)}</strong>
        </span>
      </div>
      <div className="well" aria-hidden="true">
        <Fader {...unit} />
        <Meter measured={unit.measured} />
      </div>
    </div>
  )
}

export interface CompareRowProps {
  readonly difference: Difference
  readonly names: SideNames
}

const directionOf = (change: number | null): string =>
  change === null ? 'is-unknown' : change > 0 ? 'is-up' : change < 0 ? 'is-down' : 'is-same'

export function CompareRow({ difference, names }: CompareRowProps) {
  const { name, left, right, change } = difference
  const [measured, ...further] = differenceWords(difference, names)
  return (
    <li className={`compare-row ${directionOf(change)}`}>
      <div className="compare-words">
        <h2 className="strip-name" dir="auto">
          {name}
        </h2>
        <p className="compare-change">{measured}</p>
        {further.map(words => (
          <p key={words} className="soft">
            {words}
          </p>
        ))}
      </div>
      <div className="compare-wells rows">
        <Side unit={left} name={names.left} />
        <Side unit={right} name={names.right} />
      </div>
    </li>
  )
}
