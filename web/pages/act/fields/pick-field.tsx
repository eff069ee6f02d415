// One of what is there: an account, a currency, an item, a group, a unit; anything else can be typed.
import { useOrganization } from '../../../data/organization.ts'
import { useRead } from '../../../data/read.ts'
import { Combo } from '../../../parts/combo.tsx'
import type { Option } from '../../../parts/options.tsx'
import { type Place, placeOf } from '../schema.ts'
import { hintOf } from './field-hint.tsx'
import type { FieldProps } from './field-props.ts'
import { useError, useForm } from './form.ts'

const offered = 500

/** null: not known yet. */
function useOptions(place: Place | null, unit: string): readonly Option[] | null {
  const organization = useOrganization()
  const inRules = place?.from === 'groups' || place?.from === 'units'
  const rules = useRead('GET /api/organizations/{organization}/rules', { organization }, { enabled: inRules })
  const asked = place?.from === 'view' ? place : null
  const by = asked?.ofUnit ? { by: JSON.stringify({ unit }) } : {}
  const view = useRead(
    'GET /api/organizations/{organization}/views/{view}',
    { organization, view: asked?.view ?? '', limit: offered, ...by },
    { enabled: asked !== null, staleMs: 0 },
  )
  if (place?.from === 'groups') {
    const { kind } = place
    const groups = rules.data?.groups.filter(({ group }) => kind === null || group.kind === kind)
    return groups?.map(({ group }) => ({ value: group.id, label: group.name })) ?? null
  }
  if (place?.from === 'units') {
    return rules.data?.units.map(one => ({ value: one.unit, label: one.name })) ?? null
  }
  if (!asked) return []
  if (view.problem) return []
  return view.data?.rows.filter(row => row.open !== false).map(row => optionOf(row, asked.column)) ?? null
}

function optionOf(row: Readonly<Record<string, unknown>>, column: string): Option {
  const id = String(row[column])
  const name = row.name ?? row.title
  return typeof name === 'string' && name !== id
    ? { value: id, label: id, hint: name }
    : { value: id, label: id }
}

export function PickField({ schema, path, label, isRequired, draft, onChange }: FieldProps<string>) {
  const { unit } = useForm()
  const options = useOptions(placeOf(schema), unit)
  const error = useError(path)
  const hint = hintOf({ schema, isRequired })
  return (
    <Combo
      label={label}
      value={draft === '' ? null : draft}
      onChange={value => onChange(value ?? '')}
      options={options ?? []}
      allowsOther
      error={error}
      {...(hint ? { description: hint } : {})}
    />
  )
}
