// In what order the units stand, and a filter where there are many.
import { isOrder, type Order, orders } from '../../desk/order.ts'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { TextField } from '../../parts/field.tsx'
import { Select } from '../../parts/select.tsx'
import { count } from '../../words/format.ts'

export interface OrderChoiceProps {
  readonly order: Order
  readonly onOrder: (order: Order) => void
}

export function OrderChoice({ order, onOrder }: OrderChoiceProps) {
  const { sort } = text.board
  return (
    <Select
      label={sort.label}
      labelHidden
      value={order}
      onChange={value => isOrder(value) && onOrder(value)}
      options={orders.map(value => ({ value, label: sort.names[value] }))}
    />
  )
}

export interface SortBarProps extends OrderChoiceProps {
  readonly filter: string
  readonly onFilter: (filter: string) => void
  readonly shown: number
  readonly all: number
}

export function SortBar({ order, onOrder, filter, onFilter, shown, all }: SortBarProps) {
  const { sort } = text.board
  return (
    <div className="sort-bar">
      <TextField
        type="search"
        label={sort.filter}
        labelHidden
        placeholder={sort.filter}
        value={filter}
        onChange={onFilter}
      />
      <OrderChoice order={order} onOrder={onOrder} />
      <p className="sort-shown" role="status">
        {sort.shown(count(shown), count(all))}
      </p>
      {shown === 0 && (
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
