// One unit of the list beneath the desk: a line while it is closed, everything known about it once it is open.
import type { UnitReport } from '@equalizer/measure'
import { memo, useId } from 'react'
import { History } from '../charts/history.tsx'
import { text } from '../messages/text.ts'
import { position, unknownMark } from '../words/format.ts'
import { verdictOf } from '../words/said-words.ts'
import { anchorOf, gapOf, intervalText, isAlarming } from '../words/unit-words.ts'
import { ExplanationBlock } from './explanation.tsx'
import { SurfaceDetail } from './surface-detail.tsx'
import { SurfacesTable } from './surfaces-table.tsx'

export interface UnitDetailProps {
  readonly unit: UnitReport
  readonly open: boolean
  /** Whether the facts are drawn while the unit is closed, for pages without script and for paper. */
  readonly full: boolean
  readonly minimumCoverage: number
  readonly onToggle: (id: string, open: boolean) => void
}

function Body({ unit, minimumCoverage, full }: Pick<UnitDetailProps, 'unit' | 'minimumCoverage' | 'full'>) {
  const binding = unit.surfaces.find(surface => surface.id === unit.binding)
  const others = unit.surfaces.filter(surface => surface !== binding)
  return (
    <>
      <div className="unit-columns">
        <ExplanationBlock unit={unit} minimum={minimumCoverage} />
        {full && (
          <History
            name={unit.name}
            history={unit.history}
            declared={unit.declared}
            target={unit.target?.position ?? null}
          />
        )}
      </div>
      <SurfacesTable unit={unit} />
      {full && binding && <SurfaceDetail surface={binding} binds />}
      {full && others.map(surface => <SurfaceDetail key={surface.id} surface={surface} binds={false} />)}
      {!full && <noscript>{text.units.more}</noscript>}
    </>
  )
}

export const UnitDetail = memo(function UnitDetail(props: UnitDetailProps) {
  const { unit, open, full, onToggle } = props
  const heading = useId()
  const gap = gapOf(unit)
  return (
    <li>
      <details
        className={isAlarming(unit) ? 'unit alarming' : `unit ${unit.state}`}
        open={open}
        onToggle={event => {
          // Toggles of the details inside bubble in React.
          if (event.target === event.currentTarget) onToggle(unit.id, event.currentTarget.open)
        }}
      >
        <summary id={`open-${unit.id}`}>
          <h3 dir="auto" id={heading}>
            {unit.name}
          </h3>
          <span className="unit-verdict" dir="auto">
            {verdictOf(unit.explanation)}
          </span>
          <span className="unit-figures">
            <span>
              <small>{text.desk.declared}</small>{' '}
              {unit.declared === null ? unknownMark : position(unit.declared)}
            </span>
            <span className="true">
              <small>{text.desk.measured}</small> {intervalText(unit.measured)}
            </span>
            <span className="unit-gap">
              <small>{text.units.gap}</small> {gap !== null && gap > 0 ? gap : unknownMark}
            </span>
          </span>
        </summary>
        {/* The address stands inside, so that a browser without script opens the details on the way to it. */}
        <section className="unit-body" id={anchorOf(unit.id)} aria-labelledby={heading}>
          <Body unit={unit} minimumCoverage={props.minimumCoverage} full={full || open} />
        </section>
      </details>
    </li>
  )
})
