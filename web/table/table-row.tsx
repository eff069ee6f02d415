// One row of a table: cells side by side, or a card where the screen is narrow.
import { memo, type ReactNode } from 'react'
import type { Column } from './column.ts'

interface RowProps<Row> {
  readonly id: string
  readonly row: Row
  readonly index: number
  readonly columns: readonly Column<Row>[]
  readonly narrow: boolean
  readonly active: boolean
  readonly open: boolean
  /** Distance from the top, in pixels; null: on paper, where one stands under the other. */
  readonly top: number | null
  readonly onPress: ((index: number) => void) | undefined
  /** Measures a card, whose height its text decides. */
  readonly measure: ((element: Element | null) => void) | undefined
}

function drawRow<Row>(props: RowProps<Row>) {
  const { id, row, index, columns, narrow, active, open, top, onPress, measure } = props
  const classes = ['row', active ? 'is-active' : '', open ? 'is-open' : '', onPress ? 'can-open' : '']
  const shown = narrow ? columns.filter(column => column.card !== 'off') : columns
  return (
    // The table itself answers to the keyboard, with this row as its active one.
    <tr
      id={id}
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={open}
      className={classes.filter(Boolean).join(' ')}
      {...(top === null ? {} : { style: { transform: `translateY(${top}px)` } })}
      onClick={() => {
        // Marking words in a row is not pressing it.
        if (window.getSelection()?.isCollapsed ?? true) onPress?.(index)
      }}
    >
      {shown.map(column => (
        <td
          key={column.key}
          aria-colindex={columns.indexOf(column) + 1}
          className={`${column.number ? 'number ' : ''}card-${column.card}`}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}

export const TableRow = memo(drawRow) as <Row>(props: RowProps<Row>) => ReactNode

/** Stands where rows will be, in their size, so that nothing jumps. */
export function WaitingRows({ columns, count }: { columns: number; count: number }) {
  return (
    <div className="waiting-rows" aria-hidden="true">
      {Array.from({ length: count }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike and never move
        <div className="row" key={i}>
          {Array.from({ length: columns }, (_, j) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike and never move
            <span className={`bone bone-${(i + j) % 4}`} key={j} />
          ))}
        </div>
      ))}
    </div>
  )
}
