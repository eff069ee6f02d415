// Asks who employs, pays or funds: a name known here, or a new one; says who is with them already.

import { text } from '../../../messages/text.ts'
import { Combo } from '../../../parts/combo.tsx'
import { Skeleton } from '../../../parts/skeleton.tsx'
import { count } from '../../../words/format.ts'
import type { Bonds } from './use-bonds.ts'

interface Props {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onChange: (name: string) => void
  readonly bonds: Bonds
  /** The person that is edited, who does not count as another. */
  readonly self: string | null
  readonly autoFocus?: boolean
}

export function BondField({ label, hint, value, onChange, bonds, self, autoFocus = false }: Props) {
  if (bonds.isPending) return <Skeleton height={84} />
  const others = [...bonds.boundTo(value.trim())].filter(id => id !== self).length
  return (
    <Combo
      label={label}
      description={others > 0 ? text.people.editDialog.joins(value.trim(), count(others)) : hint}
      value={value}
      onChange={name => onChange((name ?? '').slice(0, 120))}
      options={bonds.names.map(name => ({ value: name, label: name }))}
      allowsOther
      autoFocus={autoFocus}
    />
  )
}
