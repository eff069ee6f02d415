// The target mark that moves: taken by the hand, or gone to by keys as a slider of its own beside the fader.
import { text } from '../messages/text.ts'
import { position } from '../words/format.ts'
import { at, stageOf } from '../words/unit-words.ts'
import { useFader } from './use-fader.ts'

export interface TargetControlProps {
  readonly name: string
  readonly value: number
  /** By when, in words; empty: by no day. */
  readonly by: string
  readonly lying: boolean
  readonly tabIndex?: number
  readonly onCommit: (value: number) => void
}

export function TargetControl({ name, value, by, lying, tabIndex = 0, onCommit }: TargetControlProps) {
  const { shown, isPending, track, cap } = useFader({ value, lying, locked: false, onCommit })
  const standing = shown ?? value
  const said = text.board.fader.value(position(standing), stageOf(standing))
  return (
    <span className="aim-rail" {...track}>
      <span
        {...cap}
        className={`aim ${at(standing)}${isPending ? ' is-moving' : ''}`}
        role="slider"
        tabIndex={tabIndex}
        aria-label={text.board.target.slider(name)}
        aria-orientation={lying ? 'horizontal' : 'vertical'}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(standing)}
        aria-valuetext={by ? `${said}, ${by}` : said}
      >
        {position(standing)}
        {isPending && <small>{stageOf(standing)}</small>}
      </span>
    </span>
  )
}
