// Fields and choices, each really working, with and without an error.
import { useState } from 'react'
import { text } from '../../messages/text.ts'
import { Checkbox, RadioCards, Switch } from '../../parts/choices.tsx'
import { Combo } from '../../parts/combo.tsx'
import { CopyLine } from '../../parts/copy-line.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { TextField } from '../../parts/field.tsx'
import { Select } from '../../parts/select.tsx'

export function Fields() {
  const { field } = text.design
  const [name, setName] = useState(field.value)
  const [lines, setLines] = useState('')
  const [unit, setUnit] = useState<string | null>(null)
  const [source, setSource] = useState<string | null>(null)
  const [day, setDay] = useState<string | null>('2026-11-21')
  const [within, setWithin] = useState<string | null>('2026-11-21')
  const options = field.units.map(label => ({ value: label, label }))
  return (
    <div className="design-fields">
      <TextField label={field.name} description={field.description} value={name} onChange={setName} />
      <TextField label={field.name} error={field.error} value={name} onChange={setName} />
      <TextField label={field.name} value={name} onChange={setName} isDisabled />
      <DayField label={field.day} value={day} onChange={setDay} isOptional />
      <DayField
        label={field.dayWithin}
        description={field.dayWithinHint}
        value={within}
        onChange={setWithin}
        min="2026-03-01"
        max="2026-11-21"
      />
      <Select label={field.unit} value={unit} onChange={setUnit} options={options} />
      <Combo label={field.source} value={source} onChange={setSource} options={options} />
      <TextField label={field.text} value={lines} onChange={setLines} multiline rows={3} mono />
      <CopyLine label={text.shell.signIn.command} text={text.shell.signIn.command} />
    </div>
  )
}

export function Choices() {
  const { choice } = text.design
  const [bots, setBots] = useState(true)
  const [hourly, setHourly] = useState(true)
  const [kind, setKind] = useState<'votes' | 'holders'>('votes')
  return (
    <div className="design-stack">
      <div className="design-row">
        <Checkbox isSelected={bots} onChange={setBots}>
          {choice.bots}
        </Checkbox>
        <Checkbox isSelected={false} onChange={setBots} isDisabled>
          {choice.bots}
        </Checkbox>
        <Switch isSelected={hourly} onChange={setHourly}>
          {choice.hourly}
        </Switch>
      </div>
      <RadioCards
        label={choice.kind}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'votes', title: choice.votes, hint: choice.votesHint },
          { value: 'holders', title: choice.holders, hint: choice.holdersHint },
        ]}
      />
    </div>
  )
}
