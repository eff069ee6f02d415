// A charter for an organization that has none: the usual units, with the surfaces that its sources can tell about.
import { limits } from '../limits.ts'
import { type Charter, charterSchema, type Source, type SurfaceEvidence } from './charter.ts'
import { type DefaultSurface, defaultUnits, kindsOfSource } from './default-units.ts'

/** A source that was found; `observationKinds` where they are known better than by the kind of source. */
export type FoundSource = Source & { readonly observationKinds?: readonly string[] | undefined }

export interface InferOptions {
  /** The organization's name; its id is made from it. */
  readonly name: string
  readonly sources: readonly FoundSource[]
}

export interface Inferred {
  readonly charter: Charter
  /** What was inferred, one sentence each. */
  readonly notes: readonly string[]
}

/** Lower case letters, digits and dashes; `fallback` where a name has none of them. */
export function idFrom(name: string, fallback: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 63)
    .replace(/-+$/, '')
  return plain === '' ? fallback : plain
}

/** No slider is declared and no person is named: nobody said so. Units that no source tells about have no surfaces. */
export function inferCharter({ name, sources }: InferOptions): Inferred {
  const tells = sources.map(({ observationKinds, ...source }) => ({
    source,
    kinds: kindsTold(source, observationKinds),
  }))
  const told = new Set(tells.flatMap(({ kinds }) => kinds))
  const units = defaultUnits.map(unit => ({
    id: unit.id,
    name: unit.name,
    surfaces: unit.surfaces
      .flatMap(surface => surfacesFor(surface, tells, told))
      .slice(0, limits.surfacesPerUnit),
  }))
  const charter = charterSchema.parse({
    equalizer: 1,
    organization: { id: idFrom(name, 'organization'), name },
    units,
    sources: tells.map(({ source }) => source),
  })
  return { charter, notes: notesOn(charter, told) }
}

interface Telling {
  readonly source: Source
  readonly kinds: readonly string[]
}

function kindsTold(source: Source, known: readonly string[] | undefined): readonly string[] {
  return known ?? (source.mapping ? [source.mapping.kind] : kindsOfSource[source.kind])
}

function evidenceFrom(tells: readonly Telling[], kinds: readonly string[]): SurfaceEvidence[] {
  return tells.flatMap(telling => {
    const told = kinds.filter(kind => telling.kinds.includes(kind))
    return told.length > 0 ? [{ source: telling.source.id, kinds: told }] : []
  })
}

function surfacesFor(surface: DefaultSurface, tells: readonly Telling[], told: ReadonlySet<string>) {
  const evidence = evidenceFrom(tells, kindsAsked(surface, told))
  if (evidence.length === 0) return []
  const common = {
    necessary: surface.necessary ?? (surface.id === 'holds' ? !told.has('vote.cast') : true),
    decides: surface.decides ?? 'share',
    blocks: surface.blocks ?? false,
  }
  if (!surface.perSource || evidence.length === 1) {
    return [{ id: surface.id, name: surface.name, ...common, evidence }]
  }
  return evidence.map(one => ({
    id: `${surface.id}-${one.source}`.slice(0, 63),
    name: `${surface.name} (${nameOf(tells, one.source)})`,
    ...common,
    evidence: [one],
  }))
}

/** A merged pull request is a merge commit too: where both are told, the pull request names who merged. */
function kindsAsked({ kinds }: DefaultSurface, told: ReadonlySet<string>): readonly string[] {
  const both = kinds.includes('pull.merged') && told.has('pull.merged') && told.has('commit.merged')
  return both ? kinds.filter(kind => kind !== 'commit.merged') : kinds
}

function nameOf(tells: readonly Telling[], id: string): string {
  return tells.find(({ source }) => source.id === id)?.source.asset ?? id
}

function notesOn(charter: Charter, told: ReadonlySet<string>): string[] {
  const measured = charter.units.filter(unit => unit.surfaces.length > 0).map(unit => unit.name)
  const silent = charter.units.filter(unit => unit.surfaces.length === 0).map(unit => unit.name)
  const usual = new Set(
    [
      // What the log tells of an organization's own acts is asked for by nobody where a table brings it.
      ...Object.entries(kindsOfSource).map(([kind, told]) => (kind === 'log' ? [] : told)),
      ...defaultUnits.flatMap(unit => unit.surfaces.map(s => s.kinds)),
    ].flat(),
  )
  const idle = [...told].filter(kind => !usual.has(kind)).sort()
  const notes = ['There is no charter: the units and their surfaces are inferred and no slider is declared.']
  if (measured.length > 0) notes.push(`What was found tells about ${measured.join(', ')}.`)
  if (silent.length > 0) notes.push(`Nothing that was found tells about ${silent.join(', ')}.`)
  if (told.has('balance.held') && told.has('vote.cast')) {
    notes.push(
      'Holdings are shown and not scored, since exercised votes say more than what could be voted with.',
    )
  }
  if (told.has('pull.merged') && told.has('commit.merged')) {
    notes.push(
      'Who merges is taken from pull requests, which name the person; merge commits are not counted again.',
    )
  }
  if (idle.length > 0) notes.push(`No surface asks for ${idle.join(', ')}; a charter can add one.`)
  return notes
}
