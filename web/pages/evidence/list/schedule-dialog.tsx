// Says how often a source is read again.
import type { SourceState } from '@equalizer/client'
import { useEffect, useState } from 'react'
import { text } from '../../../messages/text.ts'
import { Button } from '../../../parts/button.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { Select } from '../../../parts/select.tsx'
import type { SourceActs } from '../use-source-acts.ts'
import { everyName, schedules } from '../words.ts'

interface Props {
  /** null: closed. */
  readonly source: SourceState | null
  readonly acts: SourceActs
  readonly onClose: () => void
}

export function ScheduleDialog({ source, acts, onClose }: Props) {
  const { schedule, actions, intake } = text.evidence
  const [minutes, setMinutes] = useState<number | null>(null)
  useEffect(() => setMinutes(source?.everyMinutes ?? null), [source])
  return (
    <Dialog
      title={actions.schedule}
      isOpen={source !== null}
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {intake.cancel}
          </Button>
          <Button
            kind="primary"
            onPress={() => {
              if (source) void acts.schedule(source, minutes)
              onClose()
            }}
          >
            {schedule.save}
          </Button>
        </>
      }
    >
      <Select
        label={`${schedule.label}: ${source?.name ?? ''}`}
        value={String(minutes)}
        onChange={value => setMinutes(value === 'null' ? null : Number(value))}
        options={schedules(source?.everyMinutes ?? null).map(one => ({
          value: String(one),
          label: everyName(one),
        }))}
      />
    </Dialog>
  )
}
