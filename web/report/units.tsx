// Every unit beneath the desk, each opening down to the facts.
import type { Report } from '@equalizer/measure'
import { text } from '../messages/text.ts'
import { UnitDetail } from './unit-detail.tsx'

/** Beyond this many units the facts are drawn only when a unit is opened, or the page would grow to tens of MB. */
const fullUnitsAtMost = 24

/** Paper opens every unit; none of that is a reader's choice. */
const ignore = (): void => undefined

export interface UnitsProps {
  readonly report: Report
  readonly openId: string | null
  readonly onToggle: (id: string, open: boolean) => void
  /** On paper every unit stands open. */
  readonly printing: boolean
}

export function Units({ report, openId, onToggle, printing }: UnitsProps) {
  const { units, rulebook } = report
  if (units.length === 0) return null
  return (
    <section className="units" aria-labelledby="units-heading">
      <h2 id="units-heading">{text.units.heading}</h2>
      <p className="soft no-print">{text.units.hint}</p>
      <ul className="unit-list">
        {units.map(unit => (
          <UnitDetail
            key={unit.id}
            unit={unit}
            open={openId === unit.id || (printing && units.length <= fullUnitsAtMost)}
            full={units.length <= fullUnitsAtMost}
            minimumCoverage={rulebook.minimumCoverage}
            onToggle={printing ? ignore : onToggle}
          />
        ))}
      </ul>
    </section>
  )
}
