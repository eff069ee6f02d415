// Where evidence is missing: units that are unknown or unproven, and sources that could not be read whole.
import type { Board, BoardUnit } from '@equalizer/client'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useOrganization, useScopes } from '../../data/organization.ts'
import { text } from '../../messages/text.ts'
import { Button, LinkButton } from '../../parts/button.tsx'
import { count, position, share } from '../../words/format.ts'

const shownAtFirst = 6

function whatIsMissing({ state, measured, coverage }: BoardUnit): string {
  if (state === 'unknown') return text.board.missing.unknown
  if (measured.score === null && measured.high !== null)
    return text.board.missing.upper(position(measured.high))
  return text.board.missing.unproven(share(coverage))
}

function Units({ units }: { readonly units: readonly BoardUnit[] }) {
  const organization = useOrganization()
  const [all, setAll] = useState(false)
  const shown = all ? units : units.slice(0, shownAtFirst)
  return (
    <>
      <ul className="board-missing">
        {shown.map(unit => (
          <li key={unit.id}>
            <Link to="/o/$organization/units/$unit" params={{ organization, unit: unit.id }} dir="auto">
              {unit.name}
            </Link>
            <span className="soft">{whatIsMissing(unit)}</span>
          </li>
        ))}
      </ul>
      {units.length > shownAtFirst && (
        <Button kind="quiet" size="small" onPress={() => setAll(!all)}>
          {all ? text.board.missing.fewer : text.board.missing.more(units.length - shownAtFirst)}
        </Button>
      )}
    </>
  )
}

export function Missing({ board }: { readonly board: Board }) {
  const organization = useOrganization()
  const mayAdd = useScopes().has('evidence')
  const units = board.units.filter(unit => unit.state !== 'proven')
  return (
    <section className="board-block" aria-labelledby="board-missing">
      <h2 id="board-missing">{text.board.missing.heading}</h2>
      {units.length === 0 ? <p className="soft">{text.board.missing.none}</p> : <Units units={units} />}
      {board.sources.refused > 0 && (
        <p className="warning">{text.board.missing.refused(count(board.sources.refused))}</p>
      )}
      {mayAdd && (
        <p className="board-actions">
          <LinkButton to="/o/$organization/evidence" params={{ organization }} size="small">
            {text.board.missing.add}
          </LinkButton>
        </p>
      )}
    </section>
  )
}
