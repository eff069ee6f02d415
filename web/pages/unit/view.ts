// Which view of a unit is shown, as the address says it.
import { useSearch } from '@tanstack/react-router'

export type View = 'standing' | 'evidence'

export function useView(): View {
  const { view } = useSearch({ strict: false }) as { view?: unknown }
  return view === 'evidence' ? 'evidence' : 'standing'
}

/** The search of a link to the evidence of a unit: nothing of an earlier choice stays, the day does. */
export function evidenceSearch(chosen: { readonly surface?: string; readonly party?: string } = {}) {
  return { view: 'evidence', ...chosen }
}
