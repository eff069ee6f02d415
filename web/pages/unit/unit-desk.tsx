// The unit's strip of the desk, large: the fader that stewards move, the meter that only evidence moves.
import '../../desk/live-desk.css'
import type { UnitReport } from '@equalizer/measure'
import { deskUnitOf, type InForce } from '../../desk/desk-unit.ts'
import { Aim } from '../../desk/fader.tsx'
import { FaderControl } from '../../desk/fader-control.tsx'
import { Meter } from '../../desk/meter.tsx'
import { Scale, Ticks } from '../../desk/scale.tsx'
import { Claim, Gap } from '../../desk/strip.tsx'
import { TargetControl } from '../../desk/target-control.tsx'
import { useNarrow } from '../../desk/use-narrow.ts'
import { text } from '../../messages/text.ts'
import { day, position, unknownMark } from '../../words/format.ts'
import { intervalText, isAlarming, stageOf, unitLabel } from '../../words/unit-words.ts'

export interface UnitDeskProps {
  readonly unit: UnitReport
  readonly rules: InForce | null
  /** Why the slider may not be moved; null: it may. */
  readonly reason: string | null
  /** The same of the fader alone. */
  readonly faderReason: string | null
  readonly onDeclare: (position: number) => void
  /** The target mark was moved; its day stays. */
  readonly onAim: (position: number) => void
}

function Figures({ unit, rules }: Pick<UnitDeskProps, 'unit' | 'rules'>) {
  const { declared, measured } = unit
  const seen = measured.score ?? measured.high
  return (
    <dl className="unit-nums nums">
      <div>
        <dt>{rules?.governed ? text.desk.ruled : text.desk.declared}</dt>
        <dd>
          <strong>{declared === null ? unknownMark : position(declared)}</strong>
          {declared !== null && <small>{stageOf(declared)}</small>}
        </dd>
      </div>
      <div className="true">
        <dt>{text.desk.measured}</dt>
        <dd>
          <strong>{intervalText(measured)}</strong>
          {seen !== null && <small>{stageOf(seen)}</small>}
        </dd>
      </div>
    </dl>
  )
}

function targetText({ target }: UnitReport): string {
  const words = text.unit
  if (!target) return words.noTarget
  const at = position(target.position)
  const stage = stageOf(target.position)
  return target.by ? words.targetBy(at, stage, day(target.by)) : words.target(at, stage)
}

export function UnitDesk({ unit, rules, reason, faderReason, onDeclare, onAim }: UnitDeskProps) {
  const lying = useNarrow()
  const { target } = unit
  const classes = ['unit-desk live', unit.state, isAlarming(unit) ? 'alarming' : '']
  return (
    <section className={classes.filter(Boolean).join(' ')} aria-label={text.unit.desk}>
      <p className="visually-hidden">{unitLabel(deskUnitOf(unit))}</p>
      <Figures unit={unit} rules={rules} />
      <div className="unit-wells">
        <Scale />
        <div className="well">
          <span className="well-picture" aria-hidden="true">
            <Ticks />
            {reason !== null && <Aim target={target} />}
            <Claim unit={{ ...unit, rules }} />
            <Gap unit={deskUnitOf(unit)} />
            <Meter measured={unit.measured} />
          </span>
          <FaderControl
            name={unit.name}
            value={unit.declared}
            lying={lying}
            reason={faderReason}
            onCommit={onDeclare}
          />
          {reason === null && target && (
            <TargetControl
              name={unit.name}
              value={target.position}
              by={target.by === null ? '' : text.board.target.byDay(day(target.by))}
              lying={lying}
              onCommit={onAim}
            />
          )}
        </div>
      </div>
      <p className={unit.target ? 'unit-target' : 'soft'}>{targetText(unit)}</p>
    </section>
  )
}
