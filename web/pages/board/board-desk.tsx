// The desk on the board: ordered, filtered, its faders kept by the server, its target set in a dialog.
import { Link } from '@tanstack/react-router'
import { Suspense, useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useOrganization } from '../../data/organization.ts'
import { useToday } from '../../data/session.ts'
import { type DeskUnit, stripsAtMost } from '../../desk/desk-unit.ts'
import { LiveDesk } from '../../desk/live-desk.tsx'
import { inOrder, matching, type Order } from '../../desk/order.ts'
import { saysId } from '../../desk/strip.tsx'
import { text } from '../../messages/text.ts'
import { position } from '../../words/format.ts'
import { stageOf } from '../../words/unit-words.ts'
import { MoveDialog, OrderChoice, PositionsDialog, SortBar } from './late-parts.tsx'
import type { Positions } from './positions-dialog.tsx'
import { usePositions } from './use-positions.ts'

export interface BoardDeskProps {
  readonly units: readonly DeskUnit[]
  /** Why nothing may be changed; null: it may. */
  readonly reason: string | null
  /** Why faders may not be moved; null: they may. */
  readonly faderReason: string | null
  readonly passing: boolean
}

export function BoardDesk({ units, reason, faderReason, passing }: BoardDeskProps) {
  const organization = useOrganization()
  const today = useToday()
  const keep = usePositions()
  const [order, setOrder] = useState<Order>('charter')
  const [filter, setFilter] = useState('')
  const [targeting, setTargeting] = useState<string | null>(null)
  const [moving, setMoving] = useState<{ readonly id: string; readonly wanted: number } | null>(null)
  const wanted = useDeferredValue(filter)
  const shown = useMemo(() => inOrder(matching(units, wanted), order, text.locale), [units, wanted, order])

  const nameOf = useCallback((id: string) => units.find(unit => unit.id === id)?.name ?? id, [units])
  const claim = useCallback(
    (id: string, declared: number) => {
      const said = text.board.fader.declared(nameOf(id), position(declared), stageOf(declared))
      void keep(id, { declared }, said)
    },
    [keep, nameOf],
  )
  const aim = useCallback(
    (id: string, at: number) => {
      const by = units.find(unit => unit.id === id)?.target?.by ?? null
      const said = text.board.target.aimed(nameOf(id), position(at), stageOf(at))
      void keep(id, { target: { position: at, by } }, said)
    },
    [keep, nameOf, units],
  )
  const move = useCallback((id: string, wanted: number) => setMoving({ id, wanted }), [])
  const moved = units.find(unit => unit.id === moving?.id)
  const target = units.find(unit => unit.id === targeting)
  const set = (positions: Positions) =>
    target &&
    Object.keys(positions).length > 0 &&
    void keep(target.id, positions, text.board.target.kept(target.name))

  const many = units.length > stripsAtMost
  return (
    <>
      {many && (
        <Suspense fallback={<div className="sort-bar" />}>
          <SortBar
            order={order}
            onOrder={setOrder}
            filter={filter}
            onFilter={setFilter}
            shown={shown.length}
            all={units.length}
          />
        </Suspense>
      )}
      <LiveDesk
        units={shown}
        rows={many}
        reason={reason}
        faderReason={faderReason}
        passing={passing}
        tools={
          <div className="desk-tools">
            <Suspense fallback={null}>
              {!many && units.length > 1 && <OrderChoice order={order} onOrder={setOrder} />}
            </Suspense>
          </div>
        }
        onDeclare={move}
        onTarget={setTargeting}
        onAim={aim}
        renderTitle={(unit, tabIndex) => (
          <Link
            to="/o/$organization/units/$unit"
            params={{ organization, unit: unit.id }}
            tabIndex={tabIndex}
            aria-describedby={saysId(unit)}
          >
            {unit.name}
          </Link>
        )}
      />
      {moving && moved && (
        <Suspense fallback={null}>
          <MoveDialog
            unit={moved}
            wanted={moving.wanted}
            onClose={() => setMoving(null)}
            onClaim={reason === null ? position => claim(moving.id, position) : null}
          />
        </Suspense>
      )}
      {target && (
        <Suspense fallback={null}>
          <PositionsDialog unit={target} today={today} onClose={() => setTargeting(null)} onKeep={set} />
        </Suspense>
      )}
    </>
  )
}
