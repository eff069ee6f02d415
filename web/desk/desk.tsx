// The desk of the report page: every unit as a strip, side by side while they fit, as rows once there are many.
import type { Report } from '@equalizer/measure'
import { text } from '../messages/text.ts'
import { anchorOf } from '../words/unit-words.ts'
import { deskUnitOf } from './desk-unit.ts'
import { Key } from './key.tsx'
import { Scale } from './scale.tsx'
import { Strip, saysId } from './strip.tsx'
import { useFit } from './use-fit.ts'

/** The report's page is less wide than the board. */
const stripsInReport = 7

export interface DeskProps {
  readonly report: Report
  readonly openId: string | null
  readonly onOpen: (id: string) => void
}

export function Desk({ report, openId, onOpen }: DeskProps) {
  const { units } = report
  const fit = useFit(units.length)
  if (units.length === 0) {
    return (
      <section className="desk-empty" id="desk" aria-labelledby="desk-heading">
        <h2 id="desk-heading">{text.desk.empty.title}</h2>
        <p>{text.desk.empty.hint}</p>
      </section>
    )
  }
  const rows = !fit || units.length > stripsInReport
  return (
    <section id="desk" aria-labelledby="desk-heading">
      <h2 className="visually-hidden" id="desk-heading">
        {text.desk.heading}
      </h2>
      <div className={rows ? 'desk rows' : `desk strips of-${units.length}`}>
        {!rows && <Scale />}
        <ul className="strip-list">
          {units.map(unit => (
            <Strip
              key={unit.id}
              unit={deskUnitOf(unit)}
              open={unit.id === openId}
              title={
                <a
                  href={`#${anchorOf(unit.id)}`}
                  aria-describedby={saysId(unit)}
                  onClick={event => {
                    event.preventDefault()
                    onOpen(unit.id)
                  }}
                >
                  {unit.name}
                </a>
              }
            />
          ))}
        </ul>
      </div>
      <Key />
    </section>
  )
}
