// The day that is shown, how it was come by, and the line of days to go to another one.
import type { Board } from '@equalizer/client'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { day as dayWords } from '../../words/format.ts'
import type { Days } from './days.ts'
import { Timeline } from './timeline.tsx'
import type { PastDay } from './use-past.ts'
import { usePlay } from './use-play.ts'
import type { TimeTravel } from './use-time-travel.ts'

export interface TimeBarProps {
  readonly days: Days | undefined
  /** The days that have figures, for playing. */
  readonly past: readonly PastDay[]
  readonly board: Board | undefined
  readonly travel: TimeTravel
  /** The board of the day is on its way. */
  readonly isWaiting: boolean
}

export function TimeBar({ days, past, board, travel, isWaiting }: TimeBarProps) {
  const play = usePlay(past, days?.today, travel)
  const { time } = text.board
  const shown = travel.passing ?? travel.asOf
  const isPast = shown !== undefined && shown !== days?.today
  const basis = board && travel.passing === null ? time.basis[board.basis] : ''
  return (
    <section className={isPast ? 'time is-past' : 'time'} aria-label={time.label}>
      <p className="time-says">
        <b>{isPast ? time.asOf(dayWords(shown)) : time.today}</b>{' '}
        <span role="status">{isWaiting ? time.waiting : basis}</span>
      </p>
      <div className="time-buttons">
        {isPast && (
          <Button kind="plain" size="small" onPress={() => travel.rest(undefined)}>
            {time.back}
          </Button>
        )}
        {play.possible && (
          <Button kind="quiet" size="small" onPress={play.toggle}>
            {play.playing ? time.pause : time.play}
          </Button>
        )}
      </div>
      {days ? <Timeline days={days} travel={travel} /> : <div className="time-line" />}
    </section>
  )
}
