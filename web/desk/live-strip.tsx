// A strip that answers: its name leads to the unit, its fader moves, its target can be set.
import { type ComponentProps, memo, type ReactNode } from 'react'
import { text } from '../messages/text.ts'
import { count, day, position } from '../words/format.ts'
import { claimBeside, type DeskUnit } from './desk-unit.ts'
import { FaderControl } from './fader-control.tsx'
import { Strip } from './strip.tsx'
import { TargetControl } from './target-control.tsx'

export interface LiveStripProps extends Omit<ComponentProps<'li'>, 'title'> {
  readonly unit: DeskUnit
  readonly title: ReactNode
  readonly lying: boolean
  readonly tabIndex: 0 | -1
  /** Why nothing may be changed here; null: it may. */
  readonly reason: string | null
  /** The same of the fader alone. */
  readonly faderReason: string | null
  readonly onDeclare: (id: string, value: number) => void
  /** Asks for the dialog of both positions. */
  readonly onTarget: (id: string) => void
  /** The target mark was moved; its day stays. */
  readonly onAim: (id: string, value: number) => void
}

function targetText({ target }: DeskUnit): string {
  if (target === null) return text.board.target.none
  return text.desk.aim(position(target.position), target.by === null ? null : day(target.by))
}

/** What the rules in force leave to say: what is claimed beside them, and what is being decided. */
function RulesLine({ unit }: Pick<LiveStripProps, 'unit'>) {
  const words = text.moving.section
  const claimed = claimBeside(unit)
  const open = unit.rules?.openDecisions ?? 0
  if (claimed === null && open === 0) return null
  return (
    <p className="strip-rules">
      {claimed !== null && words.claimed(position(claimed))} {open > 0 && words.openDecisions(count(open))}
    </p>
  )
}

type TargetLineProps = Pick<LiveStripProps, 'unit' | 'reason' | 'tabIndex' | 'onTarget'>

function TargetLine({ unit, reason, tabIndex, onTarget }: TargetLineProps) {
  if (reason !== null) return unit.target ? <p className="strip-target">{targetText(unit)}</p> : null
  return (
    <p className="strip-target">
      <button
        type="button"
        tabIndex={tabIndex}
        onClick={() => onTarget(unit.id)}
        aria-label={text.board.target.label(unit.name, targetText(unit))}
      >
        {targetText(unit)}
      </button>
    </p>
  )
}

type MarkProps = Pick<LiveStripProps, 'unit' | 'lying' | 'tabIndex' | 'onAim'>

function Mark({ unit: { id, name, target }, onAim, ...rest }: MarkProps) {
  if (target === null) return null
  const by = target.by === null ? '' : text.board.target.byDay(day(target.by))
  return (
    <TargetControl
      {...rest}
      name={name}
      value={target.position}
      by={by}
      onCommit={value => onAim(id, value)}
    />
  )
}

export const LiveStrip = memo(function LiveStrip(props: LiveStripProps) {
  const { unit, title, lying, tabIndex, reason, faderReason, onDeclare, onTarget, onAim, ...rest } = props
  const controls = { unit, tabIndex, reason, onTarget }
  return (
    <Strip
      {...rest}
      unit={unit}
      title={title}
      control={
        <FaderControl
          name={unit.name}
          value={unit.declared}
          lying={lying}
          reason={faderReason}
          tabIndex={tabIndex}
          onCommit={value => onDeclare(unit.id, value)}
        />
      }
      aim={reason === null && <Mark {...{ unit, lying, tabIndex, onAim }} />}
      foot={
        <>
          <RulesLine unit={unit} />
          <TargetLine {...controls} />
        </>
      }
    />
  )
})
