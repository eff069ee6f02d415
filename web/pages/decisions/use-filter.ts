// Which decisions are shown, as the address carries it: `?state=open&unit=finance`, so that it outlives a reload.
import { useNavigate, useSearch } from '@tanstack/react-router'

export const states = ['all', 'open', 'past'] as const
export type State = (typeof states)[number]

export interface Filter {
  readonly state: State
  /** null: every unit. */
  readonly unit: string | null
  readonly isNarrowed: boolean
  readonly setState: (state: State) => void
  readonly setUnit: (unit: string | null) => void
  readonly clear: () => void
}

const unitForm = /^[a-z0-9][a-z0-9_-]{0,62}$/

export function useFilter(): Filter {
  const asked = useSearch({ strict: false }) as { state?: unknown; unit?: unknown }
  const navigate = useNavigate()
  const state = states.find(one => one === asked.state) ?? 'all'
  const unit = typeof asked.unit === 'string' && unitForm.test(asked.unit) ? asked.unit : null
  const go = (next: Readonly<Record<string, string | undefined>>) =>
    void navigate({
      to: '.',
      search: ((now: Record<string, unknown>) => ({ ...now, ...next })) as never,
      replace: true,
      resetScroll: false,
    })
  return {
    state,
    unit,
    isNarrowed: state !== 'all' || unit !== null,
    setState: next => go({ state: next === 'all' ? undefined : next }),
    setUnit: next => go({ unit: next ?? undefined }),
    clear: () => go({ state: undefined, unit: undefined }),
  }
}
