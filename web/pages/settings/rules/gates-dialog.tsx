// The gates of a unit: from which measured position on a class may reach each stage.
import type { UnitRules } from '@equalizer/client/contract'
import { useState } from 'react'
import { text } from '../../../messages/text.ts'
import { Button } from '../../../parts/button.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { TextField } from '../../../parts/field.tsx'
import { Notice } from '../../../parts/notice.tsx'
import { useRuleAct } from './use-rule-act.ts'

const stages = [1, 2, 3, 4] as const

/** null: no gate; undefined: not a position. */
function read(typed: string): number | null | undefined {
  const trimmed = typed.trim()
  if (trimmed === '') return null
  return /^[1-9]\d{0,2}$/.test(trimmed) && Number(trimmed) <= 100 ? Number(trimmed) : undefined
}

export function GatesDialog({ unit, onClose }: { readonly unit: UnitRules; readonly onClose: () => void }) {
  const words = text.moving.groups
  const strictest = (stage: number) =>
    unit.gates.filter(gate => gate.stage === stage).reduce((most, gate) => Math.max(most, gate.atLeast), 0)
  const [typed, setTyped] = useState(() =>
    stages.map(stage => (strictest(stage) === 0 ? '' : String(strictest(stage)))),
  )
  const { act, isPending, refused } = useRuleAct(onClose)
  const gates = stages.flatMap((stage, index) => {
    const atLeast = read(typed[index] ?? '')
    return atLeast ? [{ stage, measure: 'position', atLeast }] : []
  })
  return (
    <Dialog
      title={words.gatesOf(unit.name)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.moving.cancel}</Button>
          <Button
            kind="primary"
            isPending={isPending}
            isDisabled={typed.some(one => read(one) === undefined)}
            onPress={() => void act('rule.set_gates', unit.unit, { unit: unit.unit, gates })}
          >
            {words.send}
          </Button>
        </>
      }
    >
      <div className="rules-form">
        <p className="soft">{words.gatesHint}</p>
        {stages.map((stage, index) => (
          <TextField
            key={stage}
            label={words.gateAt(text.stages[stage] ?? '')}
            inputMode="numeric"
            value={typed[index] ?? ''}
            error={read(typed[index] ?? '') === undefined ? words.gateWrong : null}
            onChange={value => setTyped(typed.map((one, i) => (i === index ? value : one)))}
          />
        ))}
        {refused && (
          <Notice tone="warn" title={text.moving.refused} live>
            {refused}
          </Notice>
        )}
      </div>
    </Dialog>
  )
}
