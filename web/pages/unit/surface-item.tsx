// One surface of a unit: its place, who decides and how, its position as a bar; opened, everything known of it.
import type { SurfaceReport } from '@equalizer/measure'
import { useState } from 'react'
import { IntervalBar } from '../../charts/interval-bar.tsx'
import { text } from '../../messages/text.ts'
import { SurfaceFacts } from '../../report/surface-detail.tsx'
import { count, figure, share, unknownMark } from '../../words/format.ts'
import { surfaceName } from '../../words/surface-name.ts'
import { intervalText, quotaText, scoreText } from '../../words/unit-words.ts'
import { type Feed, FeedLine } from './feeds.tsx'
import { WithoutEvidence } from './without-evidence.tsx'

export interface SurfaceItemProps {
  readonly surface: SurfaceReport
  readonly rank: number
  readonly binds: boolean
  readonly feeds: readonly Feed[]
  /** On paper every surface stands open. */
  readonly paper: boolean
}

function Tags({ surface, binds }: Pick<SurfaceItemProps, 'surface' | 'binds'>) {
  return (
    <>
      {binds && <span className="tag warn">{text.surfaces.binds}</span>}
      {!surface.necessary && <span className="tag">{text.surfaces.optional}</span>}
    </>
  )
}

/** The few figures that the score is made of, each with what it means. */
function Powers({ surface }: { surface: SurfaceReport }) {
  const { meaning } = text.surfaces
  const { K, K_b, N2, coverage, window } = surface
  const facts = [
    { name: text.surfaces.K, value: K === null ? unknownMark : count(K), says: meaning.K },
    ...(K_b === null ? [] : [{ name: text.surfaces.Kb, value: count(K_b), says: meaning.Kb }]),
    { name: text.surfaces.N2, value: figure(N2), says: meaning.N2 },
    {
      name: text.surfaces.coverage,
      value: coverage === null ? unknownMark : share(coverage),
      says: meaning.coverage,
    },
    { name: text.surfaces.interval, value: intervalText(surface), says: meaning.interval },
    {
      name: text.surfaces.window,
      value: window ? text.windows.names[window] : unknownMark,
      says: meaning.window,
    },
  ]
  return (
    <dl className="surface-powers">
      {facts.map(({ name, value, says }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          <dd className="meaning">{says}</dd>
        </div>
      ))}
    </dl>
  )
}

function Summary({ surface, rank, binds }: Omit<SurfaceItemProps, 'feeds' | 'paper'>) {
  const { K, window } = surface
  return (
    <summary>
      <span className="surface-rank" aria-hidden="true">
        {rank}
      </span>
      <h3 dir="auto">
        {surfaceName(surface.name)}
        <Tags surface={surface} binds={binds} />
      </h3>
      <span className="surface-quota">
        {window === null
          ? text.surfaces.noEvidence
          : `${text.surfaces.quota}: ${quotaText(surface.quota)}${K === null ? '' : `. ${text.holders.enough(K)}`}`}
      </span>
      <IntervalBar measured={surface} warns={binds} />
      <span className="summary-score">
        <span className="visually-hidden">{text.surfaces.score}: </span>
        {scoreText(surface)}
      </span>
    </summary>
  )
}

/** What is inside is drawn when it is first opened: a unit may have fifty surfaces with a hundred holders each. */
export function SurfaceItem({ surface, rank, binds, feeds, paper }: SurfaceItemProps) {
  const [open, setOpen] = useState(binds)
  const [wasOpen, setWasOpen] = useState(binds)
  const seen = wasOpen || paper
  return (
    <details
      className={binds ? 'surface surface-item is-binding' : 'surface surface-item'}
      id={`surface-${surface.id}`}
      open={open || paper}
      onToggle={event => {
        if (event.target !== event.currentTarget || paper) return
        setOpen(event.currentTarget.open)
        if (event.currentTarget.open) setWasOpen(true)
      }}
    >
      <Summary surface={surface} rank={rank} binds={binds} />
      {seen && surface.window === null && <WithoutEvidence name={surfaceName(surface.name)} feeds={feeds} />}
      {seen && surface.window !== null && (
        <div className="surface-inside">
          <FeedLine feeds={feeds} />
          <Powers surface={surface} />
          <SurfaceFacts surface={surface} />
        </div>
      )}
    </details>
  )
}
