// A day of the calendar, YYYY-MM-DD and without a zone, typed or picked in the reader's own order of day and month.
import './field.css'
import { lazy, Suspense } from 'react'
import type { DayFieldProps } from './day-picker.tsx'

// The calendar is large, and no page needs it at first.
const DayPicker = lazy(async () => ({ default: (await import('./day-picker.tsx')).DayPicker }))

export function DayField(props: DayFieldProps) {
  return (
    <Suspense fallback={<Waiting {...props} />}>
      <DayPicker {...props} />
    </Suspense>
  )
}

/** As large as the field, so that nothing moves when it comes. */
function Waiting({ label, labelHidden, description }: DayFieldProps) {
  return (
    <div className="field" aria-busy="true">
      <span className={labelHidden ? 'visually-hidden' : 'field-label'}>{label}</span>
      <span className="field-input" />
      {description && <span className="field-description">{description}</span>}
    </div>
  )
}
