// The fader: where the organization says it stands, and the mark it aims for.
import type { UnitReport } from '@equalizer/measure'
import { position } from '../words/format.ts'
import { at } from '../words/unit-words.ts'

export function Fader({ unit }: { unit: UnitReport }) {
  const { declared, target } = unit
  return (
    <>
      <span className="track" />
      {target && <span className={`aim ${at(target.position)}`}>{position(target.position)}</span>}
      {declared !== null && <span className={`cap ${at(declared)}`} />}
    </>
  )
}
