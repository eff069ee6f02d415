// What a schema cannot see: names that point nowhere, things that are said twice, surfaces that can never be measured.
import type { Charter } from './charter.ts'
import { checkDeciding } from './check-deciding.ts'
import { nearest } from './nearest.ts'
import { type Clause, clause, didYouMean, type Found, quoted, shown } from './problem.ts'
import type { Path } from './shape.ts'

/** `kinds`: the kinds of observation that are known; an unknown one is only a warning, since a table may bring its own. */
export function crossCheck(charter: Charter, kinds: readonly string[] | null): Found[] {
  return [
    ...twice(charter.people, ['people'], 'person'),
    ...twice(charter.groups, ['groups'], 'group'),
    ...twice(charter.units, ['units'], 'unit'),
    ...twice(charter.sources, ['sources'], 'source'),
    ...charter.units.flatMap((unit, i) => twice(unit.surfaces, ['units', i, 'surfaces'], 'surface')),
    ...members(charter),
    ...identities(charter),
    ...surfaces(charter, kinds),
    ...sources(charter),
    ...checkDeciding(charter),
  ]
}

function error(path: Path, message: Clause, ...expected: readonly Clause[]): Found {
  return { severity: 'error', path, message, expected }
}

function twice(entries: readonly { id: string }[], path: Path, what: string): Found[] {
  const seen = new Set<string>()
  return entries.flatMap(({ id }, i) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    const message = clause('charter.doubled_id', `there is another ${what} ${quoted(id)} above`, { what, id })
    return [error([...path, i, 'id'], message, clause('charter.id_once', 'each id stands once'))]
  })
}

function unknown(path: Path, what: string, id: string, known: ReadonlySet<string>): Found {
  const meant = nearest(id, known)
  const message = clause('charter.unknown_id', `there is no ${what} ${quoted(id)}`, { what, id: shown(id) })
  if (meant) return error(path, message, didYouMean(meant))
  if (known.size === 0 || known.size > 12) return error(path, message)
  const listed = [...known].join(', ')
  return error(path, message, clause('charter.known', `known: ${listed}`, { known: listed }))
}

function members({ people, groups }: Charter): Found[] {
  const known = new Set(people.map(person => person.id))
  return groups.flatMap((group, i) =>
    group.members.flatMap((id, j) =>
      known.has(id) ? [] : [unknown(['groups', i, 'members', j], 'person', id, known)],
    ),
  )
}

/** Handles that differ only in case are one handle, except where the scheme tells case apart (names). */
function sameHandle(actor: string): string {
  return /^(email|github|eth|ens):/.test(actor) ? actor.toLowerCase() : actor
}

function identities({ people }: Charter): Found[] {
  const owner = new Map<string, { id: string; name: string }>()
  return people.flatMap((person, i) =>
    person.identities.flatMap((actor, j) => {
      const handle = sameHandle(actor)
      const other = owner.get(handle)
      if (other === undefined) {
        owner.set(handle, person)
        return []
      }
      const path = ['people', i, 'identities', j]
      const facts = { identity: shown(actor), name: shown(other.name) }
      if (other === person)
        return [error(path, clause('charter.identity_twice', `${quoted(actor)} is listed twice`, facts))]
      const taken = `${quoted(actor)} belongs to ${quoted(other.name)} already`
      const expected = clause('charter.identity_has_one_owner', 'an identity has one owner')
      return [error(path, clause('charter.identity_taken', taken, facts), expected)]
    }),
  )
}

function surfaces(charter: Charter, kinds: readonly string[] | null): Found[] {
  const sourceIds = new Set(charter.sources.map(source => source.id))
  const mapped = charter.sources.flatMap(source => source.mapping?.kind ?? [])
  const known = kinds ? new Set([...kinds, ...mapped]) : null
  return charter.units.flatMap((unit, i) =>
    unit.surfaces.flatMap((surface, j) => {
      const path: Path = ['units', i, 'surfaces', j]
      const found: Found[] = []
      if (surface.evidence.length === 0) {
        found.push({ severity: 'warning', path, ...withoutEvidence(surface) })
      }
      if (typeof surface.decides === 'object') {
        const [part = 1, whole = 2] = surface.decides.share.split('/').map(Number)
        if (part >= whole) {
          const message = clause('charter.share_beyond_all', 'more than all can never be reached')
          const expected = clause('charter.share_below_one', 'expected less than one, such as 2/3')
          found.push(error([...path, 'decides', 'share'], message, expected))
        }
      }
      surface.evidence.forEach((evidence, k) => {
        const at = [...path, 'evidence', k]
        if (!sourceIds.has(evidence.source)) {
          found.push(unknown([...at, 'source'], 'source', evidence.source, sourceIds))
        }
        evidence.kinds.forEach((kind, l) => {
          if (!known || known.has(kind)) return
          const meant = nearest(kind, known)
          const reason = `no source gives observations of the kind ${quoted(kind)}`
          const message = clause('charter.unknown_observations', reason, { kind: shown(kind) })
          const expected = meant ? [didYouMean(meant)] : []
          found.push({ severity: 'warning', path: [...at, 'kinds', l], message, expected })
        })
      })
      return found
    }),
  )
}

function withoutEvidence({ name, necessary }: Charter['units'][number]['surfaces'][number]) {
  const bound = necessary ? 'so that its unit gets no score' : 'so that it stays unknown'
  const what = necessary ? 'necessary' : 'other'
  const message = `the surface ${quoted(name)} has no evidence, ${bound}`
  return {
    message: clause('charter.surface_without_evidence', message, { what, surface: shown(name) }),
    expected: [clause('charter.add_evidence', 'add evidence, or keep it as a reminder')],
  }
}

function sources(charter: Charter): Found[] {
  return charter.sources.flatMap((source, i) =>
    source.kind === 'table' && source.mapping === undefined
      ? [
          error(
            ['sources', i],
            clause('charter.table_without_mapping', 'a table needs a mapping'),
            clause('charter.mapping_says', 'mapping says which columns are the actor, the time …'),
          ),
        ]
      : [],
  )
}
