// A table of any length: only the rows in sight are drawn, the next page is asked for as its place comes near.
import './data-table.css'
import { type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useCallback, useEffect, useId, useRef } from 'react'
import { useNarrow } from '../desk/use-narrow.ts'
import { usePaper } from '../desk/use-paper.ts'
import { text } from '../messages/text.ts'
import { count } from '../words/format.ts'
import type { TableProps } from './column.ts'
import { SortChoice, TableHead } from './table-head.tsx'
import { TableRow, WaitingRows } from './table-row.tsx'
import { useActiveRow } from './use-active-row.ts'

/** Pixels; the style sheet holds the same. */
const rowHeight = 41
const cardHeight = 88
const headHeight = 40
/** The next page is asked for this many rows before the last one comes into sight. */
const ahead = 60
const waitingRows = 12
/** Of what was loaded; more would be a book. */
const rowsOnPaper = 2_000

const allOnPaper = ({ count }: Range): number[] =>
  Array.from({ length: Math.min(count, rowsOnPaper) }, (_, i) => i)

/** `total` null: nobody counted them all. */
function footText(loaded: number, total: number | null, more: boolean, paper: boolean): string {
  const printed = Math.min(loaded, rowsOnPaper)
  if (paper && (more || printed < loaded)) {
    return text.table.printed(count(printed), total === null ? null : count(total))
  }
  if (!more) return text.table.all(count(loaded))
  return total === null
    ? text.table.loadedSome(count(loaded))
    : text.table.loaded(count(loaded), count(total))
}

export function DataTable<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, total, rowKey, sort, onSort, onRow, openKey, loadMore, isLoading } = props
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const paper = usePaper()
  // A sheet is as narrow as a phone and has room for a table all the same.
  const narrow = useNarrow() && !paper
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => (narrow ? cardHeight : rowHeight),
    scrollPaddingStart: narrow ? 0 : headHeight,
    overscan: 8,
    ...(paper ? { rangeExtractor: allOnPaper } : {}),
  })
  const show = useCallback((index: number) => virtual.scrollToIndex(index, { align: 'auto' }), [virtual])
  const press = useCallback(
    (index: number) => {
      const row = rows[index]
      if (row !== undefined) onRow?.(row, index)
    },
    [rows, onRow],
  )
  const { active, setActive, onKeyDown } = useActiveRow(rows.length, show, onRow && press)
  const pressRow = useCallback(
    (index: number) => {
      setActive(index)
      press(index)
    },
    [press, setActive],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: cards and rows differ in height
  useEffect(() => virtual.measure(), [narrow, virtual])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order or filter begins at its top
  useEffect(() => {
    place.current?.scrollTo({ top: 0 })
    setActive(0)
  }, [sort?.key, sort?.order, props.question])

  const items = virtual.getVirtualItems()
  const lastSeen = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (loadMore && !isLoading && rows.length > 0 && lastSeen >= rows.length - ahead) loadMore()
  }, [loadMore, isLoading, rows.length, lastSeen])

  const first = isLoading === true && rows.length === 0
  const tracks = { '--tracks': columns.map(column => column.width).join(' ') } as CSSProperties
  const drawn = items.some(item => item.index === active)
  return (
    <div className={`data-table${narrow ? ' is-narrow' : ''}${paper ? ' is-paper' : ''}`}>
      {narrow && <SortChoice columns={columns} sort={sort} onSort={onSort} />}
      <div className="data-place" ref={place}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows are chosen and opened
          role="grid"
          style={tracks}
          tabIndex={0}
          aria-label={caption}
          aria-rowcount={total === null ? -1 : total + 1}
          aria-colcount={columns.length}
          aria-busy={isLoading === true}
          aria-activedescendant={drawn ? `${id}-${active}` : undefined}
          onKeyDown={onKeyDown}
        >
          <TableHead columns={columns} sort={sort} onSort={onSort} />
          {rows.length > 0 && (
            <tbody {...(paper ? {} : { style: { height: virtual.getTotalSize() } })}>
              {items.map(item => {
                const row = rows[item.index] as Row
                const key = rowKey(row)
                return (
                  <TableRow
                    key={key}
                    id={`${id}-${item.index}`}
                    row={row}
                    index={item.index}
                    columns={columns}
                    narrow={narrow}
                    active={item.index === active}
                    open={openKey === key}
                    top={paper ? null : item.start}
                    onPress={onRow && pressRow}
                    measure={narrow ? virtual.measureElement : undefined}
                  />
                )
              })}
            </tbody>
          )}
        </table>
        {first && <WaitingRows columns={columns.length} count={waitingRows} />}
        {!first && rows.length === 0 && <div className="data-empty">{props.empty}</div>}
      </div>
      {rows.length > 0 && (
        <p className="data-foot" role="status">
          {isLoading && !paper
            ? text.table.loadingMore
            : footText(rows.length, total, loadMore !== undefined, paper)}
        </p>
      )}
    </div>
  )
}
