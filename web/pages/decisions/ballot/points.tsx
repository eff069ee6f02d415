// Points for each option: a field with a step down and a step up, and how many are left to share out.
import { Button as AriaButton } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { NumberField } from 'react-aria-components/NumberField'
import { text } from '../../../messages/text.ts'
import { count } from '../../../words/format.ts'
import { type Draft, leftOf, mostOf } from './draft.ts'

export interface PointsProps {
  readonly labels: readonly string[]
  readonly draft: Draft
  readonly method: string
  readonly scoreMax: number
  readonly onChange: (points: Record<string, number>) => void
}

function titleOf(method: string, scoreMax: number): string {
  const words = text.decisions.ballot
  if (method === 'score') return words.score(count(scoreMax))
  return method === 'quadratic' ? words.quadratic : words.weighted
}

export function Points({ labels, draft, method, scoreMax, onChange }: PointsProps) {
  const words = text.decisions.ballot
  const left = leftOf(draft, method)
  return (
    <fieldset className="ballot-options">
      <legend className="field-label">{titleOf(method, scoreMax)}</legend>
      {labels.map((label, option) => (
        <NumberField
          // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place
          key={option}
          className="points"
          value={draft.points[option] ?? 0}
          minValue={0}
          maxValue={mostOf(draft, option, method, scoreMax)}
          step={1}
          onChange={value =>
            onChange({ ...draft.points, [option]: Number.isFinite(value) ? Math.round(value) : 0 })
          }
        >
          <Label className="points-name">{label}</Label>
          <Group className="points-field">
            <AriaButton slot="decrement" className="points-step" aria-label={words.less(label)}>
              −
            </AriaButton>
            <Input className="points-input" />
            <AriaButton slot="increment" className="points-step" aria-label={words.more(label)}>
              +
            </AriaButton>
          </Group>
        </NumberField>
      ))}
      {left !== null && (
        <p className="soft" role="status">
          {words.left(count(left))}
        </p>
      )}
    </fieldset>
  )
}
