// A position as a small bar: solid up to what is proven, pale up to what is not ruled out, hatched where nothing is known.
import type { Measured } from '@equalizer/measure'
import { at } from '../words/unit-words.ts'

/** Hidden from screen readers: the same figures stand beside it. */
export function IntervalBar({ measured, warns = false }: { measured: Measured; warns?: boolean }) {
  const { low, high } = measured
  const classes = ['interval-bar', warns ? 'warns' : '', high === null ? 'is-unknown' : '']
  return (
    <span className={classes.filter(Boolean).join(' ')} aria-hidden="true">
      {high !== null && <span className={`interval-high ${at(high)}`} />}
      {low !== null && <span className={`interval-low ${at(low)}`} />}
    </span>
  )
}
