// Somebody, chosen by name; the payload holds the id alone.
import { useOrganization } from '../../../data/organization.ts'
import { useRead } from '../../../data/read.ts'
import { text } from '../../../messages/text.ts'
import { Combo } from '../../../parts/combo.tsx'
import { hintOf } from './field-hint.tsx'
import type { FieldProps } from './field-props.ts'
import { useError } from './form.ts'

/** Beyond so many an id can be typed. */
const offered = 500

export function PersonField({ schema, path, label, isRequired, draft, onChange }: FieldProps<string>) {
  const organization = useOrganization()
  const { data } = useRead('GET /api/organizations/{organization}/members', { organization, limit: offered })
  const error = useError(path)
  const words = text.act.person
  const hint = schema.description === 'Id of a person' ? words.hint : hintOf({ schema, isRequired })
  const options = (data?.people ?? []).map(({ id, name, member, you }) => ({
    value: id,
    label: `${name ?? id}${you ? ` (${words.you})` : ''}`,
    hint: member ? words.member : words.notMember,
  }))
  return (
    <Combo
      // The list comes later than the field, and the field takes it only at first.
      key={data ? 'known' : 'waiting'}
      label={label}
      value={draft === '' ? null : draft}
      onChange={id => onChange(id ?? '')}
      options={options}
      allowsOther={data?.next !== null && data !== undefined}
      error={error}
      {...(hint ? { description: hint } : {})}
    />
  )
}
