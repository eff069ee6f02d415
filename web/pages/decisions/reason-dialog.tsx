// Stopping something, or answering, with the published reason that it takes.
import type { Decision } from '@equalizer/client/contract'
import { useId, useState } from 'react'
import type { Command } from '../../data/door.ts'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { RadioCards } from '../../parts/choices.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Failure } from '../../parts/failure.tsx'
import { TextField } from '../../parts/field.tsx'
import type { TakingPart } from './use-part.ts'
import { titleWords } from './words.ts'

export type Reasoned = Exclude<Decision['mayYou'][number], 'ballot' | 'approve' | 'retry'>

export interface ReasonDialogProps {
  readonly what: Reasoned
  readonly decision: Decision
  readonly part: TakingPart
  readonly onClose: () => void
}

function commandOf(what: Reasoned, decision: string, reason: string, proceed: boolean): Command {
  return what === 'answer' ? { kind: what, decision, proceed, reason } : { kind: what, decision, reason }
}

export function ReasonDialog({ what, decision, part, onClose }: ReasonDialogProps) {
  const words = text.decisions.part
  const form = useId()
  const [reason, setReason] = useState('')
  const [proceed, setProceed] = useState<'proceed' | 'follow' | null>(null)
  const isWhole = reason.trim() !== '' && (what !== 'answer' || proceed !== null)
  const send = async () => {
    const command = commandOf(what, decision.id, reason.trim(), proceed === 'proceed')
    if (await part.send(command)) onClose()
  }
  return (
    <Dialog
      title={words.titles[what]}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.parts.cancel}</Button>
          <Button
            type="submit"
            form={form}
            kind={what === 'answer' ? 'primary' : 'danger'}
            isDisabled={!isWhole}
            isPending={part.isPending}
          >
            {words.names[what]}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="decision-reason"
        onSubmit={event => {
          event.preventDefault()
          if (isWhole) void send()
        }}
      >
        <p className="decision-reason-what" dir="auto">
          {titleWords(decision)}
        </p>
        <p className="soft">{words.hints[what]}</p>
        {what === 'answer' && (
          <RadioCards
            label={words.what}
            labelHidden
            value={proceed}
            onChange={setProceed}
            options={[
              { value: 'proceed', title: words.proceed },
              { value: 'follow', title: words.follow },
            ]}
          />
        )}
        <TextField
          label={words.reason}
          description={words.reasonHint}
          value={reason}
          onChange={setReason}
          multiline
          rows={4}
          maxLength={4_000}
          autoFocus
        />
        {part.problem && <Failure problem={part.problem} />}
      </form>
    </Dialog>
  )
}
