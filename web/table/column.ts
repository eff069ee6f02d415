// What a table is told about its columns, its rows and its order.
import type { ReactNode } from 'react'

export type Order = 'asc' | 'desc'

export interface Sort {
  readonly key: string
  readonly order: Order
}

export interface Column<Row> {
  readonly key: string
  readonly title: string
  /** A track of a CSS grid: `minmax(120px, 2fr)`. */
  readonly width: string
  readonly cell: (row: Row) => ReactNode
  readonly number?: boolean
  /** The order that a first press asks for; left out: nobody can sort by it. */
  readonly sorts?: Order
  /** Where it stands on the card that a row becomes on a narrow screen: two lines of two, then lines of one. */
  readonly card: 'title' | 'figure' | 'sub' | 'aside' | 'line' | 'off'
}

export interface TableProps<Row> {
  /** Says what the table holds, for those who hear it. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  /** What was loaded so far, in the order shown. */
  readonly rows: readonly Row[]
  /** Rows that there are; null: not known yet. */
  readonly total: number | null
  readonly rowKey: (row: Row) => string
  readonly sort: Sort | null
  /** Changes with what is asked for: the table then begins at its top again. */
  readonly question?: string
  readonly onSort?: (sort: Sort) => void
  /** A row was pressed, or Enter on it. */
  readonly onRow?: (row: Row, index: number) => void
  /** The key of the row that stands open beside the table. */
  readonly openKey?: string | null
  /** Asks for the next page; left out: everything is loaded. */
  readonly loadMore?: () => void
  readonly isLoading?: boolean
  /** Shown instead of rows where there are none. */
  readonly empty: ReactNode
}

/** The same column again turns the order around; another begins with its own. */
export function sortAfter<Row>(now: Sort | null, column: Column<Row>): Sort {
  const first = column.sorts ?? 'asc'
  if (now?.key !== column.key) return { key: column.key, order: first }
  return { key: column.key, order: now.order === 'asc' ? 'desc' : 'asc' }
}
