// One line of text, or several; its label stands above, its error below and is spoken with it.
import './field.css'
import type { HTMLAttributes, ReactNode, Ref } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'

export interface TextFieldProps {
  readonly label: string
  /** Spoken and not shown, where the place itself says it. */
  readonly labelHidden?: boolean
  readonly description?: ReactNode
  /** What is wrong with it; empty or left out: nothing. */
  readonly error?: string | null
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly multiline?: boolean
  readonly rows?: number
  readonly mono?: boolean
  readonly type?: 'text' | 'search' | 'number' | 'password'
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  readonly placeholder?: string
  readonly maxLength?: number
  readonly isDisabled?: boolean
  readonly isReadOnly?: boolean
  readonly isRequired?: boolean
  readonly autoFocus?: boolean
  readonly autoComplete?: string
  readonly spellCheck?: boolean
  readonly ref?: Ref<HTMLInputElement>
  readonly areaRef?: Ref<HTMLTextAreaElement>
}

export function TextField(props: TextFieldProps) {
  const { label, labelHidden, description, error, multiline, rows, mono, placeholder, ref, areaRef } = props
  const { spellCheck, inputMode, ...rest } = props
  const input = mono ? 'field-input field-mono' : 'field-input'
  const further = {
    ...(spellCheck === undefined ? {} : { spellCheck }),
    ...(placeholder === undefined ? {} : { placeholder }),
  }
  return (
    <AriaTextField
      value={rest.value}
      onChange={rest.onChange}
      isInvalid={Boolean(error)}
      // Native validation would hold back the very form by which a refused entry is sent again.
      validationBehavior="aria"
      className="field"
      autoComplete={rest.autoComplete ?? 'off'}
      type={rest.type ?? 'text'}
      {...(rest.onBlur ? { onBlur: rest.onBlur } : {})}
      {...(rest.maxLength ? { maxLength: rest.maxLength } : {})}
      {...(inputMode ? { inputMode } : {})}
      isDisabled={rest.isDisabled ?? false}
      isReadOnly={rest.isReadOnly ?? false}
      isRequired={rest.isRequired ?? false}
      autoFocus={rest.autoFocus ?? false}
    >
      <Label className={labelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      {multiline ? (
        <TextArea
          className={`${input} field-area`}
          rows={rows ?? 4}
          {...further}
          {...(areaRef ? { ref: areaRef } : {})}
        />
      ) : (
        <Input className={input} {...further} {...(ref ? { ref } : {})} />
      )}
      {description && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  )
}
