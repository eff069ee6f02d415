// One strip of the desk: a unit's name, its two figures, fader and meter, and the verdict; the name opens the facts.
import type { UnitReport } from '@equalizer/measure'
import { text } from '../messages/text.ts'
import { position } from '../words/format.ts'
import { anchorOf, at, intervalText, isAlarming, unitLabel } from '../words/unit-words.ts'
import { Fader } from './fader.tsx'
import { Meter } from './meter.tsx'
import { Ticks } from './scale.tsx'

export interface StripProps {
  readonly unit: UnitReport
  readonly open: boolean
  readonly onOpen: (id: string) => void
}

/** The stretch between light and fader: the message of the desk. */
function Gap({ unit }: { unit: UnitReport }) {
  const { declared, measured } = unit
  if (declared === null || measured.high === null || !isAlarming(unit)) return null
  // The kind end of the interval may reach the fader though the cautious one does not.
  if (Math.round(measured.high) >= Math.round(declared)) return null
  return <span className={`gap ${at(measured.high)} to-${Math.round(declared)}`} />
}

export function Strip({ unit, open, onOpen }: StripProps) {
  const { explanation, declared, measured, state } = unit
  const classes = ['strip', state, isAlarming(unit) ? 'alarming' : '', open ? 'is-open' : '']
  return (
    <li className={classes.filter(Boolean).join(' ')}>
      <h3 className="strip-name" dir="auto">
        <a
          href={`#${anchorOf(unit.id)}`}
          aria-describedby={`says-${unit.id}`}
          onClick={event => {
            event.preventDefault()
            onOpen(unit.id)
          }}
        >
          {unit.name}
        </a>
      </h3>
      <p className="visually-hidden" id={`says-${unit.id}`}>
        {unitLabel(unit)}
      </p>
      <div className="nums" aria-hidden="true">
        <span>
          {text.desk.declared}
          <strong>{declared === null ? '–' : position(declared)}</strong>
        </span>
        <span className="true">
          {text.desk.measured}
          <strong>{intervalText(measured)}</strong>
        </span>
      </div>
      <div className="well" aria-hidden="true">
        <Ticks />
        <Fader unit={unit} />
        <Gap unit={unit} />
        <Meter unit={unit} />
      </div>
      <p className="say" dir="auto">
        <b>{explanation.verdict}.</b> {explanation.sentence}
      </p>
    </li>
  )
}
