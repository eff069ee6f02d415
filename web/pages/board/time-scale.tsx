// What stands under the line of days: years and months, and a fine mark for every recorded day.
import { monthOf } from '../../words/format.ts'
import { dayOfNumber, numberOfDay, type RecordedDay } from './days.ts'

interface Mark {
  readonly at: number
  readonly name: string
}

const namesAtMost = 7

/** The first days of months, as many as can be read beside each other. */
function marks(first: number, last: number): Mark[] {
  const start = new Date(dayOfNumber(first))
  const found: Mark[] = []
  for (let month = 1; ; month += 1) {
    const iso = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + month, 1)).toISOString()
    const at = numberOfDay(iso.slice(0, 10))
    if (at > last) break
    found.push({ at, name: monthOf(iso.slice(0, 10)) })
  }
  const step = Math.max(1, Math.ceil(found.length / namesAtMost))
  // Counted back from today, so that the newest name is always there.
  return found.filter((_, i) => (found.length - 1 - i) % step === 0)
}

export interface TimeScaleProps {
  readonly first: number
  readonly last: number
  readonly recorded: readonly RecordedDay[]
}

export function TimeScale({ first, last, recorded }: TimeScaleProps) {
  const along = (number: number) => ((number - first) / (last - first)) * 1000
  const lines = recorded
    .map(({ day }) => numberOfDay(day))
    .filter(number => number >= first)
    .map(number => `M${along(number).toFixed(1)} 0V8`)
    .join('')
  return (
    <div className="time-scale" aria-hidden="true">
      <svg viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <path d={lines} vectorEffect="non-scaling-stroke" />
      </svg>
      {marks(first, last).map(({ at, name }) => (
        <span key={at} className="time-name" style={{ insetInlineStart: `${along(at) / 10}%` }}>
          {name}
        </span>
      ))}
    </div>
  )
}
