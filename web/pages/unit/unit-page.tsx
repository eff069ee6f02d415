// The page of one unit: where it stands and why, and the evidence under it.
import './unit.css'
import 'uplot/dist/uPlot.min.css'
import type { Board, UnitView } from '@equalizer/client'
import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
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

const MoveDialog = lazy(async () => ({ default: (await import('./move/move-dialog.tsx')).MoveDialog }))

/** Why nothing may be changed here; null: it may. */
function useReason(needs: 'manage' | 'act'): string | null {
  const may = useScopes().has(needs)
  const asOf = useAsOf()
  if (!may) return text.unit.stewardsOnly
  return asOf ? text.unit.pastOnly : null
}

function useUnitId(): string {
  const { unit } = useParams({ strict: false })
  if (unit === undefined) throw new Error('There is no unit in this address')
  return unit
}

/** The slider of a governed unit stands where its rules put it, also before that is measured again. */
function asRuled(view: UnitView, inForce: Board['units'][number] | undefined): UnitView {
  if (!inForce?.rules?.governed) return view
  return { ...view, unit: { ...view.unit, declared: inForce.declared } }
}

export function UnitPage() {
  const organization = useOrganization()
  const id = useUnitId()
  const asOf = useAsOf()
  const view = useView()
  const reason = useReason('manage')
  const faderReason = useReason('act')
  const [moving, setMoving] = useState<{ readonly wanted: number | null } | null>(null)
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
  const inForce = asOf ? undefined : board.data?.units.find(unit => unit.id === id)
  const rules = inForce?.rules ?? null
  const shown = read.data?.unit.id === id ? asRuled(read.data, inForce) : undefined
  const name = shown?.unit.name ?? text.unit.title
  useTitle(shown?.unit.name)

  const claim = (to: number) =>
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
                  <UnitEdit
                    unit={shown.unit}
                    rules={rules}
                    onChange={(changed, said) => void change(changed, said)}
                  />
                )}
                {view === 'standing' ? <UnitExport view={shown} /> : <UnitEvidenceExport view={shown} />}
              </>
            }
          />
          <Views />
          {view === 'standing' ? (
            <UnitStanding
              view={shown}
              days={days.data}
              rules={rules}
              reason={reason}
              faderReason={faderReason}
              onDeclare={wanted => setMoving({ wanted })}
              onMove={() => setMoving({ wanted: null })}
              onAim={aim}
            />
          ) : (
            <UnitEvidence view={shown} />
          )}
          {moving && (
            <Suspense fallback={null}>
              <MoveDialog
                unit={shown.unit}
                wanted={moving.wanted}
                onClose={() => setMoving(null)}
                onClaim={reason === null ? claim : null}
              />
            </Suspense>
          )}
        </>
      )}
    </div>
  )
}
