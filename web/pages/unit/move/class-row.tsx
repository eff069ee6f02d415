// One class of a move: its name and weight, the stage it is to have, its rule in words, and the details to edit.
import { useId, useState } from 'react'
import { text } from '../../../messages/text.ts'
import { Button } from '../../../parts/button.tsx'
import { TextField } from '../../../parts/field.tsx'
import { Select } from '../../../parts/select.tsx'
import { Tag } from '../../../parts/tag.tsx'
import { count } from '../../../words/format.ts'
import { groupNames, ruleSentence } from '../../../words/rule-words.ts'
import type { DecisionClass, Stage } from './classes.ts'
import { RuleEditor } from './rule-editor.tsx'
import type { Rules } from './rules.ts'

interface ClassRowProps {
  readonly one: DecisionClass
  /** Where it stands today; null: it is new. */
  readonly now: Stage | null
  /** As its rule comes to. */
  readonly stage: Stage
  readonly groups: Rules['groups']
  /** What an act type is called. */
  readonly actName: (type: string) => string
  readonly onStage: (stage: Stage) => void
  readonly onChange: (one: DecisionClass) => void
}

const stages = [0, 1, 2, 3, 4] as const

export function ClassRow({ one, now, stage, groups, actName, onStage, onChange }: ClassRowProps) {
  const [isOpen, setOpen] = useState(false)
  const details = useId()
  const words = text.moving
  const stageName = (at: Stage) => text.stages[at] ?? ''
  return (
    <li className="move-class">
      <div className="move-class-head">
        <div>
          <h3 dir="auto">{one.name}</h3>
          <p className="soft">{words.consequence(count(one.consequence))}</p>
        </div>
        <Select
          label={words.stageOf(one.name)}
          labelHidden
          value={String(stage)}
          onChange={value => onStage(Number(value) as Stage)}
          options={stages.map(at => ({
            value: String(at),
            label: stageName(at),
            hint: words.stageHints[at] ?? '',
          }))}
        />
      </div>
      <p className="move-rule">
        {now !== null && now !== stage && <Tag tone="aim">{words.from(stageName(now))}</Tag>}{' '}
        {ruleSentence(one.rule, groupNames(groups))}
      </p>
      <Button
        size="small"
        kind="quiet"
        onPress={() => setOpen(!isOpen)}
        aria-label={`${isOpen ? words.fewer : words.details}: ${one.name}`}
      >
        {isOpen ? words.fewer : words.details}
      </Button>
      {isOpen && (
        <div className="move-details" id={details}>
          <p className="soft move-acts">
            {text.moving.section.acts(one.filter.acts.map(actName).join(' · '))}
          </p>
          <div className="move-pair">
            <TextField
              label={words.name}
              value={one.name}
              maxLength={120}
              onChange={name => onChange({ ...one, name })}
            />
            <Consequence
              value={one.consequence}
              onChange={consequence => onChange({ ...one, consequence })}
            />
          </div>
          <RuleEditor rule={one.rule} groups={groups} onChange={rule => onChange({ ...one, rule })} />
        </div>
      )}
    </li>
  )
}

function Consequence({
  value,
  onChange,
}: {
  readonly value: number
  readonly onChange: (value: number) => void
}) {
  const words = text.moving
  const [typed, setTyped] = useState(String(value))
  const read = (text: string) =>
    /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 1_000 ? Number(text) : null
  return (
    <TextField
      label={words.weight}
      description={words.weightHint}
      inputMode="numeric"
      value={typed}
      error={read(typed) === null ? words.weightRange : null}
      onChange={text => {
        setTyped(text)
        const number = read(text)
        if (number !== null) onChange(number)
      }}
    />
  )
}
