// What of the evidence is shown: the choice stands in the address, so that it can be sent on and gone back to.
import type { Input } from '@equalizer/client'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { Sort } from '../column.ts'

const texts = ['surface', 'kind', 'party', 'actor', 'source', 'from', 'to', 'q'] as const
export type FilterName = (typeof texts)[number]

export type Filters = { readonly [Name in FilterName]?: string } & {
  readonly sort: Sort
  /** The observation that stands open, `source/row`. */
  readonly row?: string
}

type Asked = Input<'GET /api/organizations/{organization}/observations'>
const sortKeys: ReadonlySet<string> = new Set<NonNullable<Asked['sort']>>([
  'at',
  'weight',
  'actor',
  'kind',
  'row',
])
const newestFirst: Sort = { key: 'at', order: 'desc' }
const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value)

/** Whatever an address says that nobody could have chosen is left out; the router may have read digits as a number. */
export function filtersOf(search: Readonly<Record<string, unknown>>): Filters {
  const given = (name: string): string | undefined => {
    const value = search[name]
    const said = typeof value === 'number' ? String(value) : value
    return typeof said === 'string' && said !== '' && said.length <= 2_048 ? said : undefined
  }
  const filters: Partial<Record<FilterName | 'row', string>> = {}
  for (const name of texts) {
    const value = given(name)
    if (value === undefined || ((name === 'from' || name === 'to') && !isDay(value))) continue
    filters[name] = name === 'q' ? value.slice(0, 200) : value
  }
  const row = given('row')
  if (row && /^[a-z0-9_-]+\/\d+$/.test(row)) filters.row = row
  const key = given('sort')
  const order = given('order') === 'asc' ? 'asc' : 'desc'
  return { ...filters, sort: key && sortKeys.has(key) ? { key, order } : newestFirst }
}

/** The same as an address carries it; what is not chosen is left out. */
export function searchOf({ sort, ...rest }: Filters): Record<string, string | undefined> {
  const isNewest = sort.key === newestFirst.key && sort.order === newestFirst.order
  const none = Object.fromEntries([...texts, 'row'].map(name => [name, undefined]))
  return {
    ...none,
    ...rest,
    sort: isNewest ? undefined : sort.key,
    order: isNewest ? undefined : sort.order,
  }
}

export const chosenOf = (filters: Filters): readonly FilterName[] =>
  texts.filter(name => filters[name] !== undefined)

export interface Within {
  readonly organization: string
  readonly unit?: string
  readonly source?: string
  /** The day that is looked at; nothing later is shown, and what has no date is. */
  readonly asOf?: string | undefined
}

/** What the server is asked for. */
export function askedFor(
  { organization, unit, source, asOf }: Within,
  filters: Filters,
): Omit<Asked, 'cursor' | 'limit'> {
  const { sort, row: _, ...texts } = filters
  return {
    organization,
    ...texts,
    ...(asOf ? { asOf } : {}),
    ...(unit ? { unit } : {}),
    ...(source ? { source } : {}),
    sort: sort.key as NonNullable<Asked['sort']>,
    order: sort.order,
  }
}

/** The filters in the address, and how to change them; a change takes the place of the last step unless it is one. */
export function useFilters() {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>
  const navigate = useNavigate()
  const filters = useMemo(() => filtersOf(search), [search])
  const change = useCallback(
    (changed: { readonly [Name in keyof Filters]?: Filters[Name] | undefined }, step = false) => {
      void navigate({
        to: '.',
        search: ((now: Record<string, unknown>) => {
          const next = { ...filtersOf(now), ...changed } as Filters
          return { ...now, ...searchOf(next) }
        }) as never,
        replace: !step,
        resetScroll: false,
      })
    },
    [navigate],
  )
  return { filters, change }
}
