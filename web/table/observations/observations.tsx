// The evidence as a table, down to single commits, votes and payments: filtered, sorted, opened row by row.
import './observations.css'
import type { ObservationRow } from '@equalizer/client'
import { type ReactNode, useCallback, useMemo } from 'react'
import { usePages } from '../../data/pages.ts'
import { useToday } from '../../data/session.ts'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Failure } from '../../parts/failure.tsx'
import { count, day } from '../../words/format.ts'
import { DataTable } from '../data-table.tsx'
import { observationColumns, observationKey } from './columns.tsx'
import { type ChangeFilter, type Choices, FilterBar } from './filter-bar.tsx'
import { FilterChips } from './filter-chips.tsx'
import { askedFor, chosenOf, useFilters, type Within } from './filters.ts'
import { ObservationDrawer } from './observation-drawer.tsx'

export interface ObservationsProps {
  readonly within: Within
  /** What it is the evidence of, for those who hear the table. */
  readonly name: string
  readonly choices: Choices
  /** Shown where there is no evidence at all. */
  readonly nothing?: ReactNode
}

const pageRows = 200

function Total({ total, exact, pending }: { total: number | null; exact: boolean; pending: boolean }) {
  const words = text.table.observations
  const said = total === null ? '' : exact ? words.total(count(total)) : words.totalMore(count(total))
  return (
    <p className={pending ? 'observations-total is-waiting' : 'observations-total'} role="status">
      {said || '\u00a0'}
    </p>
  )
}

interface NoneProps {
  readonly filtered: boolean
  readonly nothing: ReactNode
  readonly onClear: () => void
}

function None({ filtered, nothing, onClear }: NoneProps) {
  const words = text.table.observations
  if (!filtered) return nothing ?? <Empty title={words.nothing} hint="" />
  return (
    <Empty
      title={words.none}
      hint={words.noneHint}
      action={<Button onPress={onClear}>{words.clear}</Button>}
    />
  )
}

export function Observations({ within, name, choices, nothing }: ObservationsProps) {
  const { filters, change } = useFilters()
  const today = useToday()
  const asked = askedFor(within, filters)
  const list = usePages('GET /api/organizations/{organization}/observations', { ...asked, limit: pageRows })
  const rows = useMemo(() => list.pages.flatMap(page => page.rows), [list.pages])
  const first = list.pages[0]
  const total = first?.total ?? null
  const filtered = chosenOf(filters).length > 0
  const words = text.table.observations

  const onFilter: ChangeFilter = useCallback(
    (changed, value) => change({ [changed]: value, row: undefined }),
    [change],
  )
  const clear = useCallback(
    () => change({ ...Object.fromEntries(chosenOf(filters).map(one => [one, undefined])), row: undefined }),
    [change, filters],
  )
  const open = useCallback((row: ObservationRow) => change({ row: observationKey(row) }, true), [change])

  const at = filters.row ? rows.findIndex(row => observationKey(row) === filters.row) : -1
  const step = (to: number) => {
    const row = at < 0 ? undefined : rows[to]
    return row && (() => change({ row: observationKey(row) }))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language
  const columns = useMemo(() => observationColumns(within.source === undefined), [within.source, text])

  return (
    <div className="observations">
      <FilterBar filters={filters} choices={choices} today={within.asOf ?? today} onChange={onFilter} />
      <FilterChips filters={filters} choices={choices} onChange={onFilter} onClear={clear} />
      <div className="observations-line">
        <Total total={total} exact={first?.exact ?? true} pending={list.isPlaceholderData} />
        {within.asOf && <p className="soft">{words.asOf(day(within.asOf))}</p>}
      </div>
      {list.problem ? (
        <Failure problem={list.problem} onRetry={list.refetch} />
      ) : (
        <DataTable
          caption={words.caption(name)}
          question={JSON.stringify(asked)}
          columns={columns}
          rows={rows}
          total={first?.exact === false ? null : total}
          rowKey={observationKey}
          sort={filters.sort}
          onSort={sort => change({ sort })}
          onRow={open}
          openKey={filters.row ?? null}
          isLoading={list.isPending || list.isLoadingMore}
          {...(list.hasMore ? { loadMore: list.more } : {})}
          empty={<None filtered={filtered} nothing={nothing} onClear={clear} />}
        />
      )}
      <ObservationDrawer
        organization={within.organization}
        open={filters.row}
        onClose={() => change({ row: undefined })}
        onParty={party => change({ party, row: undefined }, true)}
        onPrevious={step(at - 1)}
        onNext={step(at + 1)}
      />
    </div>
  )
}
