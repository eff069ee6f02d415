// One field of a form, made from its part of the schema.
import { text } from '../../../messages/text.ts'
import { Checkbox } from '../../../parts/choices.tsx'
import { DayField } from '../../../parts/day-field.tsx'
import { TextField } from '../../../parts/field.tsx'
import { Select } from '../../../parts/select.tsx'
import { Worded } from '../../../parts/worded.tsx'
import type { Draft, DraftObject } from '../draft.ts'
import { sortOf } from '../schema.ts'
import { choiceWords, descriptionInWords } from '../words.ts'
import { DocumentField } from './document-field.tsx'
import { hintOf } from './field-hint.tsx'
import type { FieldProps } from './field-props.ts'
import { useError, useForm } from './form.ts'
import { ListField, ObjectFields, UnionField } from './nested.tsx'
import { PersonField } from './person-field.tsx'
import { PickField } from './pick-field.tsx'

export function Field(props: FieldProps) {
  switch (sortOf(props.schema)) {
    case 'object':
      return <ObjectFields {...props} draft={props.draft as DraftObject} />
    case 'union':
      return <UnionField {...props} draft={props.draft as DraftObject} />
    case 'list':
      return <ListField {...props} draft={props.draft as readonly Draft[]} />
    case 'flag':
      return <Flag {...props} />
    case 'choice':
      return <Choice {...props} draft={String(props.draft)} />
    case 'person':
      return <PersonField {...props} draft={String(props.draft)} />
    case 'pick':
      return <PickField {...props} draft={String(props.draft)} />
    case 'document':
      return <DocumentField {...props} draft={String(props.draft)} />
    case 'day':
      return <Day {...props} draft={String(props.draft)} />
    default:
      return <Typed {...props} draft={String(props.draft)} />
  }
}

function Typed({ schema, path, label, isRequired, draft, onChange }: FieldProps<string>) {
  const { onTouch } = useForm()
  const error = useError(path)
  const sort = sortOf(schema)
  const description = hintOf({ schema, isRequired })
  return (
    <TextField
      label={label}
      value={draft}
      onChange={onChange}
      onBlur={() => onTouch(path)}
      error={error}
      isRequired={isRequired}
      multiline={sort === 'long' || sort === 'json'}
      mono={sort === 'json'}
      {...(sort === 'whole' || sort === 'integer' ? { inputMode: 'numeric' as const } : {})}
      {...(description ? { description } : {})}
    />
  )
}

function Flag({ schema, label, draft, onChange }: FieldProps) {
  return (
    <div className="act-flag">
      <Checkbox isSelected={draft === true} onChange={onChange}>
        {label}
      </Checkbox>
      {schema.description && (
        <p className="field-description">
          <Worded of={descriptionInWords(schema.description)} />
        </p>
      )}
    </div>
  )
}

function Choice({ schema, path, label, isRequired, draft, onChange }: FieldProps<string>) {
  const error = useError(path)
  const description = error ?? hintOf({ schema, isRequired })
  const values = (schema.enum ?? []).map(String)
  const none = isRequired ? [] : [{ value: '', label: text.act.none }]
  return (
    <div className={error ? 'act-is-wrong' : undefined}>
      <Select
        label={label}
        value={draft === '' && isRequired ? null : draft}
        onChange={onChange}
        options={[...none, ...values.map(value => ({ value, label: choiceWords(value) }))]}
        {...(description ? { description } : {})}
      />
    </div>
  )
}

function Day({ schema, path, label, isRequired, draft, onChange }: FieldProps<string>) {
  const error = useError(path)
  const description = error ?? hintOf({ schema, isRequired })
  return (
    <DayField
      label={label}
      value={draft === '' ? null : draft}
      onChange={day => onChange(day ?? '')}
      {...(description ? { description } : {})}
    />
  )
}
