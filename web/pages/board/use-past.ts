// The days that have figures: those that were recorded, and before them the months that the report looks back on.
import type { Board, UnitView } from '@equalizer/client'
import { useMemo } from 'react'
import { useOrganization } from '../../data/organization.ts'
import { useRead } from '../../data/read.ts'
import type { Days, RecordedDay } from './days.ts'

export interface PastDay extends RecordedDay {
  /** Worked out later from the evidence up to that day; what was declared then is not known. */
  readonly isReconstructed?: true
}

/** With fewer recorded days than this, the report's months say more. */
const recordedEnough = 60
/** The whole report of more units is too much for a look back. */
const unitsAtMost = 60

type Point = UnitView['unit']['history'][number]

function monthsOf(units: readonly { readonly id: string; readonly history: readonly Point[] }[]): PastDay[] {
  const days = new Map<string, RecordedDay['units']>()
  for (const { id, history } of units) {
    for (const { date, score, high } of history) {
      days.set(date, [...(days.get(date) ?? []), { id, declared: null, score, high }])
    }
  }
  return [...days]
    .map(([day, units]) => ({ day, units, isReconstructed: true as const }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** Oldest first. */
export function pastDays(recorded: readonly RecordedDay[], months: readonly PastDay[]): readonly PastDay[] {
  const first = recorded[0]?.day
  return [...months.filter(({ day }) => first === undefined || day < first), ...recorded]
}

export function usePast(days: Days | undefined, board: Board | undefined): readonly PastDay[] {
  const organization = useOrganization()
  const enabled =
    days !== undefined &&
    days.recorded.length < recordedEnough &&
    board !== undefined &&
    board.measuredAt !== null &&
    board.units.length > 0 &&
    board.units.length <= unitsAtMost
  const report = useRead('GET /api/organizations/{organization}/report', { organization }, { enabled })
  return useMemo(
    () => pastDays(days?.recorded ?? [], monthsOf(report.data?.units ?? [])),
    [days?.recorded, report.data],
  )
}
