// What of the log is shown: words, a kind, a unit, from which end; and the way to one entry by its number.
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useOrganization } from '../../data/organization.ts'
import { useRead } from '../../data/read.ts'
import { useTyped } from '../../data/typed.ts'
import { logWords } from '../../messages/log-words.ts'
import { Button } from '../../parts/button.tsx'
import { TextField } from '../../parts/field.tsx'
import { Select } from '../../parts/select.tsx'
import { count } from '../../words/format.ts'
import { type Change, type Look, orders } from './use-look.ts'

/** A choice list wants a value for everything. */
const every = ' '

interface FilterBarProps {
  readonly look: Look
  readonly change: (change: Change) => void
  /** Entries in the log. */
  readonly size: number
}

function GoTo({ size }: { readonly size: number }) {
  const organization = useOrganization()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  const words = logWords().log.go
  const go = () => {
    const entry = typed.trim()
    const fits = /^\d{1,15}$/.test(entry) && Number(entry) < size
    setIsWrong(!fits)
    if (fits)
      void navigate({
        to: '/o/$organization/log/$entry',
        params: { organization, entry: String(Number(entry)) },
      })
  }
  return (
    <form
      className="log-go"
      onSubmit={event => {
        event.preventDefault()
        go()
      }}
    >
      <TextField
        label={words.label}
        labelHidden
        placeholder={words.label}
        inputMode="numeric"
        value={typed}
        error={isWrong ? words.none(count(size - 1)) : null}
        onChange={value => {
          setTyped(value)
          setIsWrong(false)
        }}
      />
      <Button type="submit">{words.go}</Button>
    </form>
  )
}

export function FilterBar({ look, change, size }: FilterBarProps) {
  const organization = useOrganization()
  const words = logWords().log.filter
  const { data } = useRead('GET /api/organizations/{organization}/rules', { organization })
  const send = useCallback((typed: string) => change({ text: typed.trim(), from: null }), [change])
  const typed = useTyped(look.text, send)
  const kinds = Object.entries(words.kinds).map(([value, label]) => ({ value, label }))
  const units = data?.units.map(({ unit, name }) => ({ value: unit, label: name })) ?? []
  const known = units.some(({ value }) => value === look.unit)
  const ownUnit = look.unit !== null && !known ? [{ value: look.unit, label: look.unit }] : []
  return (
    <div className="log-filter">
      <TextField
        label={words.text}
        labelHidden
        placeholder={words.text}
        type="search"
        maxLength={200}
        value={typed.typed}
        onChange={typed.type}
        onBlur={typed.send}
      />
      <Select
        label={words.kind}
        labelHidden
        value={look.kind ?? 'all'}
        onChange={kind => change({ kind: kind === 'all' ? null : kind, from: null })}
        options={kinds}
      />
      <Select
        label={words.unit}
        labelHidden
        value={look.unit ?? every}
        onChange={unit => change({ unit: unit === every ? null : unit, from: null })}
        options={[{ value: every, label: words.everyUnit }, ...units, ...ownUnit]}
      />
      <Select
        label={words.order}
        labelHidden
        value={look.order}
        onChange={order => change({ order, from: null })}
        options={orders.map(value => ({ value, label: words.orders[value] }))}
      />
      <GoTo size={size} />
    </div>
  )
}
