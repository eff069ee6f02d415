// Fields made of fields: an object, one of several forms, a list of the same.
import { text } from '../../../messages/text.ts'
import { Button } from '../../../parts/button.tsx'
import { Select } from '../../../parts/select.tsx'
import { Worded } from '../../../parts/worded.tsx'
import { fieldWords } from '../../../words/field-words.ts'
import { count } from '../../../words/format.ts'
import { type Draft, type DraftObject, emptyDraft, variantDraft } from '../draft.ts'
import { fieldsOf, isRequired, type Schema, sortOf, variantsOf } from '../schema.ts'
import { choiceWords, descriptionInWords } from '../words.ts'
import type { FieldProps } from './field-props.ts'
import { useError, useForm } from './form.ts'

interface PartsProps {
  readonly schema: Schema
  readonly path: string
  readonly draft: DraftObject
  readonly onChange: (draft: Draft) => void
}

/** The fields of an object, without a frame. */
export function Parts({ schema, path, draft, onChange }: PartsProps) {
  const { Field } = useForm()
  return fieldsOf(schema).map(([name, field]) => (
    <Field
      key={name}
      schema={field}
      path={path === '' ? name : `${path}.${name}`}
      label={fieldWords(name)}
      isRequired={isRequired(schema, name)}
      draft={draft[name] ?? emptyDraft(field)}
      onChange={value => onChange({ ...draft, [name]: value })}
    />
  ))
}

function Hint({ schema, path }: Pick<FieldProps, 'schema' | 'path'>) {
  const error = useError(path)
  return (
    <>
      {schema.description && (
        <p className="field-description">
          <Worded of={descriptionInWords(schema.description)} />
        </p>
      )}
      {error && <p className="field-error">{error}</p>}
    </>
  )
}

export function ObjectFields(props: FieldProps<DraftObject>) {
  return (
    <fieldset className="act-group">
      <legend>{props.label}</legend>
      <Hint {...props} />
      <Parts {...props} />
    </fieldset>
  )
}

export function UnionField(props: FieldProps<DraftObject>) {
  const { schema, path, label, draft, onChange } = props
  const variants = variantsOf(schema) ?? []
  const chosen = variants.find(({ kind }) => kind === draft.kind)
  const choose = (kind: string) => {
    const variant = variants.find(one => one.kind === kind)
    if (!variant) return
    // What fits into the other form as well stays.
    const kept = Object.fromEntries(
      fieldsOf(variant.schema).flatMap(([name]) => (name in draft ? [[name, draft[name] as Draft]] : [])),
    )
    onChange({ ...variantDraft(variant), ...kept })
  }
  return (
    <fieldset className="act-group">
      <legend>{label}</legend>
      <Hint schema={schema} path={path} />
      <Select
        label={text.act.kind}
        value={chosen?.kind ?? null}
        onChange={choose}
        options={variants.map(({ kind }) => ({ value: kind, label: choiceWords(kind) }))}
      />
      {chosen && <Parts schema={chosen.schema} path={path} draft={draft} onChange={onChange} />}
    </fieldset>
  )
}

/** Made anew wherever one is put in or taken out, which is seldom; what was typed is in the draft. */
export function ListField(props: FieldProps<readonly Draft[]>) {
  const { schema, path, label, draft, onChange } = props
  const { Field } = useForm()
  const { items } = schema
  if (!items) return null
  const words = text.act.list
  const isObject = sortOf(items) === 'object'
  const set = (index: number, value: Draft) => onChange(draft.map((one, i) => (i === index ? value : one)))
  const remove = (index: number) => onChange(draft.filter((_, i) => i !== index))
  return (
    <fieldset className="act-group">
      <legend>{label}</legend>
      <Hint schema={schema} path={path} />
      <ol className={isObject ? 'act-list is-wide' : 'act-list'}>
        {draft.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name, and what is typed stands in the draft
          <li key={index}>
            <div className="act-list-fields">
              {isObject ? (
                <Parts
                  schema={items}
                  path={`${path}.${index}`}
                  draft={one as DraftObject}
                  onChange={value => set(index, value)}
                />
              ) : (
                <Field
                  schema={items}
                  path={`${path}.${index}`}
                  label={words.place(label, count(index + 1))}
                  isRequired
                  draft={one}
                  onChange={value => set(index, value)}
                />
              )}
            </div>
            <Button
              size="small"
              kind="quiet"
              aria-label={words.remove(label, count(index + 1))}
              isDisabled={draft.length <= (schema.minItems ?? 0)}
              onPress={() => remove(index)}
            >
              {words.out}
            </Button>
          </li>
        ))}
      </ol>
      <Button
        size="small"
        isDisabled={schema.maxItems !== undefined && draft.length >= schema.maxItems}
        onPress={() => onChange([...draft, emptyDraft(items)])}
        aria-label={`${words.add}: ${label}`}
      >
        {words.add}
      </Button>
    </fieldset>
  )
}
