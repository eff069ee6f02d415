// The level meter: lit up to what the evidence proves, pale up to what it does not rule out, hatched where unproven.
import type { UnitReport } from '@equalizer/measure'
import { at } from '../words/unit-words.ts'

const lamps = 25
const step = 100 / lamps

/** Up to the top of the lamp that a position reaches; a known 0 still lights the first one, or it would look unknown. */
const litTo = (value: number): number => Math.max(step, Math.round(value / step) * step)

export function Meter({ unit }: { unit: UnitReport }) {
  const { low, high } = unit.measured
  return (
    <span className="meter">
      <span className="lamps" />
      {high !== null && <span className={`lamps maybe ${at(litTo(high))}`} />}
      {low !== null && <span className={`lamps lit ${at(litTo(low))}`} />}
    </span>
  )
}
