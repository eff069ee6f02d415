// Narrows the list of parties: by name or handle, and to those of several handles or of the charter.

import { text } from '../../messages/text.ts'
import { TextField } from '../../parts/field.tsx'
import { Select } from '../../parts/select.tsx'
import { kindsListed, type Only } from './use-only.ts'

interface Props {
  readonly q: string
  readonly onQ: (q: string) => void
  /** The field was left. */
  readonly onQEnd: () => void
  readonly only: Only
  readonly onOnly: (only: Only) => void
}

export function Filter({ q, onQ, onQEnd, only, onOnly }: Props) {
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
        onBlur={onQEnd}
      />
      <Select
        label={words.filter.label}
        labelHidden
        value={only}
        onChange={onOnly}
        options={kindsListed.map(value => ({ value, label: words.filter[value] }))}
      />
    </div>
  )
}
