// The choice among the evidence: words, surface, kind, party, source and days.
import { useCallback } from 'react'
import { useTyped } from '../../data/typed.ts'
import { useNarrow } from '../../desk/use-narrow.ts'
import { text } from '../../messages/text.ts'
import { Combo } from '../../parts/combo.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { TextField } from '../../parts/field.tsx'
import { Select } from '../../parts/select.tsx'
import type { FilterName, Filters } from './filters.ts'

export interface Choice {
  readonly id: string
  readonly name: string
}

export interface Choices {
  readonly surfaces?: readonly Choice[]
  readonly kinds?: readonly Choice[]
  readonly sources?: readonly Choice[]
  readonly parties?: readonly Choice[]
}

export type ChangeFilter = (name: FilterName, value: string | undefined) => void

interface BarProps {
  readonly filters: Filters
  readonly choices: Choices
  readonly today: string | undefined
  readonly onChange: ChangeFilter
}

function Search({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { typed, type, send } = useTyped(value, onChange)
  const words = text.table.observations
  return (
    <div className="filter-search">
      <TextField
        label={words.search}
        placeholder={words.searchHint}
        value={typed}
        onChange={type}
        onBlur={send}
      />
    </div>
  )
}

interface ChooseProps {
  readonly label: string
  readonly all: string
  readonly value: string | undefined
  readonly choices: readonly Choice[] | undefined
  readonly onChange: (value: string | undefined) => void
}

/** No id looks like it. */
const everything = '*'
/** More than this many are found by typing. */
const listedAtMost = 12

/** One that is chosen and not among the choices, by an old address say, is still shown as chosen. */
function Choose({ label, all, value, choices = [], onChange }: ChooseProps) {
  const known = value === undefined || choices.some(choice => choice.id === value)
  const listed = known ? choices : [...choices, { id: value, name: value }]
  if (listed.length < 2 && value === undefined) return null
  const options = [
    { value: everything, label: all },
    ...listed.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const Part = options.length > listedAtMost ? Combo : Select
  return (
    <Part
      label={label}
      value={value ?? everything}
      options={options}
      onChange={(next: string | null) => onChange(next === everything || next === null ? undefined : next)}
    />
  )
}

const dayLimits = (min: string | undefined, max: string | undefined) => ({
  ...(min ? { min } : {}),
  ...(max ? { max } : {}),
})

function Fields({ filters, choices, today, onChange }: BarProps) {
  const words = text.table.observations
  const chosen = [
    ['surface', words.surface, words.allSurfaces, choices.surfaces],
    ['kind', words.kind, words.allKinds, choices.kinds],
    ['party', words.party, words.allParties, choices.parties],
    ['source', words.source, words.allSources, choices.sources],
  ] as const
  const search = useCallback((value: string) => onChange('q', value || undefined), [onChange])
  return (
    <div className="filter-fields">
      <Search value={filters.q ?? ''} onChange={search} />
      {chosen.map(([name, label, all, among]) => (
        <Choose
          key={name}
          label={label}
          all={all}
          value={filters[name]}
          choices={among}
          onChange={value => onChange(name, value)}
        />
      ))}
      <DayField
        label={words.from}
        isOptional
        value={filters.from ?? null}
        {...dayLimits(undefined, filters.to ?? today)}
        onChange={value => onChange('from', value ?? undefined)}
      />
      <DayField
        label={words.to}
        isOptional
        value={filters.to ?? null}
        {...dayLimits(filters.from, today)}
        onChange={value => onChange('to', value ?? undefined)}
      />
    </div>
  )
}

export function FilterBar(props: BarProps) {
  const narrow = useNarrow()
  if (!narrow) return <Fields {...props} />
  return (
    <details className="more filter-fold">
      <summary>{text.table.observations.filters}</summary>
      <Fields {...props} />
    </details>
  )
}
