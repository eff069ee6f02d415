// One of many: a field that narrows a list while one types; what is not in the list may be allowed too.
import './field.css'
import type { Key, ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { Icon } from './icons.tsx'
import { type Option, Options } from './options.tsx'

export interface ComboProps {
  readonly label: string
  readonly labelHidden?: boolean
  readonly description?: ReactNode
  readonly error?: string | null
  /** The chosen option's value; with `allowsOther` any text. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly options: readonly Option[]
  /** Whether a text that no option has is taken as it is. */
  readonly allowsOther?: boolean
  readonly placeholder?: string
  readonly isDisabled?: boolean
  readonly autoFocus?: boolean
}

export function Combo(props: ComboProps) {
  const { label, labelHidden, description, error, value, onChange, options, allowsOther = false } = props
  const chosen = options.find(option => option.value === value)
  // A text of one's own is what the field holds; which option that is follows from it. Held the other way round, taking
  // one letter off a chosen name would empty the field.
  const free = {
    defaultValue: chosen ? chosen.value : null,
    inputValue: chosen ? chosen.label : (value ?? ''),
    onInputChange: (typed: string) => {
      const match = options.find(option => option.label === typed)
      onChange(match ? match.value : typed || null)
    },
  }
  const bound = {
    value: chosen ? chosen.value : null,
    onChange: (key: Key | null) => onChange(key === null ? null : String(key)),
  }
  return (
    <ComboBox<Option>
      className="field"
      defaultItems={options}
      {...(allowsOther ? free : bound)}
      allowsCustomValue={allowsOther}
      allowsEmptyCollection
      menuTrigger="focus"
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
    >
      <Label className={labelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <span className="field-combo">
        <Input className="field-input" {...(props.placeholder ? { placeholder: props.placeholder } : {})} />
        <Button className="field-combo-open">
          <Icon name="down" />
        </Button>
      </span>
      {description && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="floating" offset={4}>
        <Options />
      </Popover>
    </ComboBox>
  )
}
