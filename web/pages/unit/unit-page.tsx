// The page of one unit: where it stands and why, and the evidence under it.
import './unit.css'
import 'uplot/dist/uPlot.min.css'
import { Link, useParams } from '@tanstack/react-router'
import { useAsOf, useOrganization, useScopes } from '../../data/organization.ts'
import { useRead } from '../../data/read.ts'
import { useTitle } from '../../data/title.ts'
import { text } from '../../messages/text.ts'
import { position } from '../../words/format.ts'
import { stageOf } from '../../words/unit-words.ts'
import { UnitEdit } from './unit-edit.tsx'
import { UnitEvidence, UnitEvidenceExport } from './unit-evidence.tsx'
import { UnitExport } from './unit-export.tsx'
import { Neighbours, UnitHead, Views } from './unit-head.tsx'
import { UnitStanding } from './unit-standing.tsx'
import { UnitProblem, UnitWaiting } from './unit-states.tsx'
import { useUnitChanges } from './use-unit-changes.ts'
import { useView } from './view.ts'

/** Why nothing may be changed here; null: it may. */
function useReason(): string | null {
  const mayManage = useScopes().has('manage')
  const asOf = useAsOf()
  if (!mayManage) return text.unit.stewardsOnly
  return asOf ? text.unit.pastOnly : null
}

function useUnitId(): string {
  const { unit } = useParams({ strict: false })
  if (unit === undefined) throw new Error('There is no unit in this address')
  return unit
}

export function UnitPage() {
  const organization = useOrganization()
  const id = useUnitId()
  const asOf = useAsOf()
  const view = useView()
  const reason = useReason()
  const change = useUnitChanges(id)
  const day = asOf ? { asOf } : {}
  const read = useRead(
    'GET /api/organizations/{organization}/units/{unit}',
    { organization, unit: id, ...day },
    { keep: true },
  )
  const board = useRead(
    'GET /api/organizations/{organization}/board',
    { organization, ...day },
    { keep: true },
  )
  const days = useRead('GET /api/organizations/{organization}/days', { organization })
  // While another unit is on its way, the one before it must not stand under its name.
  const shown = read.data?.unit.id === id ? read.data : undefined
  const name = shown?.unit.name ?? text.unit.title
  useTitle(shown?.unit.name)

  const declare = (to: number) =>
    void change({ declared: to }, text.unit.declaredDialog.saved(name, position(to)))
  const aim = (to: number) => {
    const target = { position: to, by: shown?.unit.target?.by ?? null }
    void change({ target }, text.board.target.aimed(name, position(to), stageOf(to)))
  }
  return (
    <div className={read.isPlaceholderData && shown ? 'unit-page is-passing' : 'unit-page'}>
      <div className="unit-trail">
        <nav aria-label={text.unit.trail}>
          <Link to="/o/$organization" params={{ organization }}>
            {text.unit.board}
          </Link>
        </nav>
        <Neighbours board={board.data} id={id} view={view} />
      </div>
      {!shown && read.problem && <UnitProblem problem={read.problem} onRetry={() => void read.refetch()} />}
      {!shown && !read.problem && <UnitWaiting />}
      {shown && (
        <>
          <UnitHead
            view={shown}
            actions={
              <>
                {reason === null && (
                  <UnitEdit unit={shown.unit} onChange={(changed, said) => void change(changed, said)} />
                )}
                {view === 'standing' ? <UnitExport view={shown} /> : <UnitEvidenceExport view={shown} />}
              </>
            }
          />
          <Views />
          {view === 'standing' ? (
            <UnitStanding view={shown} days={days.data} reason={reason} onDeclare={declare} onAim={aim} />
          ) : (
            <UnitEvidence view={shown} />
          )}
        </>
      )}
    </div>
  )
}
