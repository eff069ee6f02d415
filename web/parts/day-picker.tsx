// The field and the calendar behind a day; what was typed and lies outside of the bounds stays to be put right.
import './day-picker.css'
import { type CalendarDate, parseDate } from '@internationalized/date'
import { type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { DatePicker } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { FieldError } from 'react-aria-components/FieldError'
import { Group } from 'react-aria-components/Group'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Label } from 'react-aria-components/Label'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { text } from '../messages/text.ts'
import { day as dayWords } from '../words/format.ts'
import { Button as OwnButton } from './button.tsx'
import { Icon } from './icons.tsx'
import { MonthCalendar } from './month-calendar.tsx'

export interface DayFieldProps {
  readonly label: string
  readonly labelHidden?: boolean
  readonly description?: ReactNode
  readonly error?: string | null
  /** YYYY-MM-DD; null: none. */
  readonly value: string | null
  /** A day within the bounds, or null where it was emptied; what lies outside is told to the reader only. */
  readonly onChange: (value: string | null) => void
  readonly min?: string
  readonly max?: string
  /** Whether it can be emptied in the calendar. */
  readonly isOptional?: boolean
  readonly isDisabled?: boolean
}

/** While a year is typed it is 2, 20 and 202 first: no day of ours. */
const earliest = '1970-01-01'
const latest = '2199-12-31'

function dateOf(iso: string | null | undefined): CalendarDate | null {
  try {
    return iso ? parseDate(iso) : null
  } catch {
    // An address may name a day that there is not.
    return null
  }
}

/** null: it lies within. */
function outside(iso: string, min: string | undefined, max: string | undefined): string | null {
  const { day } = text.parts
  if (min !== undefined && iso < min) return day.notBefore(dayWords(min))
  if (max !== undefined && iso > max) return day.notAfter(dayWords(max))
  return iso < earliest || iso > latest ? day.noSuchYear : null
}

function useDraft({ value, onChange, min, max }: DayFieldProps) {
  const [draft, setDraft] = useState<{ of: string | null; date: CalendarDate } | null>(null)
  // Whoever sets another day from outside has the last word.
  const held = draft !== null && draft.of === value ? draft.date : null
  const change = (date: CalendarDate | null) => {
    const iso = date?.toString() ?? null
    const isOutside = iso !== null && outside(iso, min, max) !== null
    setDraft(isOutside && date !== null ? { of: value, date } : null)
    if (!isOutside && iso !== value) onChange(iso)
  }
  return { shown: held ?? dateOf(value), wrong: held && outside(held.toString(), min, max), change }
}

export function DayPicker(props: DayFieldProps) {
  const { label, labelHidden, description, error, value, min, max, isOptional, isDisabled } = props
  const { shown, wrong, change } = useDraft(props)
  const said = wrong ?? error
  return (
    <I18nProvider locale={text.format.dateLocale}>
      <DatePicker
        className="field"
        value={shown}
        onChange={change}
        minValue={dateOf(min) ?? parseDate(earliest)}
        maxValue={dateOf(max) ?? parseDate(latest)}
        isInvalid={Boolean(said)}
        validationBehavior="aria"
        isDisabled={isDisabled ?? false}
        shouldForceLeadingZeros
      >
        <Label className={labelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
        <Group className="field-input day-group">
          <DateInput className="day-input">
            {segment => <DateSegment segment={segment} className="day-segment" />}
          </DateInput>
          <Button className="day-open">
            <Icon name="calendar" />
          </Button>
        </Group>
        {description && (
          <Text slot="description" className="field-description">
            {description}
          </Text>
        )}
        {said && <FieldError className="field-error">{said}</FieldError>}
        <Popover className="floating day-popover" offset={4}>
          <Dialog className="day-dialog">
            {({ close }) => (
              <>
                <MonthCalendar />
                {isOptional && value !== null && (
                  <OwnButton
                    size="small"
                    kind="quiet"
                    onPress={() => {
                      change(null)
                      close()
                    }}
                  >
                    {text.parts.day.clear}
                  </OwnButton>
                )}
              </>
            )}
          </Dialog>
        </Popover>
      </DatePicker>
    </I18nProvider>
  )
}
