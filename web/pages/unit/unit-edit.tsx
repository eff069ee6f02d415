// What a steward may change of a unit: its slider and target by number, and its name.
import type { UnitReport } from '@equalizer/measure'
import { useState } from 'react'
import { useToday } from '../../data/session.ts'
import { deskUnitOf, type InForce } from '../../desk/desk-unit.ts'
import { text } from '../../messages/text.ts'
import { MenuButton } from '../../parts/menu-button.tsx'
import { PositionsDialog } from '../board/positions-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import type { UnitChange } from './use-unit-changes.ts'

export interface UnitEditProps {
  readonly unit: UnitReport
  readonly rules: InForce | null
  readonly onChange: (change: UnitChange, said: string) => void
}

export function UnitEdit({ unit, rules, onChange }: UnitEditProps) {
  const [open, setOpen] = useState<'positions' | 'name' | null>(null)
  const today = useToday()
  const words = text.unit
  const close = () => setOpen(null)
  return (
    <>
      <MenuButton
        label={words.edit}
        items={[
          { id: 'positions', label: words.setPositions, onAction: () => setOpen('positions') },
          { id: 'name', label: words.rename, onAction: () => setOpen('name') },
        ]}
      />
      {open === 'positions' && (
        <PositionsDialog
          unit={{ ...deskUnitOf(unit), rules }}
          today={today}
          onClose={close}
          onKeep={positions => onChange(positions, text.board.target.kept(unit.name))}
        />
      )}
      {open === 'name' && (
        <RenameDialog
          name={unit.name}
          onClose={close}
          onKeep={name => onChange({ name }, words.renameDialog.saved(name))}
        />
      )}
    </>
  )
}
