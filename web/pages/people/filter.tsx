// Narrows the list of parties: by name or handle, and to those of several handles or of the charter.

import { text } from '../../messages/text.ts'
import { TextField } from '../../parts/field.tsx'
import { Select } from '../../parts/select.tsx'

export type Only = 'all' | 'merged' | 'listed'
const all = ['all', 'merged', 'listed'] as const

interface Props {
  readonly q: string
  readonly onQ: (q: string) => void
  readonly only: Only
  readonly onOnly: (only: Only) => void
}

export function Filter({ q, onQ, only, onOnly }: Props) {
  const words = text.people
  return (
    <div className="people-filter">
      <TextField
        type="search"
        label={words.search}
        labelHidden
        placeholder={words.search}
        value={q}
        onChange={onQ}
      />
      <Select
        label={words.filter.label}
        labelHidden
        value={only}
        onChange={onOnly}
        options={all.map(value => ({ value, label: words.filter[value] }))}
      />
    </div>
  )
}
