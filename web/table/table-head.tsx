// The head of a table: each column that can be sorted by is a button and says its order.
import { text } from '../messages/text.ts'
import { type Column, type Sort, sortAfter } from './column.ts'

interface HeadProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly sort: Sort | null
  readonly onSort: ((sort: Sort) => void) | undefined
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const

function Mark({ order }: { order: Sort['order'] | null }) {
  return (
    <svg className="sort-mark" viewBox="0 0 10 14" width="10" height="14" aria-hidden="true">
      {order !== 'desc' && <path d="M2 5.5 5 2.5 8 5.5" />}
      {order !== 'asc' && <path d="M2 8.5 5 11.5 8 8.5" />}
    </svg>
  )
}

export function TableHead<Row>({ columns, sort, onSort }: HeadProps<Row>) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column, i) => {
          const order = sort?.key === column.key ? sort.order : null
          return (
            <th
              key={column.key}
              scope="col"
              aria-colindex={i + 1}
              aria-sort={order ? ariaSort[order] : undefined}
              className={column.number ? 'number' : undefined}
            >
              {column.sorts && onSort ? (
                <button
                  type="button"
                  className={order ? 'sorter is-on' : 'sorter'}
                  onClick={() => onSort(sortAfter(sort, column))}
                >
                  {column.title}
                  <Mark order={order} />
                </button>
              ) : (
                column.title
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

/** On a narrow screen rows are cards and have no head: the order is chosen from a list. */
export function SortChoice<Row>({ columns, sort, onSort }: HeadProps<Row>) {
  const choices = columns.filter(column => column.sorts)
  if (!onSort || choices.length === 0) return null
  return (
    <label className="sort-choice">
      <span>{text.table.sortBy}</span>
      <select
        value={sort ? `${sort.key} ${sort.order}` : ''}
        onChange={event => {
          const [key = '', order] = event.target.value.split(' ')
          onSort({ key, order: order === 'asc' ? 'asc' : 'desc' })
        }}
      >
        {!sort && <option value="">{text.table.unsorted}</option>}
        {choices.flatMap(({ key, title }) =>
          (['asc', 'desc'] as const).map(order => (
            <option key={`${key} ${order}`} value={`${key} ${order}`}>
              {text.table.orderOf(title, text.table.orders[order])}
            </option>
          )),
        )}
      </select>
    </label>
  )
}
