// Yes or no, and one of a few that need a sentence each.
import './choices.css'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Switch as AriaSwitch } from 'react-aria-components/Switch'
import { Icon } from './icons.tsx'

export interface ToggleProps {
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean
  readonly isIndeterminate?: boolean
  /** Where nothing but the box is shown. */
  readonly 'aria-label'?: string
  readonly children?: ReactNode
}

export function Checkbox({ children, ...rest }: ToggleProps) {
  return (
    <AriaCheckbox {...rest} className="choice">
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="choice-box">
            {isIndeterminate ? <span className="choice-part" /> : isSelected && <Icon name="check" />}
          </span>
          {children && <span>{children}</span>}
        </>
      )}
    </AriaCheckbox>
  )
}

export function Switch({ children, isIndeterminate: _, ...rest }: ToggleProps) {
  return (
    <AriaSwitch {...rest} className="choice">
      <span className="choice-switch" />
      {children && <span>{children}</span>}
    </AriaSwitch>
  )
}

export interface RadioCardsProps<Value extends string = string> {
  readonly label: string
  readonly labelHidden?: boolean
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly options: readonly { readonly value: Value; readonly title: string; readonly hint?: string }[]
  readonly isDisabled?: boolean
}

export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { label, labelHidden, value, onChange, options, isDisabled } = props
  return (
    <RadioGroup
      className="choice-group"
      value={value}
      onChange={chosen => onChange(chosen as Value)}
      isDisabled={isDisabled ?? false}
    >
      <Label className={labelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <div className="choice-cards">
        {options.map(option => (
          <Radio key={option.value} value={option.value} className="choice-card">
            <span className="choice-dot" />
            <span>
              <span className="choice-title">{option.title}</span>
              {option.hint && <span className="choice-hint">{option.hint}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
