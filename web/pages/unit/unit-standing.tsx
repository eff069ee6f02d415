// Where a unit stands: its fader and meter, what would raise it, its course, its surfaces, and what feeds them.
import type { Answer, UnitView } from '@equalizer/client'
import { useMemo } from 'react'
import { History } from '../../charts/history.tsx'
import { historyPicture } from '../../charts/history-picture.ts'
import { useOrganization, useScopes } from '../../data/organization.ts'
import type { InForce } from '../../desk/desk-unit.ts'
import { ExportMenu } from '../../export/export-menu.tsx'
import { text } from '../../messages/text.ts'
import { LinkButton } from '../../parts/button.tsx'
import { Actors, Raise, StateLine } from '../../report/explanation.tsx'
import { day } from '../../words/format.ts'
import { type Feed, FeedList } from './feeds.tsx'
import { historyPoints } from './history-points.ts'
import { SurfaceList } from './surface-list.tsx'
import { UnitDesk } from './unit-desk.tsx'
import { WhoDecides } from './who-decides.tsx'

export interface UnitStandingProps {
  readonly view: UnitView
  readonly days: Answer<'GET /api/organizations/{organization}/days'> | undefined
  /** Why the slider may not be moved; null: it may. */
  readonly reason: string | null
  readonly faderReason: string | null
  /** null: of an earlier day, or not known yet. */
  readonly rules: InForce | null
  readonly onMove: () => void
  readonly onDeclare: (position: number) => void
  readonly onAim: (position: number) => void
}

function Course({ view, days }: Pick<UnitStandingProps, 'view' | 'days'>) {
  const { unit, asOf } = view
  const history = useMemo(() => historyPoints(unit.history, days, unit.id, asOf), [unit, days, asOf])
  const facts = { history, declared: unit.declared, target: unit.target?.position ?? null }
  const name = text.unit.historyName(unit.name)
  return (
    <History
      {...facts}
      name={unit.name}
      level="h2"
      actions={
        history.length > 1 && (
          <ExportMenu
            name={name}
            print={false}
            svg={() => historyPicture(name, facts)}
            csv={() => ({
              columns: ['date', 'score', 'low', 'high'],
              rows: history.map(({ date, score, low, high }) => [date, score, low, high]),
            })}
          />
        )
      }
    />
  )
}

/** What would help a unit that nothing is known of. */
function Unknown({ feeds }: { feeds: readonly Feed[] }) {
  const organization = useOrganization()
  const mayAdd = useScopes().has('evidence')
  const words = text.unit
  return (
    <section className="unit-unknown" aria-labelledby="unknown-heading">
      <h2 id="unknown-heading">{words.noEvidence.title}</h2>
      <p className="sub">{feeds.length > 0 ? words.noEvidence.hint : words.noEvidence.nothing}</p>
      <FeedList feeds={feeds} />
      {mayAdd && (
        <p>
          <LinkButton to="/o/$organization/evidence" params={{ organization }}>
            {words.surfaces.addEvidence}
          </LinkButton>
        </p>
      )}
    </section>
  )
}

function Check({ view }: { view: UnitView }) {
  const words = text.unit.check
  return (
    <section className="unit-check" aria-labelledby="check-heading">
      <h2 id="check-heading">{words.heading}</h2>
      <dl className="facts">
        <dt>{words.asOf}</dt>
        <dd>{day(view.asOf)}</dd>
        <dt>{words.rulebook}</dt>
        <dd>{view.rulebook.version}</dd>
        <dt>{words.hash}</dt>
        <dd>
          <code>{view.inputHash}</code>
        </dd>
      </dl>
    </section>
  )
}

export function UnitStanding({ view, days, rules, onMove, ...desk }: UnitStandingProps) {
  const { unit, rulebook, feeds } = view
  return (
    <>
      <div className="unit-top">
        <UnitDesk unit={unit} rules={rules} {...desk} />
        <div className="unit-why">
          <StateLine unit={unit} minimum={rulebook.minimumCoverage} />
          <Actors unit={unit} level="h2" />
          <Raise unit={unit} level="h2" />
          {unit.state === 'unknown' ? <Unknown feeds={feeds} /> : <Course view={view} days={days} />}
        </div>
      </div>
      {rules && <WhoDecides unit={unit} rules={rules} onMove={onMove} />}
      <SurfaceList view={view} />
      <Check view={view} />
    </>
  )
}
