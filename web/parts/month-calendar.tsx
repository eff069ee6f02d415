// One month to pick a day from; weeks begin as the reader's language has it.
import { Button } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar'
import { Heading } from 'react-aria-components/Heading'
import { Icon } from './icons.tsx'

export function MonthCalendar() {
  return (
    <Calendar className="month">
      <header className="month-head">
        <Button slot="previous" className="month-turn">
          <Icon name="left" />
        </Button>
        <Heading className="month-name" />
        <Button slot="next" className="month-turn">
          <Icon name="right" />
        </Button>
      </header>
      <CalendarGrid className="month-grid" weekdayStyle="short">
        <CalendarGridHeader>
          {weekday => <CalendarHeaderCell className="month-weekday">{weekday}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>{date => <CalendarCell date={date} className="month-day" />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  )
}
