// The line of days: one slider from the first evidence to today, with a mark for every day that was recorded.
import './timeline.css'
import type { KeyboardEvent } from 'react'
import { text } from '../../messages/text.ts'
import { count, day as dayWords } from '../../words/format.ts'
import { type Days, dayOfNumber, numberOfDay } from './days.ts'
import { TimeScale } from './time-scale.tsx'
import type { TimeTravel } from './use-time-travel.ts'

export interface TimelineProps {
  readonly days: Days
  readonly travel: TimeTravel
}

const monthDays = 30

/** A month by Page Up and Page Down, where a browser would go by a tenth of everything. */
function byMonth(key: string, at: number): number | null {
  if (key === 'PageUp') return at + monthDays
  return key === 'PageDown' ? at - monthDays : null
}

export function Timeline({ days, travel }: TimelineProps) {
  const { pass, rest } = travel
  const shown = travel.passing ?? travel.asOf ?? days.today
  const last = numberOfDay(days.today)
  const first = Math.min(days.first === null ? last : numberOfDay(days.first), last)
  if (first === last) return null
  const at = Math.min(last, Math.max(first, numberOfDay(shown)))
  const onKeyDown = (event: KeyboardEvent) => {
    const to = byMonth(event.key, at)
    if (to !== null) {
      event.preventDefault()
      pass(dayOfNumber(Math.min(last, Math.max(first, to))))
    }
    if (event.key === 'Enter') rest(dayOfNumber(at))
    if (event.key === 'Escape' && travel.asOf !== undefined) rest(undefined)
  }
  return (
    <div className="time-line">
      <TimeScale first={first} last={last} recorded={days.recorded} />
      <input
        type="range"
        min={first}
        max={last}
        value={at}
        aria-label={text.board.time.label}
        aria-valuetext={shown === days.today ? text.board.time.today : dayWords(dayOfNumber(at))}
        aria-describedby="time-keys"
        onChange={event => pass(dayOfNumber(Number(event.target.value)))}
        onKeyDown={onKeyDown}
        onPointerUp={() => travel.passing !== null && rest(travel.passing)}
      />
      <p className="visually-hidden" id="time-keys">
        {text.board.time.keys} {text.board.time.recorded(count(days.recorded.length))}
      </p>
    </div>
  )
}
