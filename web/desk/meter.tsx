// The level meter: lit up to what the evidence proves, pale up to what it does not rule out, hatched where unproven.
import type { Measured } from '@equalizer/measure'
import { at } from '../words/unit-words.ts'
import { litTo } from './lamps.ts'

/** Both stretches are always there, so that a new reading moves them. */
export function Meter({ measured }: { measured: Measured }) {
  const { low, high } = measured
  return (
    <span className="meter">
      <span className="lamps" />
      <span className={`lamps maybe ${high === null ? 'at-0' : at(litTo(high))}`} />
      <span className={`lamps lit ${low === null ? 'at-0' : at(litTo(low))}`} />
    </span>
  )
}
