// Why a unit stands where it stands, who makes that number up, and what would raise it most.
import type { UnitReport } from '@equalizer/measure'
import { text } from '../messages/text.ts'
import { position, share, unknownMark } from '../words/format.ts'
import { raiseOf, sentenceOf } from '../words/said-words.ts'

interface PartProps {
  readonly unit: UnitReport
  /** Of its heading, by where it stands. */
  readonly level?: 'h2' | 'h4'
}

export function Raise({ unit, level: Level = 'h4' }: PartProps) {
  const { raise } = unit.explanation
  if (!raise) return unit.state === 'unknown' ? null : <p className="soft">{text.units.noRaise}</p>
  const from = raise.from === null ? unknownMark : position(raise.from)
  return (
    <div className="raise">
      <Level>{text.units.raise}</Level>
      <p dir="auto">{raiseOf(unit.explanation)}</p>
      <p className="raise-numbers" aria-hidden="true">
        <span>{from}</span> <span className="arrow">→</span> <strong>{position(raise.to)}</strong>
        {raise.unitTo !== null && Math.round(raise.unitTo) !== Math.round(raise.to) && (
          <small>{text.units.unitTo(position(raise.unitTo))}</small>
        )}
      </p>
    </div>
  )
}

export function StateLine({ unit, minimum }: { unit: UnitReport; minimum: number }) {
  const why = {
    proven: () => text.units.stateWhy.proven(share(unit.coverage)),
    unproven: () => text.units.stateWhy.unproven(share(unit.coverage), share(minimum)),
    unknown: () => text.units.stateWhy.unknown,
  }[unit.state]()
  return (
    <p className="soft">
      <span className={`tag ${unit.state}`}>{text.units.state[unit.state]}</span> {why}
    </p>
  )
}

export function Actors({ unit, level: Level = 'h4' }: PartProps) {
  const { actors } = unit.explanation
  if (actors.length === 0) return null
  return (
    <div className="actors">
      <Level>{text.units.actors}</Level>
      <ul>
        {actors.map((name, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name, and the list never changes
          <li key={i} dir="auto">
            {name}
          </li>
        ))}
      </ul>
    </div>
  )
}

export function ExplanationBlock({ unit, minimum }: { unit: UnitReport; minimum: number }) {
  return (
    <div className="explanation">
      <p className="sentence" dir="auto">
        {sentenceOf(unit.explanation)}
      </p>
      <StateLine unit={unit} minimum={minimum} />
      <Actors unit={unit} />
      <Raise unit={unit} />
    </div>
  )
}
