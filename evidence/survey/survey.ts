// A survey: reads every source of a charter once, merges identities, measures every unit, and reports all of it.
import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { type Charter, limits, type Refusal, type Source } from '@equalizer/core'
import {
  assessUnits,
  dayOfDate,
  headline,
  type Identities,
  type Report,
  resolveIdentities,
  rulebook,
  type SameClaim,
  type SourceReport,
  type SurfaceInput,
  type SurfaceSpec,
  weakestUnit,
} from '@equalizer/measure'
import { type Account, SourceRefused } from '../reader.ts'
import { readers } from '../readers.ts'
import { createLedger } from '../reading/ledger.ts'
import { inputHash } from './input-hash.ts'
import { Intake, type Taken } from './intake.ts'

export interface SurveyProgress {
  /** The charter's id of the source. */
  readonly source: string
  readonly kind: Source['kind']
  /** Bytes or rows; `total` is null when nobody can know. */
  readonly done: number
  readonly total: number | null
  readonly phase: 'read' | 'score'
}

export interface SurveyOptions {
  readonly charter: Charter
  /** False: it was inferred, and surfaces that turn out to have no evidence are left out. */
  readonly charterGiven: boolean
  /** Absolute; source paths are relative to it and stay inside it. */
  readonly folder: string
  /** UTC day, YYYY-MM-DD; later evidence is left out. */
  readonly asOf: string
  readonly allowOutside?: boolean
  readonly notes?: readonly string[]
  readonly onProgress?: (progress: SurveyProgress) => void
  readonly signal?: AbortSignal
}

interface ReadSource {
  readonly report: SourceReport
  readonly claims: readonly SameClaim[]
  readonly later: number
}

/**
 * Reads, merges, measures. A source that cannot be read is reported as refused and the others are still measured; an
 * aborted signal rejects with its reason.
 */
export async function surveyOrganization(options: SurveyOptions): Promise<Report> {
  const { charter, asOf } = options
  const intake = new Intake(charter, dayOfDate(asOf))
  const sources: ReadSource[] = []
  for (const source of charter.sources) sources.push(await readSource(source, intake, options))
  options.onProgress?.({ source: '', kind: 'table', done: 0, total: null, phase: 'score' })

  const identities = resolveIdentities({
    seen: intake.seenActors(),
    claims: sources.flatMap(source => source.claims),
    people: charter.people,
    bots: charter.bots,
    rules: charter.merging,
  })
  const notes = [...(options.notes ?? [])]
  const later = sources.reduce((sum, source) => sum + source.later, 0)
  if (later > 0) notes.push(`${later} observations are dated after ${asOf} and were left out.`)
  const { units, surfaces } = unitInputs(charter, intake, options.charterGiven, notes)
  const assessed = assessUnits({
    units,
    actors: intake.actors,
    identities,
    asOf,
    book: rulebook,
    holdersListed: limits.holdersListed,
  })
  return {
    format: 'equalizer.report/1',
    rulebook: { ...rulebook, windowsDays: [...rulebook.windowsDays] },
    inputHash: inputHash({ book: rulebook, charter, asOf, identities, surfaces }),
    asOf,
    organization: {
      id: charter.organization.id,
      name: charter.organization.name,
      simulated: charter.organization.simulated,
      charter: options.charterGiven ? 'given' : 'inferred',
    },
    headline: headline(assessed),
    weakest: weakestUnit(assessed)?.id ?? null,
    units: assessed,
    identities: identitiesReport(identities),
    sources: sources.map(source => source.report),
    notes,
  }
}

function unitInputs(charter: Charter, intake: Intake, given: boolean, notes: string[]) {
  let number = 0
  const hashed: { id: string; facts: SurfaceInput['facts'] }[] = []
  const units = charter.units.map(unit => {
    const inputs = unit.surfaces.map((surface): SurfaceInput => {
      const { facts, aside } = intake.factsOfSurface(number)
      number += 1
      hashed.push({ id: `${unit.id}/${surface.id}`, facts })
      for (const { asset, rows } of aside) {
        notes.push(
          `${unit.name}, ${surface.name}: ${rows} observations in ${asset} cannot be added to ${facts?.asset} and were left out.`,
        )
      }
      return { spec: surfaceSpec(surface), facts }
    })
    const surfaces = given ? inputs : inputs.filter(input => input.facts !== null)
    const target = unit.target ? { position: unit.target.position, by: unit.target.by ?? null } : null
    return { spec: { id: unit.id, name: unit.name, declared: unit.declared, target }, surfaces }
  })
  return { units, surfaces: hashed }
}

function surfaceSpec(surface: Charter['units'][number]['surfaces'][number]): SurfaceSpec {
  const { decides } = surface
  const common = { id: surface.id, name: surface.name, necessary: surface.necessary, blocks: surface.blocks }
  if (decides === 'threshold' || decides === 'override') return { ...common, decides: { rule: decides } }
  const [numerator = 1, denominator = 2] = decides === 'share' ? [1, 2] : decides.share.split('/').map(Number)
  return { ...common, decides: { rule: 'share', numerator, denominator } }
}

async function readSource(source: Source, intake: Intake, options: SurveyOptions): Promise<ReadSource> {
  const ledger = createLedger({
    onProgress: (done, total) =>
      options.onProgress?.({ source: source.id, kind: source.kind, done, total, phase: 'read' }),
  })
  const taken: Taken = { observations: 0, duplicates: 0, unrouted: 0, later: 0 }
  let refusal: Refusal | null = null
  let bytes: number | null = null
  try {
    const path = await safePath(source, options)
    const found = await stat(path)
    bytes = found.isFile() ? found.size : null
    const context = { source, path, ledger, ...(options.signal ? { signal: options.signal } : {}) }
    for await (const batch of readers[source.kind].read(context)) {
      options.signal?.throwIfAborted()
      for (const observation of batch) intake.take(observation, taken)
    }
  } catch (error) {
    if (!(error instanceof SourceRefused)) throw error
    refusal = error.refusal
  }
  return {
    report: sourceReport(source, settled(ledger.account(), refusal), taken, bytes, refusal),
    claims: ledger.claims(),
    later: taken.later,
  }
}

/** A refused source takes along the rows that were read and not yet judged, so that its account adds up too. */
function settled(account: Account, refusal: Refusal | null): Account {
  const passedOver = Object.values(account.passedOver).reduce((sum, rows) => sum + rows, 0)
  const open = account.rowsRead - account.rowsUsed - passedOver - account.rowsRefused
  if (refusal === null || open <= 0) return account
  const { code } = refusal
  const refusedByCode = { ...account.refusedByCode, [code]: (account.refusedByCode[code] ?? 0) + open }
  return { ...account, rowsRefused: account.rowsRefused + open, refusedByCode }
}

/** The source's absolute path, which must stay inside the charter's folder, symbolic links followed. */
async function safePath(source: Source, options: SurveyOptions): Promise<string> {
  const path = resolve(options.folder, source.path)
  const real = await realpath(path).catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code === 'ENOENT' ? `there is no ${source.path}` : `${source.path} cannot be opened`
    throw new SourceRefused({ code: 'evidence.not_found', reason, facts: { path: source.path } })
  })
  const inside = relative(await realpath(options.folder), real)
  const outside = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)
  if (outside && !options.allowOutside) {
    const reason = `${source.path} lies outside the charter's folder; --allow-outside reads it all the same`
    throw new SourceRefused({ code: 'evidence.outside_folder', reason, facts: { path: source.path } })
  }
  return real
}

function sourceReport(
  source: Source,
  account: Account,
  taken: Taken,
  bytes: number | null,
  refusal: Refusal | null,
): SourceReport {
  return {
    id: source.id,
    kind: source.kind,
    path: source.path,
    bytes,
    rowsRead: account.rowsRead,
    rowsUsed: account.rowsUsed,
    rowsRefused: account.rowsRefused,
    passedOver: { ...account.passedOver },
    observations: taken.observations,
    duplicates: taken.duplicates,
    unrouted: taken.unrouted,
    refusedByCode: { ...account.refusedByCode },
    refusals: account.refusals.map(({ file, line, column, code, reason }) => ({
      file,
      line,
      column,
      code,
      reason,
    })),
    refused: refusal ? { code: refusal.code, reason: refusal.reason } : null,
    notes: [...account.notes],
  }
}

function identitiesReport(identities: Identities): Report['identities'] {
  const merged = [...identities.parties.values()].filter(party => party.members.length > 1)
  merged.sort((a, b) => b.members.length - a.members.length || (a.name < b.name ? -1 : 1))
  return {
    actors: identities.partyOf.size,
    parties: identities.parties.size,
    merges: merged.slice(0, limits.mergesListed).map(party => ({
      party: { id: party.id, name: party.name },
      members: party.members.map(member => ({ ...member })),
      reasons: party.reasons.map(reason => ({ ...reason })),
    })),
    bots: identities.bots.map(bot => ({ ...bot })),
    suggestions: identities.suggestions.map(({ actors, reason }) => ({ actors: [...actors], reason })),
  }
}
