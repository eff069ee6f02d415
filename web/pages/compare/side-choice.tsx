// Choosing one side of a comparison: which organization, as of which day.
import type { Organization } from '@equalizer/client'
import { text } from '../../messages/text.ts'
import { DayField } from '../../parts/day-field.tsx'
import { Select } from '../../parts/select.tsx'
import type { Side } from './use-sides.ts'

export interface SideChoiceProps {
  /** Left or right. */
  readonly title: string
  readonly side: Side
  readonly organizations: readonly Organization[]
  readonly today: string | undefined
  readonly onSide: (side: Side) => void
}

export function SideChoice({ title, side, organizations, today, onSide }: SideChoiceProps) {
  return (
    <fieldset className="compare-side">
      <legend>{title}</legend>
      <Select
        label={text.compare.organization}
        value={side.organization}
        onChange={organization => onSide({ ...side, organization })}
        options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DayField
        label={text.compare.day}
        value={side.day ?? today ?? null}
        onChange={day => onSide({ ...side, day: day === today ? null : day })}
        {...(today ? { max: today } : {})}
      />
    </fieldset>
  )
}
