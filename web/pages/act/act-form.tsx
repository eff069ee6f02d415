// The form of one act: its fields, why, how it will be decided, and sending it. Whatever is refused, all that was typed stays.
import type { ActTypeView, DoorAnswer } from '@equalizer/client/contract'
import { type FormEvent, useMemo, useState } from 'react'
import { useDoor } from '../../data/door.ts'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { TextField } from '../../parts/field.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Select } from '../../parts/select.tsx'
import { count } from '../../words/format.ts'
import { problemWords } from '../../words/problem-words.ts'
import { ActDone } from './act-done.tsx'
import { AmountsSaid } from './amounts-said.tsx'
import { type Draft, type DraftObject, emptyDraft, readDraft, type Wrong } from './draft.ts'
import { Field } from './fields/field.tsx'
import { FormContext } from './fields/form.ts'
import { Parts } from './fields/nested.tsx'
import { ForeseenPanel } from './foreseen-panel.tsx'
import type { Schema } from './schema.ts'
import { type AskedAct, useForeseen } from './use-foreseen.ts'

export interface ActFormProps {
  readonly type: ActTypeView
  readonly unit: string
  readonly units: readonly { readonly value: string; readonly label: string }[]
  readonly onUnit: (unit: string) => void
  /** Why nothing may be sent; null: it may. */
  readonly reason: string | null
}

const noteChars = 4_000
const alternativesAtMost = 20

/** Every payload in turn, the proposal first; errors by where they stand on the page: `0.amount`. */
function readAll(schema: Schema, drafts: readonly Draft[]) {
  const wrong = new Map<string, Wrong>()
  const payloads = drafts.map((draft, index) => {
    const read = readDraft(schema, draft)
    for (const [path, one] of read.wrong) wrong.set(`${index}.${path}`, one)
    return read.payload
  })
  return { payloads, wrong }
}

export function ActForm({ type, unit, units, onUnit, reason }: ActFormProps) {
  const schema = type.schema as Schema
  const words = text.act
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => [emptyDraft({ ...schema, type: 'object' })])
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<string | null>(null)
  const [done, setDone] = useState<DoorAnswer | null>(null)
  const { send, isPending } = useDoor()
  const { payloads, wrong } = useMemo(() => readAll(schema, drafts), [schema, drafts])

  const [payload, ...alternatives] = payloads
  const act: AskedAct = {
    type: type.type,
    unit,
    payload: (payload ?? {}) as AskedAct['payload'],
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(alternatives.length > 0 ? { alternatives: alternatives as AskedAct['payload'][] } : {}),
  }
  const foreseeing = useForeseen(wrong.size === 0 && reason === null ? act : null)
  const votes = foreseeing.foreseen?.steps.some(({ phase }) => phase === 'vote') ?? false
  const form = {
    unit,
    Field,
    wrong,
    tried,
    touched,
    onTouch: (path: string) => setTouched(before => (before.has(path) ? before : new Set(before).add(path))),
  }
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    setRefused(null)
    if (wrong.size > 0) {
      const place = event.currentTarget
      // The fields show what is wrong only once this is drawn.
      requestAnimationFrame(() => place.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    const answered = await send({ kind: 'act', act })
    if (answered.ok) setDone(answered.value)
    else setRefused(problemWords(answered.problem))
  }
  const again = () => {
    setDrafts([emptyDraft({ ...schema, type: 'object' })])
    setNote('')
    setTried(false)
    setTouched(new Set())
    setDone(null)
  }
  if (done) return <ActDone answer={done} onAgain={again} />
  return (
    <FormContext value={form}>
      <form className="act-form" noValidate onSubmit={event => void submit(event)}>
        <div className="act-fields">
          {units.length > 1 && (
            <Select
              label={words.unit}
              value={unit}
              onChange={onUnit}
              options={units}
              description={words.unitHint}
            />
          )}
          {drafts.map((draft, index) => (
            <Proposal
              // biome-ignore lint/suspicious/noArrayIndexKey: proposals have no other name
              key={index}
              index={index}
              many={drafts.length > 1}
              onRemove={() => setDrafts(drafts.filter((_, i) => i !== index))}
            >
              <Parts
                schema={schema}
                path={String(index)}
                draft={draft as DraftObject}
                onChange={value => setDrafts(drafts.map((one, i) => (i === index ? value : one)))}
              />
            </Proposal>
          ))}
          {(votes || drafts.length > 1) && (
            <div className="act-alternatives">
              <Button
                size="small"
                isDisabled={drafts.length > alternativesAtMost}
                onPress={() => setDrafts([...drafts, drafts.at(-1) ?? emptyDraft(schema)])}
              >
                {words.alternatives.add}
              </Button>
              <p className="field-description">{words.alternatives.hint}</p>
            </div>
          )}
          <TextField
            label={words.note}
            description={words.noteHint}
            value={note}
            onChange={setNote}
            multiline
            rows={3}
            maxLength={noteChars}
          />
        </div>
        <div className="act-beside">
          <AmountsSaid payloads={payloads} />
          <ForeseenPanel {...foreseeing} />
          {refused && (
            <Notice tone="warn" title={words.refused} live>
              {refused}
            </Notice>
          )}
          {tried && wrong.size > 0 && (
            <p className="act-count" role="alert">
              {words.wrongFields(count(wrong.size))}
            </p>
          )}
          <Button kind="primary" type="submit" isPending={isPending} isDisabled={reason !== null}>
            {foreseeing.foreseen?.outcome === 'opened' ? words.propose : words.send}
          </Button>
          {reason && <p className="soft">{reason}</p>}
        </div>
      </form>
    </FormContext>
  )
}

interface ProposalProps {
  readonly index: number
  readonly many: boolean
  readonly onRemove: () => void
  readonly children: React.ReactNode
}

function Proposal({ index, many, onRemove, children }: ProposalProps) {
  const words = text.act.alternatives
  if (!many) return children
  const name = index === 0 ? words.first : words.name(count(index + 1))
  return (
    <fieldset className="act-group act-proposal">
      <legend>{name}</legend>
      {children}
      {index > 0 && (
        <Button size="small" kind="quiet" onPress={onRemove} aria-label={words.remove(name)}>
          {text.act.list.out}
        </Button>
      )}
    </fieldset>
  )
}
