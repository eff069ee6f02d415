// One of a few: a button that opens a list.
import './field.css'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { Text } from 'react-aria-components/Text'
import { text } from '../messages/text.ts'
import { Icon } from './icons.tsx'
import { type Option, Options } from './options.tsx'

export interface SelectProps<Value extends string = string> {
  readonly label: string
  readonly labelHidden?: boolean
  readonly description?: ReactNode
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly options: readonly (Option & { readonly value: Value })[]
  readonly placeholder?: string
  readonly isDisabled?: boolean
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, labelHidden, description, value, onChange, options, placeholder, isDisabled } = props
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={key => key !== null && onChange(String(key) as Value)}
      placeholder={placeholder ?? text.parts.choose}
      isDisabled={isDisabled ?? false}
    >
      <Label className={labelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Button className="field-input field-choice">
        <SelectValue className="field-choice-text" />
        <Icon name="down" />
      </Button>
      {description && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <Popover className="floating" offset={4}>
        <Options options={options} />
      </Popover>
    </AriaSelect>
  )
}
