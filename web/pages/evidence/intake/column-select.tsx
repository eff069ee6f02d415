// One question of the mapping: which column holds it, with what stands in that column.

import { text } from '../../../messages/text.ts'
import { Select } from '../../../parts/select.tsx'

export interface Columns {
  readonly names: readonly string[]
  /** The first rows, cell by cell, in the order of `names`. */
  readonly rows: readonly (readonly string[])[]
}

interface Props {
  readonly label: string
  readonly description?: string
  readonly columns: Columns
  /** Empty: no column. */
  readonly value: string
  readonly onChange: (column: string) => void
  /** What it means to choose none. */
  readonly none?: string
}

const shownChars = 28

/** Up to two different cells of a column, shortened. */
function exampleOf({ names, rows }: Columns, column: string): string | null {
  const at = names.indexOf(column)
  const cells = [...new Set(rows.map(row => row[at] ?? ''))].filter(cell => cell !== '').slice(0, 2)
  if (at < 0 || cells.length === 0) return null
  return cells.map(cell => (cell.length > shownChars ? `${cell.slice(0, shownChars - 1)}…` : cell)).join(', ')
}

export function ColumnSelect({ label, description, columns, value, onChange, none }: Props) {
  const { mapping } = text.evidence
  const example = value === '' ? null : exampleOf(columns, value)
  const hint = example === null ? description : mapping.example(example)
  // A column that stands in no row shown, such as a nested one, stays choosable once it is chosen.
  const names = value === '' || columns.names.includes(value) ? columns.names : [value, ...columns.names]
  return (
    <Select
      label={label}
      {...(hint === undefined ? {} : { description: hint })}
      value={value}
      onChange={onChange}
      options={[
        { value: '', label: none ?? mapping.none },
        ...names.map(name => {
          const cells = exampleOf(columns, name)
          return { value: name, label: name, ...(cells === null ? {} : { hint: cells }) }
        }),
      ]}
    />
  )
}
