// The units that a source feeds, as links; optionally with the surfaces that count it.

import type { SourceState } from '@equalizer/client'
import './feeds.css'
import { Link } from '@tanstack/react-router'
import { useOrganization } from '../../data/organization.ts'
import { text } from '../../messages/text.ts'
import { count } from '../../words/format.ts'
import { surfaceName } from '../../words/surface-name.ts'

type Feed = SourceState['feeds'][number]

interface Props {
  readonly feeds: readonly Feed[]
  readonly withSurfaces?: boolean
  readonly atMost?: number
}

interface Unit {
  readonly id: string
  readonly name: string
  readonly surfaces: readonly string[]
}

function byUnit(feeds: readonly Feed[]): Unit[] {
  const units = new Map<string, { id: string; name: string; surfaces: string[] }>()
  for (const { unit, unitName, surfaceName: called } of feeds) {
    const held = units.get(unit) ?? { id: unit, name: unitName, surfaces: [] }
    held.surfaces.push(surfaceName(called))
    units.set(unit, held)
  }
  return [...units.values()]
}

export function Feeds({ feeds, withSurfaces = false, atMost = 12 }: Props) {
  const organization = useOrganization()
  const units = byUnit(feeds)
  const shown = units.slice(0, atMost)
  return (
    <ul className="evidence-feeds">
      {shown.map(unit => (
        <li key={unit.id}>
          <Link to="/o/$organization/units/$unit" params={{ organization, unit: unit.id }} dir="auto">
            {unit.name}
          </Link>
          {withSurfaces && <span className="soft"> {unit.surfaces.join(', ')}</span>}
        </li>
      ))}
      {units.length > shown.length && (
        <li className="soft">{text.evidence.list.feedsMore(count(units.length - shown.length))}</li>
      )}
    </ul>
  )
}
