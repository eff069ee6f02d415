// The top of a unit's page: the way back, the units beside it, its verdict as the headline, and its two views.
import type { Board, UnitView } from '@equalizer/client'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useOrganization } from '../../data/organization.ts'
import { text } from '../../messages/text.ts'
import { Icon } from '../../parts/icons.tsx'
import { PageLead } from '../../parts/page-lead.tsx'
import { count, day } from '../../words/format.ts'
import { sentenceOf, verdictOf } from '../../words/said-words.ts'
import { isAlarming } from '../../words/unit-words.ts'
import type { View } from './view.ts'

type Neighbour = Board['units'][number]

interface StepProps {
  readonly unit: Neighbour | undefined
  readonly view: View
  readonly kind: 'previous' | 'next'
}

function Step({ unit, view, kind }: StepProps) {
  const organization = useOrganization()
  if (!unit) return <span className="unit-step is-end" />
  return (
    <Link
      className="unit-step"
      to="/o/$organization/units/$unit"
      params={{ organization, unit: unit.id }}
      search={(view === 'evidence' ? { view } : {}) as never}
      rel={kind === 'next' ? 'next' : 'prev'}
      aria-label={text.unit[kind](unit.name)}
      title={unit.name}
    >
      {kind === 'previous' && <Icon name="left" />}
      <span dir="auto">{unit.name}</span>
      {kind === 'next' && <Icon name="right" />}
    </Link>
  )
}

/** In the order of the charter, as the board has them. */
export function Neighbours({ board, id, view }: { board: Board | undefined; id: string; view: View }) {
  const at = board?.units.findIndex(unit => unit.id === id) ?? -1
  if (!board || at < 0 || board.units.length < 2) return <div className="unit-steps" />
  return (
    <nav className="unit-steps" aria-label={text.unit.neighbours}>
      <Step unit={board.units[at - 1]} view={view} kind="previous" />
      <span className="soft unit-place">{text.unit.place(count(at + 1), count(board.units.length))}</span>
      <Step unit={board.units[at + 1]} view={view} kind="next" />
    </nav>
  )
}

function Basis({ view: { basis, asOf } }: { view: UnitView }) {
  if (basis === 'current') return null
  return <p className="unit-basis">{text.unit.basis[basis](day(asOf))}</p>
}

export function UnitHead({ view, actions }: { view: UnitView; actions: ReactNode }) {
  const { unit } = view
  return (
    <header className="unit-head">
      <Basis view={view} />
      <h1>
        <bdi>{unit.name}</bdi>.{' '}
        {isAlarming(unit) ? <em>{verdictOf(unit.explanation)}.</em> : `${verdictOf(unit.explanation)}.`}
      </h1>
      <PageLead actions={actions}>
        <p className="sub" dir="auto">
          {sentenceOf(unit.explanation)}
        </p>
      </PageLead>
    </header>
  )
}

/** The router marks the link that is shown as the current page. */
export function Views() {
  const words = text.unit
  const link = (name: View, said: string) => (
    <Link
      to="."
      search={{ view: name === 'evidence' ? name : undefined } as never}
      activeOptions={{ explicitUndefined: true }}
      className="unit-view"
      resetScroll={false}
    >
      {said}
    </Link>
  )
  return (
    <nav className="unit-views" aria-label={words.views}>
      {link('standing', words.standing)}
      {link('evidence', words.evidence)}
    </nav>
  )
}
