// What is wrong with the rules in a charter file beyond their form: names that point nowhere, things that are said twice.
import { organizationUnit } from '../act/act.ts'
import type { Group } from '../rule/group.ts'
import type { Rule } from '../rule/rule.ts'
import type { Charter } from './charter.ts'
import { nearest } from './nearest.ts'
import { clause, didYouMean, type Found, quoted, shown } from './problem.ts'
import type { Path } from './shape.ts'

/** What a rule means is judged when it is moved. */
export function checkDeciding({ deciding, units }: Charter): Found[] {
  if (!deciding) return []
  const governed = deciding.units.map(({ unit }) => ({ id: unit }))
  const known = new Set([...units.map(({ id }) => id), organizationUnit])
  const groups = new Set(deciding.groups.map(({ id }) => id))
  return [
    ...twice(deciding.groups, ['deciding', 'groups'], 'group'),
    ...twice(governed, ['deciding', 'units'], 'unit'),
    ...deciding.units.flatMap(({ unit, classes }, i) => [
      ...unknown(unit, ['deciding', 'units', i, 'unit'], 'unit', known),
      ...twice(classes, ['deciding', 'units', i, 'classes'], 'class'),
      ...classes.flatMap(({ rule }, j) =>
        named(rule, ['deciding', 'units', i, 'classes', j, 'rule'], groups),
      ),
    ]),
    ...deciding.groups.flatMap((group, i) => [
      ...other(group).flatMap(([key, id]) => unknown(id, ['deciding', 'groups', i, key], 'group', groups)),
    ]),
  ]
}

const other = (group: Group): [string, string][] => {
  if (group.kind === 'council') return [['electedBy', group.electedBy]]
  return group.kind === 'jury' ? [['pool', group.pool]] : []
}

/** Every group that a rule names. */
function named(rule: Rule, path: Path, groups: ReadonlySet<string>): Found[] {
  const at = (id: string | undefined, ...keys: string[]) =>
    id === undefined ? [] : unknown(id, [...path, ...keys], 'group', groups)
  return [
    ...at(rule.center, 'center'),
    ...at(rule.edge, 'edge'),
    ...at(rule.propose, 'propose'),
    ...at(rule.advise?.group, 'advise', 'group'),
    ...at(rule.decide.group, 'decide', 'group'),
    ...at(rule.veto?.group, 'veto', 'group'),
    ...at(rule.pause?.group, 'pause', 'group'),
    ...at(rule.pause?.ratifiedBy, 'pause', 'ratifiedBy'),
    ...at(rule.change?.group, 'change', 'group'),
  ]
}

function twice(entries: readonly { id: string }[], path: Path, what: string): Found[] {
  const key = what === 'unit' ? 'unit' : 'id'
  const seen = new Set<string>()
  return entries.flatMap(({ id }, i) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    const message = clause('charter.doubled_id', `there is another ${what} ${quoted(id)} above`, { what, id })
    const once = clause('charter.id_once', 'each id stands once')
    return [{ severity: 'error' as const, path: [...path, i, key], message, expected: [once] }]
  })
}

function unknown(id: string, path: Path, what: string, known: ReadonlySet<string>): Found[] {
  if (known.has(id)) return []
  const meant = nearest(id, known)
  const message = clause('charter.unknown_id', `there is no ${what} ${quoted(id)}`, { what, id: shown(id) })
  return [{ severity: 'error', path, message, expected: meant ? [didYouMean(meant)] : [] }]
}
