// The fader that moves: a slider for hands, keys and screen readers.
import { text } from '../messages/text.ts'
import { position } from '../words/format.ts'
import { at, stageOf } from '../words/unit-words.ts'
import { type FaderState, useFader } from './use-fader.ts'

export interface FaderControlProps extends Omit<FaderState, 'locked'> {
  readonly name: string
  /** Why it may not be moved; null: it may. */
  readonly reason: string | null
  readonly tabIndex?: number
}

/** `50, Shared`; or that nothing is declared. */
export function valueText(value: number | null): string {
  return value === null ? text.label.undeclared : text.board.fader.value(position(value), stageOf(value))
}

export function FaderControl(props: FaderControlProps) {
  const { name, reason, lying, tabIndex = 0 } = props
  const { shown, isPending, track, cap } = useFader({ ...props, locked: reason !== null })
  const classes = ['cap', at(shown ?? 0), shown === null ? 'is-undeclared' : '', isPending ? 'is-moving' : '']
  return (
    <span className={reason === null ? 'fader' : 'fader is-locked'} {...track} title={reason ?? undefined}>
      <span className="track" />
      <span
        {...cap}
        className={classes.filter(Boolean).join(' ')}
        role="slider"
        tabIndex={tabIndex}
        aria-label={text.board.fader.label(name)}
        aria-orientation={lying ? 'horizontal' : 'vertical'}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(shown ?? 0)}
        aria-valuetext={reason === null ? valueText(shown) : `${valueText(shown)}. ${reason}`}
        aria-readonly={reason !== null}
      />
      {isPending && (
        <span className={`fader-says ${at(shown ?? 0)}`} aria-hidden="true">
          <b>{position(shown ?? 0)}</b> {stageOf(shown ?? 0)}
        </span>
      )}
    </span>
  )
}
