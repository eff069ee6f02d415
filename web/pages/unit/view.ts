// Which view of a unit is shown, as the address says it.
import type { SurfaceReport } from '@equalizer/measure'
import { useSearch } from '@tanstack/react-router'

export type View = 'standing' | 'evidence'

export function useView(): View {
  const { view } = useSearch({ strict: false }) as { view?: unknown }
  return view === 'evidence' ? 'evidence' : 'standing'
}

const dayMs = 86_400_000

/** The first day that a surface's scored window counts, YYYY-MM-DD; undefined: everything counts. */
export function firstDayOf({ window }: Pick<SurfaceReport, 'window'>, asOf: string): string | undefined {
  const days = window === '90d' ? 90 : window === '365d' ? 365 : null
  if (days === null) return undefined
  return new Date(Date.parse(`${asOf}T00:00:00Z`) - (days - 1) * dayMs).toISOString().slice(0, 10)
}

/** The search of a link to what a surface counted: nothing of an earlier choice stays, the day does. */
export function evidenceSearch(surface: SurfaceReport, asOf: string, party?: string) {
  return { view: 'evidence', surface: surface.id, party, from: firstDayOf(surface, asOf) }
}
