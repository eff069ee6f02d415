// The form of a move: a stage for each class, its details, and what the whole comes to.
import type { ActTypeView, DoorAnswer, UnitRules } from '@equalizer/client/contract'
import { useState } from 'react'
import { useDoor } from '../../../data/door.ts'
import { useOrganization } from '../../../data/organization.ts'
import { text } from '../../../messages/text.ts'
import { Button, LinkButton } from '../../../parts/button.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { TextField } from '../../../parts/field.tsx'
import { Notice } from '../../../parts/notice.tsx'
import { Select } from '../../../parts/select.tsx'
import { actWords } from '../../../words/act-words.ts'
import { problemWords } from '../../../words/problem-words.ts'
import { answerWords } from '../../decisions/answer-words.ts'
import { ClassRow } from './class-row.tsx'
import { type DecisionClass, ruleAt, type Stage } from './classes.ts'
import { PreviewPanel } from './preview-panel.tsx'
import type { Rules } from './rules.ts'
import { usePreview } from './use-preview.ts'

export interface MoveStart {
  readonly classes: readonly DecisionClass[]
  /** Where each stands now. */
  readonly now: ReadonlyMap<string, Stage>
  /** What is suggested. */
  readonly stages: ReadonlyMap<string, Stage>
}

interface MoveFormProps {
  readonly unit: { readonly id: string; readonly name: string }
  readonly rules: Rules
  readonly types: readonly ActTypeView[]
  readonly before: UnitRules
  readonly start: MoveStart
  /** Why nothing may be sent; null: it may. */
  readonly reason: string | null
  readonly onClose: () => void
}

const noteChars = 4_000
const stages = [0, 1, 2, 3, 4] as const

/** A class at another stage: its rule as it was where it goes back to where it stands, else the preset with its groups. */
function useClasses({ rules, start }: Pick<MoveFormProps, 'rules' | 'start'>) {
  const groups = rules.groups.map(({ group }) => group)
  const original = (id: string) => start.classes.find(one => one.id === id)
  const atStage = (one: DecisionClass, stage: Stage): DecisionClass => {
    const was = original(one.id)
    if (!was) return one
    const rule = start.now.get(one.id) === stage ? was.rule : ruleAt(stage, was.rule, rules.presets, groups)
    return { ...one, rule }
  }
  const [classes, setClasses] = useState<readonly DecisionClass[]>(() =>
    start.classes.map(one => atStage(one, start.stages.get(one.id) ?? 0)),
  )
  const change = (id: string, to: (one: DecisionClass) => DecisionClass) =>
    setClasses(before => before.map(one => (one.id === id ? to(one) : one)))
  return {
    classes,
    change,
    toStage: (id: string, stage: Stage) => change(id, one => atStage(one, stage)),
    allTo: (stage: Stage) => setClasses(before => before.map(one => atStage(one, stage))),
  }
}

export function MoveForm({ unit, rules, types, before, start, reason, onClose }: MoveFormProps) {
  const words = text.moving
  const { classes, change, toStage, allTo } = useClasses({ rules, start })
  const [override, setOverride] = useState('')
  const [note, setNote] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const [done, setDone] = useState<DoorAnswer | null>(null)
  const { send, isPending } = useDoor()
  const previewing = usePreview(unit.id, classes, override)
  const { preview } = previewing
  const gated = preview?.gates.some(({ met }) => !met) ?? false
  const shownStages = new Map(preview?.stages.map(one => [one.class, one.stage]))
  const stagesNow = classes.map(one => shownStages.get(one.id))
  const common = stagesNow.every(stage => stage === stagesNow[0]) ? stagesNow[0] : undefined

  const actName = (pattern: string): string => {
    if (pattern === '*') return words.section.allActs
    const type = types.find(one => one.type === pattern)
    return type ? actWords(type) : pattern
  }
  const submit = async () => {
    setRefused(null)
    const payload = {
      unit: unit.id,
      classes,
      version: before.version,
      ...(override.trim() === '' ? {} : { override: override.trim() }),
    } as never
    const act = {
      type: 'rule.move',
      unit: unit.id,
      payload,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    }
    const answered = await send({ kind: 'act', act })
    if (answered.ok) setDone(answered.value)
    else setRefused(problemWords(answered.problem))
  }
  if (done) return <Done unit={unit} answer={done} onClose={onClose} />
  const blocked = reason !== null || previewing.isOld || preview === null || preview.refusal !== null
  return (
    <Dialog
      title={words.title(unit.name)}
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button kind="primary" onPress={() => void submit()} isPending={isPending} isDisabled={blocked}>
            {preview?.foreseen?.outcome === 'opened' ? words.propose : words.move}
          </Button>
        </>
      }
    >
      <div className="move">
        <div className="move-classes">
          {!before.governed && <p className="move-lead">{words.firstLead}</p>}
          {classes.length > 1 && (
            <Select
              label={words.all}
              value={common === undefined ? 'mixed' : String(common)}
              onChange={value => value !== 'mixed' && allTo(Number(value) as Stage)}
              options={[
                ...(common === undefined ? [{ value: 'mixed', label: words.mixed }] : []),
                ...stages.map(stage => ({ value: String(stage), label: text.stages[stage] ?? '' })),
              ]}
            />
          )}
          <ul>
            {classes.map(one => (
              <ClassRow
                key={one.id}
                one={one}
                now={before.governed ? (start.now.get(one.id) ?? null) : null}
                stage={shownStages.get(one.id) ?? start.stages.get(one.id) ?? 0}
                groups={rules.groups}
                actName={actName}
                onStage={stage => toStage(one.id, stage)}
                onChange={changed => change(one.id, () => changed)}
              />
            ))}
          </ul>
          <TextField
            label={words.note}
            value={note}
            onChange={setNote}
            multiline
            rows={2}
            maxLength={noteChars}
          />
        </div>
        <div className="move-beside">
          <PreviewPanel {...previewing} />
          {(gated || override !== '') && (
            <TextField
              label={words.override}
              description={words.overrideHint}
              value={override}
              onChange={setOverride}
              multiline
              rows={2}
              maxLength={noteChars}
            />
          )}
          {refused && (
            <Notice tone="warn" title={words.refused} live>
              {refused}
            </Notice>
          )}
          {reason && <p className="soft">{reason}</p>}
          <p className="soft move-undo">{words.undo}</p>
        </div>
      </div>
    </Dialog>
  )
}

function Done({
  unit,
  answer,
  onClose,
}: Pick<MoveFormProps, 'unit' | 'onClose'> & { readonly answer: DoorAnswer }) {
  const organization = useOrganization()
  const words = text.moving
  return (
    <Dialog
      title={words.title(unit.name)}
      isOpen
      onClose={onClose}
      actions={
        <>
          {answer.decision !== null && (
            <LinkButton
              to="/o/$organization/decisions/$decision"
              params={{ organization, decision: answer.decision }}
            >
              {text.act.done.decision(answer.decision)}
            </LinkButton>
          )}
          <Button kind="primary" onPress={onClose} autoFocus>
            {words.close}
          </Button>
        </>
      }
    >
      <p className="move-done" role="status">
        {answerWords(answer)}
      </p>
      <p className="soft">{answer.outcome === 'executed' ? words.moved(unit.name) : words.opened}</p>
    </Dialog>
  )
}
