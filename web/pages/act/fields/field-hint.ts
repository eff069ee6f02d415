// The line under a field: what the schema says of it, and whether it may be left empty.
import { text } from '../../../messages/text.ts'
import { descriptionWords } from '../words.ts'
import type { FieldProps } from './field-props.ts'

export function hintOf({
  schema,
  isRequired,
}: Pick<FieldProps, 'schema' | 'isRequired'>): string | undefined {
  const said = schema.description === undefined ? '' : descriptionWords(schema.description)
  if (isRequired) return said || undefined
  return said ? `${said} (${text.act.optional})` : text.act.optional
}
