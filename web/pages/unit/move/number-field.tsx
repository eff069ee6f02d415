// Spans in days and numbers of heads: kept as typed, handed on once they are right.
import { useState } from 'react'
import { text } from '../../../messages/text.ts'
import { TextField } from '../../../parts/field.tsx'

const day = 86_400_000
const daysAtMost = 365

/** `0.5`, also with a comma; null: no span. */
function readDays(typed: string, least: number): number | null {
  const trimmed = typed.trim().replace(',', '.')
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(trimmed)) return null
  const ms = Math.round(Number(trimmed) * day)
  return ms >= least && ms <= daysAtMost * day ? ms : null
}

const shownDays = (ms: number) => String(Math.round((ms / day) * 10_000) / 10_000)

interface DaysFieldProps {
  readonly label: string
  readonly ms: number
  /** Milliseconds; one at least unless said. */
  readonly least?: number
  readonly onChange: (ms: number) => void
}

export function DaysField({ label, ms, least = 1, onChange }: DaysFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  // What was typed goes on being shown as long as it means what is in force.
  const read = typed === null ? ms : readDays(typed, least)
  const isOwn = typed !== null && (read === null || read === ms)
  return (
    <TextField
      label={label}
      inputMode="decimal"
      value={isOwn ? typed : shownDays(ms)}
      error={isOwn && read === null ? text.moving.rule.daysWrong : null}
      onChange={to => {
        setTyped(to)
        const next = readDays(to, least)
        if (next !== null) onChange(next)
      }}
    />
  )
}

interface HeadsFieldProps {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
}

const headsAtMost = 1_000

export function HeadsField({ label, value, onChange }: HeadsFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const readHeads = (to: string) => {
    const number = Number(to)
    return /^\d{1,4}$/.test(to.trim()) && number >= 1 && number <= headsAtMost ? number : null
  }
  const read = typed === null ? value : readHeads(typed)
  const isOwn = typed !== null && (read === null || read === value)
  return (
    <TextField
      label={label}
      inputMode="numeric"
      value={isOwn ? typed : String(value)}
      error={isOwn && read === null ? text.moving.rule.headsWrong : null}
      onChange={to => {
        setTyped(to)
        const next = readHeads(to)
        if (next !== null) onChange(next)
      }}
    />
  )
}
