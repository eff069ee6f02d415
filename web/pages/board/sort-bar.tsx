// In what order the units stand, and a filter where there are many.

import { isOrder, type Order, orders } from '../../desk/order.ts'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { TextField } from '../../parts/field.tsx'
import { Select } from '../../parts/select.tsx'
import { count } from '../../words/format.ts'

export interface SortBarProps {
  readonly order: Order
  readonly onOrder: (order: Order) => void
  readonly filter: string
  readonly onFilter: (filter: string) => void
  readonly shown: number
  readonly all: number
  /** With few units everything is in sight. */
  readonly filterable: boolean
}

export function SortBar({ order, onOrder, filter, onFilter, shown, all, filterable }: SortBarProps) {
  const { sort } = text.board
  return (
    <div className="sort-bar">
      {filterable && <TextField label={sort.filter} value={filter} onChange={onFilter} />}
      <Select
        label={sort.label}
        value={order}
        onChange={value => isOrder(value) && onOrder(value)}
        options={orders.map(value => ({ value, label: sort.names[value] }))}
      />
      {filterable && (
        <p className="sort-shown" role="status">
          {sort.shown(count(shown), count(all))}
        </p>
      )}
      {filterable && shown === 0 && (
        <div className="sort-none">
          <p>{sort.none}</p>
          <Button kind="plain" size="small" onPress={() => onFilter('')}>
            {sort.clear}
          </Button>
        </div>
      )}
    </div>
  )
}
