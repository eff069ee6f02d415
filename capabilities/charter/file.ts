// The charter file as import and export: what is in force written as one file, and a changed file turned into acts.
import {
  type AskedAct,
  accepted,
  type ChangeKind,
  type Charter,
  canonical,
  type Group,
  type Json,
  limits,
  organizationUnit,
  type Payload,
  type Result,
  type Rules,
  refused,
} from '@equalizer/core'
import { difference } from './difference.ts'
import { tokensOf } from './patch.ts'
import { sealCharter } from './sealed.ts'
import type { Facts } from './words.ts'

/** The measuring charter together with the rules in force, as the file has them. */
export function charterWithRules(
  charter: Charter,
  { groups, units }: Pick<Rules, 'groups' | 'units'>,
): Charter {
  const governed = Object.entries(units).filter(([, { classes }]) => classes.length > 0)
  return {
    ...charter,
    deciding: {
      groups: Object.values(groups).sort((a, b) => (a.id < b.id ? -1 : 1)),
      units: governed
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([unit, { classes, gates }]) => ({ unit, classes: [...classes], gates: [...gates] })),
    },
  }
}

export interface CharterActs {
  /** In the order in which they can be sent; each is decided by its own rule. */
  readonly acts: readonly AskedAct[]
  /** Texts to be brought beforehand, by CID. */
  readonly documents: Readonly<Record<string, string>>
}

export interface CharterActsOptions {
  /** Random hex, 32 characters or more, new each time: where something about people changes, it seals the document. */
  readonly salt: string
  readonly kind?: ChangeKind
  readonly facts?: Facts
  readonly undoes?: number
}

/**
 * What makes `to` of `from`; both as `charterWithRules` writes them. A file that says nothing about deciding leaves the rules
 * alone. Codes: `charter.too_large`, `charter.rules_stay` (facts: unit), since a unit that has rules keeps some.
 */
export function charterActs(from: Charter, to: Charter, options: CharterActsOptions): Result<CharterActs> {
  const edited = edits(from, to, options)
  if (!edited.ok) return edited
  const { acts, documents } = edited.value
  if (!to.deciding) return edited
  const before = from.deciding ?? { groups: [], units: [] }
  const lost = before.units.find(({ unit }) => !to.deciding?.units.some(one => one.unit === unit))
  if (lost) {
    const reason = `The unit ${lost.unit} has rules: they can be changed, and not be left out`
    return refused('charter.rules_stay', reason, { unit: lost.unit })
  }
  const groups = setGroups(before.groups, to.deciding.groups)
  const moves = to.deciding.units.flatMap(unit =>
    moved(
      before.units.find(one => one.unit === unit.unit),
      unit,
    ),
  )
  // Units and groups come before the rules that name them, and groups that no rule names any more go last.
  return accepted({
    acts: [...acts, ...groups, ...moves, ...removed(before.groups, to.deciding.groups)],
    documents,
  })
}

type Governed = NonNullable<Charter['deciding']>['units'][number]

/** JSON of one spelling, which is what the log would hold. */
const same = (a: unknown, b: unknown): boolean => canonical(a as Json) === canonical(b as Json)

const ofOrganization = (type: string, payload: unknown): AskedAct => ({
  type,
  unit: organizationUnit,
  payload: payload as Payload,
})

function setGroups(before: readonly Group[], after: readonly Group[]): AskedAct[] {
  const known = new Map(before.map(group => [group.id, group]))
  const changed = after.filter(group => !known.has(group.id) || !same(known.get(group.id), group))
  return inOrder(changed).map(group => ofOrganization('rule.set_group', { group }))
}

/** A group that comes from another (elected by it, drawn from it) stands behind it. */
function inOrder(groups: readonly Group[]): Group[] {
  const waiting = new Map(groups.map(group => [group.id, group]))
  const sorted: Group[] = []
  const put = (group: Group) => {
    if (!waiting.delete(group.id)) return
    const other = group.kind === 'council' ? group.electedBy : group.kind === 'jury' ? group.pool : null
    const source = other === null ? undefined : waiting.get(other)
    if (source) put(source)
    sorted.push(group)
  }
  for (const group of groups) put(group)
  return sorted
}

function removed(before: readonly Group[], after: readonly Group[]): AskedAct[] {
  const gone = before.filter(({ id }) => !after.some(group => group.id === id))
  return inOrder(gone)
    .reverse()
    .map(({ id }) => ofOrganization('rule.remove_group', { group: id }))
}

function moved(before: Governed | undefined, { unit, classes, gates }: Governed): AskedAct[] {
  const acts: AskedAct[] = []
  const payload = (rest: object) => ({ unit, ...rest }) as unknown as Payload
  if (!same(before?.gates ?? [], gates)) {
    acts.push({ type: 'rule.set_gates', unit, payload: payload({ gates }) })
  }
  if (!same(before?.classes ?? [], classes)) {
    acts.push({ type: 'rule.move', unit, payload: payload({ classes }) })
  }
  return acts
}

/** What an entry may hold of a patch: it stands in the command and in the decision that it opens. */
const patchChars = limits.entryBytes / 4
const aboutPeople: ReadonlySet<string> = new Set(['people', 'bots', 'merging', 'groups', 'equalizer'])

function edits(from: Charter, to: Charter, options: CharterActsOptions): Result<CharterActs> {
  const patch = difference(measuring(from), measuring(to))
  if (patch.length === 0) return accepted({ acts: [], documents: {} })
  const { salt, kind = 'charter.written', facts = {}, undoes } = options
  const shared = { kind, ...(undoes === undefined ? {} : { undoes }) }
  const personal = patch.some(({ path }) => aboutPeople.has(tokensOf(path)[0] ?? ''))
  const large = patch.length > limits.patchOperations || JSON.stringify(patch).length > patchChars
  if (!personal && !large) {
    return accepted({ acts: [ofOrganization('charter.edit', { ...shared, facts, patch })], documents: {} })
  }
  const { deciding: _, ...charter } = to
  const hidden = personal || kind === 'undone'
  const told = hidden ? { facts } : {}
  const sealed = sealCharter({ salt, charter, ...told })
  if (!sealed.ok) return sealed
  const { cid, text } = sealed.value
  const act = ofOrganization('charter.edit', { ...shared, facts: hidden ? {} : facts, document: cid })
  return accepted({ acts: [act], documents: { [cid]: text } })
}

function measuring({ deciding: _, ...charter }: Charter): Json {
  return JSON.parse(JSON.stringify(charter))
}
