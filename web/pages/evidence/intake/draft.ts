// How a file is going to be read, as a form holds it: all text, and turned into a reading once it is whole.
import type { Reading, Understanding } from '@equalizer/client'

export type SourceKind = Reading['kind']
export type Mapping = NonNullable<Reading['mapping']>
type TimeFormat = 'auto' | 'iso' | 'seconds' | 'milliseconds'

/** Empty text: left out. */
export interface MappingDraft {
  readonly kind: string
  readonly who: string
  readonly scheme: string
  readonly displayName: string
  readonly when: string
  readonly timeFormat: TimeFormat
  readonly weight: string
  readonly raw: boolean
  readonly decimals: string
  readonly asset: string
  readonly about: string
  readonly choice: string
  readonly id: string
  readonly records: string
  readonly delimiter: string
  readonly header: boolean
  readonly onlyColumn: string
  readonly onlyValues: string
  /** What the form has no field for, carried along. */
  readonly rest: Partial<Pick<Mapping, 'format' | 'attributes' | 'json' | 'where'>>
}

export interface Draft {
  /** null: nothing was recognised and nothing chosen. */
  readonly kind: SourceKind | null
  readonly charset: string
  readonly timezone: string
  readonly asset: string
  readonly decimals: string
  readonly supply: string
  readonly revision: string
  /** A day, which the charter says; the form keeps it. */
  readonly since: string
  readonly mapping: MappingDraft
}

/** Which field does not hold; `missing`: nothing to preview yet. */
export type DraftProblem = 'missing' | 'kind' | 'who' | 'scheme' | 'decimals' | 'supply' | 'mapping.decimals'

const schemeShape = /^[a-z][a-z0-9_-]*$/
const kindShape = /^[A-Za-z0-9][\w.-]{0,63}$/
const decimalsShape = /^([0-9]|[12][0-9]|3[0-6])$/
const supplyShape = /^\d{1,100}(\.\d{1,18})?$/

type Suggested = NonNullable<Understanding['suggested']>

export function mappingDraftOf(mapping: Suggested | Mapping | null): MappingDraft {
  const { format, attributes, json, where, ...m }: Suggested = mapping ?? {}
  const [only, ...others] = Object.entries(where ?? {})
  return {
    kind: m.kind ?? '',
    who: m.actor?.column ?? '',
    scheme: m.actor?.scheme ?? 'name',
    displayName: m.actor?.name ?? '',
    when: m.time?.column ?? '',
    timeFormat: m.time?.format ?? 'auto',
    weight: m.weight?.column ?? '',
    raw: m.weight?.raw ?? false,
    decimals: m.weight?.decimals === undefined ? '' : String(m.weight.decimals),
    asset: m.asset ?? '',
    about: m.about ?? '',
    choice: m.choice ?? '',
    id: m.id ?? '',
    records: m.records ?? '',
    delimiter: m.delimiter ?? '',
    header: m.header ?? true,
    onlyColumn: only?.[0] ?? '',
    onlyValues: only?.[1].join(', ') ?? '',
    rest: {
      ...(format && { format }),
      ...(attributes && { attributes }),
      ...(json && { json }),
      ...(others.length > 0 && { where: Object.fromEntries(others) }),
    },
  }
}

export function draftOf(understanding: Understanding): Draft {
  const { reading, suggested } = understanding
  return {
    kind: reading?.kind ?? (suggested === null ? null : 'table'),
    charset: reading?.charset ?? '',
    timezone: reading?.timezone ?? '',
    asset: reading?.asset ?? '',
    decimals: reading?.decimals === undefined ? '' : String(reading.decimals),
    supply: reading?.supply ?? '',
    revision: reading?.revision ?? '',
    since: reading?.since ?? '',
    mapping: mappingDraftOf(reading?.mapping ?? suggested),
  }
}

/** The fields of the form that are wrong or wanting; empty: it can be read this way. */
export function draftProblems(draft: Draft): DraftProblem[] {
  const found: DraftProblem[] = []
  if (draft.kind === null) return ['missing']
  if (draft.decimals !== '' && !decimalsShape.test(draft.decimals)) found.push('decimals')
  if (draft.supply !== '' && !supplyShape.test(draft.supply)) found.push('supply')
  if (draft.kind !== 'table') return found
  const { kind, who, scheme, decimals, weight } = draft.mapping
  if (kind === '') found.push('missing')
  else if (!kindShape.test(kind)) found.push('kind')
  if (who !== '' && !schemeShape.test(scheme)) found.push('scheme')
  if (weight !== '' && decimals !== '' && !decimalsShape.test(decimals)) found.push('mapping.decimals')
  return found
}

const when = <T extends object>(is: boolean, part: T): T | undefined => (is ? part : undefined)

export function mappingOf(m: MappingDraft): Mapping {
  const values = m.onlyValues
    .split(',')
    .map(value => value.trim())
    .filter(value => value !== '')
  const where = {
    ...m.rest.where,
    ...when(m.onlyColumn !== '' && values.length > 0, { [m.onlyColumn]: values }),
  }
  const { where: _replaced, ...rest } = m.rest
  return {
    ...rest,
    kind: m.kind,
    ...when(m.records !== '', { records: m.records }),
    ...when(m.delimiter !== '', { delimiter: m.delimiter }),
    ...when(!m.header, { header: false }),
    ...when(m.who !== '', {
      actor: { column: m.who, scheme: m.scheme, ...when(m.displayName !== '', { name: m.displayName }) },
    }),
    ...when(m.weight !== '', {
      weight: {
        column: m.weight,
        ...when(m.decimals !== '', { decimals: Number(m.decimals) }),
        ...when(m.raw, { raw: true }),
      },
    }),
    ...when(m.asset !== '', { asset: m.asset }),
    ...(m.when !== '' && {
      time: { column: m.when, ...(m.timeFormat !== 'auto' && { format: m.timeFormat }) },
    }),
    ...when(m.about !== '', { about: m.about }),
    ...when(m.choice !== '', { choice: m.choice }),
    ...when(m.id !== '', { id: m.id }),
    ...when(Object.keys(where).length > 0, { where }),
  }
}

const amounts: readonly SourceKind[] = ['holders', 'payments', 'snapshot', 'governor']

/** Which options mean something for a kind of source. */
export const optionsOf = (kind: SourceKind | null) => ({
  charset: kind !== null && kind !== 'git',
  timezone: kind === 'payments' || kind === 'table' || kind === 'snapshot',
  asset: kind !== null && amounts.includes(kind),
  decimals: kind === 'holders' || kind === 'payments' || kind === 'governor',
  supply: kind === 'holders',
  revision: kind === 'git',
  mapping: kind === 'table',
})

/** null: something is wanting or wrong (`draftProblems`). */
export function readingOf(draft: Draft): Reading | null {
  if (draft.kind === null || draftProblems(draft).length > 0) return null
  const is = optionsOf(draft.kind)
  return {
    kind: draft.kind,
    ...when(is.charset && draft.charset !== '', { charset: draft.charset }),
    ...when(is.timezone && draft.timezone !== '', { timezone: draft.timezone }),
    ...when(is.asset && draft.asset !== '', { asset: draft.asset }),
    ...when(is.decimals && draft.decimals !== '', { decimals: Number(draft.decimals) }),
    ...when(is.supply && draft.supply !== '', { supply: draft.supply }),
    ...when(is.revision && draft.revision !== '', { revision: draft.revision }),
    ...when(draft.since !== '', { since: draft.since }),
    ...when(is.mapping, { mapping: mappingOf(draft.mapping) }),
  }
}
