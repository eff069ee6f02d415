// One strip of the desk: a unit's name, its two figures, fader and meter, and the verdict.
import type { ComponentProps, ReactNode } from 'react'
import { text } from '../messages/text.ts'
import { position, unknownMark } from '../words/format.ts'
import { sentenceOf, verdictOf } from '../words/said-words.ts'
import { at, intervalText, isAlarming, unitLabel } from '../words/unit-words.ts'
import { claimBeside, type DeskUnit } from './desk-unit.ts'
import { Aim, Fader } from './fader.tsx'
import { Meter } from './meter.tsx'
import { Ticks } from './scale.tsx'

export interface StripProps extends Omit<ComponentProps<'li'>, 'title'> {
  readonly unit: DeskUnit
  /** The link that opens the unit; it is described by `saysId(unit)`. */
  readonly title: ReactNode
  readonly open?: boolean
  /** A fader that moves, in place of its picture. */
  readonly control?: ReactNode
  /** A target mark that moves, in place of its picture. */
  readonly aim?: ReactNode
  readonly foot?: ReactNode
}

export const saysId = (unit: Pick<DeskUnit, 'id'>): string => `says-${unit.id}`

/** The stretch between light and fader: the message of the desk. */
export function Gap({ unit }: { unit: DeskUnit }) {
  const { declared, measured } = unit
  if (declared === null || measured.high === null || !isAlarming(unit)) return null
  // The kind end of the interval may reach the fader though the cautious one does not.
  if (Math.round(measured.high) >= Math.round(declared)) return null
  return <span className={`gap ${at(measured.high)} to-${Math.round(declared)}`} />
}

/** What the charter claims, as a small mark beside the fader that stands where the rules put it. */
export function Claim({ unit }: { unit: Pick<DeskUnit, 'declared' | 'rules'> }) {
  const claimed = claimBeside(unit)
  return claimed !== null && <span className={`claim ${at(claimed)}`} />
}

function Figures({ declared, measured, rules }: Pick<DeskUnit, 'declared' | 'measured' | 'rules'>) {
  return (
    <div className="nums" aria-hidden="true">
      <span>
        {rules?.governed ? text.desk.ruled : text.desk.declared}
        <strong>{declared === null ? unknownMark : position(declared)}</strong>
      </span>
      <span className="true">
        {text.desk.measured}
        <strong>{intervalText(measured)}</strong>
      </span>
    </div>
  )
}

export function Strip({ unit, title, open = false, control, aim, foot, className, ...rest }: StripProps) {
  const classes = ['strip', unit.state, isAlarming(unit) ? 'alarming' : '', open ? 'is-open' : '', className]
  return (
    <li {...rest} className={classes.filter(Boolean).join(' ')}>
      <h3 className="strip-name" dir="auto">
        {title}
      </h3>
      <p className="visually-hidden" id={saysId(unit)}>
        {unitLabel(unit)}
      </p>
      <Figures {...unit} />
      <div className="well">
        <span className="well-picture" aria-hidden="true">
          <Ticks />
          {control ? !aim && <Aim target={unit.target} /> : <Fader {...unit} />}
          <Claim unit={unit} />
          <Gap unit={unit} />
          <Meter measured={unit.measured} />
        </span>
        {control}
        {aim}
      </div>
      <div className="strip-words">
        <p className="say" dir="auto">
          <b>{verdictOf(unit.explanation)}.</b> {sentenceOf(unit.explanation)}
        </p>
        {foot}
      </div>
    </li>
  )
}
