// The two sides of a comparison: what the address says, with a sensible beginning where it says nothing.
import type { Organization } from '@equalizer/client'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useOrganization } from '../../data/organization.ts'
import { useRead } from '../../data/read.ts'
import { useToday } from '../../data/session.ts'
import { text } from '../../messages/text.ts'
import { day as dayWords } from '../../words/format.ts'
import { type CompareSearch, compareIn } from './compare-search.ts'

export interface Side {
  readonly organization: string
  /** YYYY-MM-DD; null: today. */
  readonly day: string | null
}

const dayMs = 86_400_000
/** How far back the left side begins. */
const backDays = 90

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10)

/** Ninety days ago, or the first day with evidence where that is later; null: there is no such day. */
function earlier(today: string | undefined, first: string | null | undefined): string | null {
  if (today === undefined || first === null || first === undefined) return null
  const back = daysBefore(today, backDays)
  const begin = back > first ? back : first
  return begin < today ? begin : null
}

const explicit = (day: string | undefined, otherwise: string | null): string | null =>
  day === undefined ? otherwise : day === 'today' ? null : day

export function useSides() {
  const here = useOrganization()
  const search = compareIn(useSearch({ strict: false }) as Record<string, unknown>)
  const navigate = useNavigate()
  const today = useToday()
  const days = useRead('GET /api/organizations/{organization}/days', {
    organization: search.left ?? here,
  })
  const isReady = search.leftDay !== undefined || days.data !== undefined || days.problem !== null
  const left: Side = {
    organization: search.left ?? here,
    // Two organizations are compared today; one with itself, as it was.
    day: explicit(
      search.leftDay,
      (search.right ?? here) === (search.left ?? here) ? earlier(today, days.data?.first) : null,
    ),
  }
  const right: Side = { organization: search.right ?? here, day: explicit(search.rightDay, null) }

  const go = useCallback(
    (sides: { readonly left: Side; readonly right: Side }) => {
      const asked: CompareSearch = {
        left: sides.left.organization,
        leftDay: sides.left.day ?? 'today',
        right: sides.right.organization,
        rightDay: sides.right.day ?? 'today',
      }
      void navigate({ to: '.', search: asked as never, replace: true, resetScroll: false })
    },
    [navigate],
  )
  return { left, right, today, isReady, go }
}

/** `Northwind Commons, 21 Nov 2026`. */
export function sideName(side: Side, organizations: readonly Organization[] | undefined): string {
  const name = organizations?.find(one => one.id === side.organization)?.name ?? side.organization
  return text.compare.side(name, sideDay(side))
}

export const sideDay = (side: Side): string => (side.day === null ? text.compare.today : dayWords(side.day))
