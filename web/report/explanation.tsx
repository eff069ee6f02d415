// Why a unit stands where it stands, who makes that number up, and what would raise it most.
import type { UnitReport } from '@equalizer/measure'
import { text } from '../messages/text.ts'
import { position, share, unknownMark } from '../words/format.ts'

function Raise({ unit }: { unit: UnitReport }) {
  const { raise } = unit.explanation
  if (!raise) return unit.state === 'unknown' ? null : <p className="soft">{text.units.noRaise}</p>
  const from = raise.from === null ? unknownMark : position(raise.from)
  return (
    <div className="raise">
      <h4>{text.units.raise}</h4>
      <p dir="auto">{raise.sentence}</p>
      <p className="raise-numbers" aria-hidden="true">
        <span>{from}</span> <span className="arrow">→</span> <strong>{position(raise.to)}</strong>
        {raise.unitTo !== null && Math.round(raise.unitTo) !== Math.round(raise.to) && (
          <small>{text.units.unitTo(position(raise.unitTo))}</small>
        )}
      </p>
    </div>
  )
}

export function ExplanationBlock({ unit, minimum }: { unit: UnitReport; minimum: number }) {
  const { actors, sentence } = unit.explanation
  const why = {
    proven: () => text.units.stateWhy.proven(share(unit.coverage)),
    unproven: () => text.units.stateWhy.unproven(share(unit.coverage), share(minimum)),
    unknown: () => text.units.stateWhy.unknown,
  }[unit.state]()
  return (
    <div className="explanation">
      <p className="sentence" dir="auto">
        {sentence}
      </p>
      <p className="soft">
        <span className={`tag ${unit.state}`}>{text.units.state[unit.state]}</span> {why}
      </p>
      {actors.length > 0 && (
        <div className="actors">
          <h4>{text.units.actors}</h4>
          <ul>
            {actors.map((name, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name, and the list never changes
              <li key={i} dir="auto">
                {name}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Raise unit={unit} />
    </div>
  )
}
