// The strip of the desk in each of its states.
import { useId } from 'react'
import type { DeskUnit } from '../../desk/desk-unit.ts'
import { Key } from '../../desk/key.tsx'
import { Scale } from '../../desk/scale.tsx'
import { Strip } from '../../desk/strip.tsx'
import { text } from '../../messages/text.ts'

type Name = keyof typeof text.design.stripNames
type Sketch = Pick<DeskUnit, 'declared' | 'measured' | 'state' | 'target'>

const interval = (low: number | null, high: number | null) => ({ score: low, low, high })
const by = (position: number) => ({ position, by: null })

const sketches: Readonly<Record<Name, Sketch>> = {
  step: { declared: 50, measured: interval(47, 55), state: 'proven', target: by(75) },
  ahead: { declared: 50, measured: interval(8, 14), state: 'proven', target: by(60) },
  behind: { declared: 25, measured: interval(62, 62), state: 'proven', target: null },
  unproven: { declared: 30, measured: interval(22, 70), state: 'unproven', target: by(50) },
  risky: { declared: 80, measured: interval(10, 40), state: 'unproven', target: null },
  unknown: { declared: 50, measured: interval(null, null), state: 'unknown', target: null },
}

/** As many as stand side by side in half a page. */
const rows: readonly (readonly Name[])[] = [
  ['step', 'ahead', 'behind'],
  ['unproven', 'risky', 'unknown'],
]

function Desk({ names }: { readonly names: readonly Name[] }) {
  const prefix = useId()
  const { stripNames, stripText } = text.design
  return (
    <div className="desk strips of-3 design-desk">
      <Scale />
      <ul className="strip-list">
        {names.map(name => {
          const verdict = stripNames[name]
          const unit: DeskUnit = {
            ...sketches[name],
            id: `${prefix}${name}`,
            name: verdict,
            coverage: sketches[name].state === 'proven' ? 0.94 : 0.46,
            bound: null,
            explanation: { verdict, sentence: stripText, actors: [], raise: null },
          }
          return <Strip key={name} unit={unit} title={verdict} />
        })}
      </ul>
    </div>
  )
}

export function Strips() {
  return (
    <>
      {rows.map(names => (
        <Desk key={names.join()} names={names} />
      ))}
      <Key />
    </>
  )
}
