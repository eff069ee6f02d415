// How the units came here: a small picture of each over the recorded days, the weakest first.
import './past.css'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useOrganization } from '../../data/organization.ts'
import type { DeskUnit } from '../../desk/desk-unit.ts'
import { inOrder } from '../../desk/order.ts'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { count, day, position } from '../../words/format.ts'
import { intervalText } from '../../words/unit-words.ts'
import { dayOfNumber, numberOfDay } from './days.ts'
import { PastLine, type PastPoint, pointsByUnit } from './past-line.tsx'
import type { PastDay } from './use-past.ts'

const shownAtFirst = 12

function caption(unit: DeskUnit, points: readonly PastPoint[]): string {
  const said = (point: PastPoint) => (point.score === null ? text.board.past.unknown : position(point.score))
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return unit.name
  const days = [day(dayOfNumber(first.at)), day(dayOfNumber(last.at))] as const
  return text.board.past.caption(unit.name, said(first), days[0], said(last), days[1])
}

export interface PastProps {
  /** Oldest first. */
  readonly days: readonly PastDay[]
  readonly units: readonly DeskUnit[]
}

export function Past({ days, units }: PastProps) {
  const organization = useOrganization()
  const [all, setAll] = useState(false)
  const byUnit = useMemo(() => pointsByUnit(days, numberOfDay), [days])
  const range = {
    first: numberOfDay(days[0]?.day ?? '1970-01-01'),
    last: numberOfDay(days.at(-1)?.day ?? '1970-01-01'),
  }
  const sorted = inOrder(units, 'weakest', text.locale)
  const shown = all ? sorted : sorted.slice(0, shownAtFirst)
  return (
    <section className="board-block past" aria-labelledby="board-past">
      <h2 id="board-past">{text.board.past.heading}</h2>
      {days.length < 2 ? (
        <p className="soft">{text.board.past.none}</p>
      ) : (
        <>
          <p className="soft">{text.board.past.hint}</p>
          <ul className={all ? 'past-list is-long' : 'past-list'}>
            {shown.map(unit => {
              const points = byUnit.get(unit.id) ?? []
              return (
                <li key={unit.id}>
                  <Link to="/o/$organization/units/$unit" params={{ organization, unit: unit.id }} dir="auto">
                    {unit.name}
                  </Link>
                  <span className="past-figure" aria-hidden="true">
                    {intervalText(unit.measured)}
                  </span>
                  <PastLine points={points} {...range} />
                  <span className="visually-hidden">{caption(unit, points)}</span>
                </li>
              )
            })}
          </ul>
          {sorted.length > shownAtFirst && !all && (
            <Button kind="quiet" size="small" onPress={() => setAll(true)}>
              {text.board.past.all(count(sorted.length))}
            </Button>
          )}
        </>
      )}
    </section>
  )
}
