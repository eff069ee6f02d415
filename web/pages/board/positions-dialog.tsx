// Setting a unit's positions by number: what is declared, what it aims for, and by when.
import { useState } from 'react'
import type { DeskUnit } from '../../desk/desk-unit.ts'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { TextField } from '../../parts/field.tsx'

/** Only what was changed. */
export interface Positions {
  readonly declared?: number | null
  readonly target?: { readonly position: number; readonly by: string | null } | null
}

export interface PositionsDialogProps {
  readonly unit: DeskUnit
  readonly today: string | undefined
  readonly onClose: () => void
  readonly onKeep: (positions: Positions) => void
}

/** null: left empty; undefined: no position. */
function read(written: string): number | null | undefined {
  const trimmed = written.trim()
  if (trimmed === '') return null
  const value = Number(trimmed)
  return /^\d{1,3}$/.test(trimmed) && value <= 100 ? value : undefined
}

const written = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(Math.round(value))

export function PositionsDialog({ unit, today, onClose, onKeep }: PositionsDialogProps) {
  const [declared, setDeclared] = useState(written(unit.declared))
  const [target, setTarget] = useState(written(unit.target?.position))
  const [by, setBy] = useState<string | null>(unit.target?.by ?? null)
  const words = text.board.target
  const [declaredAt, targetAt] = [read(declared), read(target)]
  const error = (value: number | null | undefined) => (value === undefined ? { error: words.outOfRange } : {})
  const keep = () => {
    if (declaredAt === undefined || targetAt === undefined) return
    onKeep({
      // What was not touched is not sent, and keeps its fraction.
      ...(declared.trim() === written(unit.declared) ? {} : { declared: declaredAt }),
      ...(target.trim() === written(unit.target?.position) && by === (unit.target?.by ?? null)
        ? {}
        : { target: targetAt === null ? null : { position: targetAt, by } }),
    })
    onClose()
  }
  return (
    <Dialog
      title={words.title(unit.name)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="plain" onPress={onClose}>
            {words.cancel}
          </Button>
          <Button
            kind="primary"
            onPress={keep}
            isDisabled={declaredAt === undefined || targetAt === undefined}
          >
            {words.save}
          </Button>
        </>
      }
    >
      <div className="positions">
        <p className="soft">{words.hint}</p>
        {!unit.rules?.governed && (
          <TextField
            label={words.declared}
            description={words.declaredHint}
            value={declared}
            onChange={setDeclared}
            {...error(declaredAt)}
          />
        )}
        <TextField
          label={words.position}
          description={words.positionHint}
          value={target}
          onChange={setTarget}
          {...error(targetAt)}
        />
        {targetAt !== null && targetAt !== undefined && (
          <DayField
            label={words.by}
            value={by}
            onChange={setBy}
            isOptional
            {...(today ? { min: today } : {})}
          />
        )}
      </div>
    </Dialog>
  )
}
