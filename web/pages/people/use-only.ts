// Which parties are listed, as the address carries it: `?only=merged`.
import { useNavigate, useSearch } from '@tanstack/react-router'

export const kindsListed = ['all', 'merged', 'listed'] as const
export type Only = (typeof kindsListed)[number]

export function useOnly(): readonly [only: Only, choose: (only: Only) => void] {
  const given = (useSearch({ strict: false }) as { only?: unknown }).only
  const navigate = useNavigate()
  const only = kindsListed.find(one => one === given) ?? 'all'
  const choose = (next: Only) =>
    void navigate({
      to: '.',
      search: ((now: object) => ({ ...now, only: next === 'all' ? undefined : next })) as never,
      replace: true,
      resetScroll: false,
    })
  return [only, choose]
}
