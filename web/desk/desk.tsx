// The desk: every unit as a strip, side by side while they fit, as rows once there are many.
import type { Report } from '@equalizer/measure'
import { text } from '../messages/text.ts'
import { Scale } from './scale.tsx'
import { Strip } from './strip.tsx'

/** More strips than this cannot be read side by side on any screen. */
const stripsAtMost = 10

export interface DeskProps {
  readonly report: Report
  readonly openId: string | null
  readonly onOpen: (id: string) => void
}

function Key() {
  const { key } = text.desk
  return (
    <ul className="key" aria-hidden="true">
      <li className="key-cap">{key.declared}</li>
      <li className="key-lit">{key.measured}</li>
      <li className="key-maybe">{key.maybe}</li>
      <li className="key-unproven">{key.unproven}</li>
      <li className="key-aim">{key.target}</li>
    </ul>
  )
}

export function Desk({ report, openId, onOpen }: DeskProps) {
  const { units } = report
  if (units.length === 0) {
    return (
      <section className="desk-empty" id="desk" aria-labelledby="desk-heading">
        <h2 id="desk-heading">{text.desk.empty.title}</h2>
        <p>{text.desk.empty.hint}</p>
      </section>
    )
  }
  const rows = units.length > stripsAtMost
  return (
    <section id="desk" aria-labelledby="desk-heading">
      <h2 className="visually-hidden" id="desk-heading">
        {text.desk.heading}
      </h2>
      <div className={rows ? 'desk rows' : `desk strips of-${units.length}`}>
        {!rows && <Scale />}
        <ul className="strip-list">
          {units.map(unit => (
            <Strip key={unit.id} unit={unit} open={unit.id === openId} onOpen={onOpen} />
          ))}
        </ul>
      </div>
      <Key />
    </section>
  )
}
