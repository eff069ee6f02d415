// The line under a field: what the schema says of it, and whether it may be left empty.
import type { ReactNode } from 'react'
import { text } from '../../../messages/text.ts'
import { Worded } from '../../../parts/worded.tsx'
import { descriptionInWords } from '../words.ts'
import type { FieldProps } from './field-props.ts'

/** undefined: there is nothing to say. */
export function hintOf({ schema, isRequired }: Pick<FieldProps, 'schema' | 'isRequired'>): ReactNode {
  const optional = isRequired ? undefined : text.act.optional
  if (!schema.description) return optional
  return (
    <>
      <Worded of={descriptionInWords(schema.description)} />
      {optional !== undefined && ` (${optional})`}
    </>
  )
}
