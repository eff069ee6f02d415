// The fader as a picture: where the organization says it stands, and the mark it aims for.
import { position } from '../words/format.ts'
import { at } from '../words/unit-words.ts'
import type { DeskUnit } from './desk-unit.ts'

export function Aim({ target }: Pick<DeskUnit, 'target'>) {
  return target && <span className={`aim ${at(target.position)}`}>{position(target.position)}</span>
}

export function Fader({ declared, target }: Pick<DeskUnit, 'declared' | 'target'>) {
  return (
    <>
      <span className="track" />
      <Aim target={target} />
      {declared !== null && <span className={`cap ${at(declared)}`} />}
    </>
  )
}
