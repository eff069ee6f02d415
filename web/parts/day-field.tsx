// A day of the calendar, as the browser's own picker gives it: YYYY-MM-DD, without a zone.
import './field.css'
import { useId } from 'react'

export interface DayFieldProps {
  readonly label: string
  readonly labelHidden?: boolean
  readonly description?: string
  readonly error?: string | null
  /** YYYY-MM-DD; null: none. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly min?: string
  readonly max?: string
  readonly isDisabled?: boolean
}

export function DayField(props: DayFieldProps) {
  const { label, labelHidden, description, error, value, onChange, min, max, isDisabled } = props
  const id = useId()
  const about = [description && `${id}-description`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="field" data-invalid={error ? '' : undefined}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      <input
        id={id}
        type="date"
        className="field-input"
        value={value ?? ''}
        min={min}
        max={max}
        disabled={isDisabled}
        aria-invalid={error ? true : undefined}
        aria-describedby={about || undefined}
        onChange={event => onChange(event.target.value || null)}
      />
      {description && (
        <span id={`${id}-description`} className="field-description">
          {description}
        </span>
      )}
      {error && (
        <span id={`${id}-error`} className="field-error">
          {error}
        </span>
      )}
    </div>
  )
}
