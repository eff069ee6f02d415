// What a new organization begins with: a charter and where each of its sources lies. Nothing is written yet.
import { isAbsolute, resolve } from 'node:path'
import {
  accepted,
  type Charter,
  charterSchema,
  limits,
  type Result,
  readCharter,
  refused,
  type Source,
} from '@equalizer/core'
import { prepareSurvey } from '@equalizer/evidence'
import { generateOrganization } from '@equalizer/testkit'
import type { Desk } from '../desk.ts'
import { allowedPath, isInside } from '../sources/allowed-path.ts'

/** Where a source comes from: a path that stays where it is, or files that are put in (name, relative to it, to text). */
export type Origin =
  | { readonly is: 'path'; readonly path: string }
  | { readonly is: 'files'; readonly files: ReadonlyMap<string, string>; readonly folder: boolean }

export interface Plan {
  readonly charter: Charter
  readonly given: boolean
  readonly origin: string
  /** By the source's id. */
  readonly origins: ReadonlyMap<string, Origin>
}

/** Any seed would do; this one's story is the one that the help tells. */
const exampleSeed = 'northwind'
const exampleName = 'Northwind Commons'

export function emptyPlan(name: string): Plan {
  const charter = charterSchema.parse({ equalizer: 1, organization: { id: 'new', name } })
  return { charter, given: false, origin: 'empty', origins: new Map() }
}

/** The simulated organization, whose record ends today; its files are put in like any others. */
export function examplePlan(today: string): Plan {
  const files = generateOrganization({ seed: exampleSeed, end: today })
  const read = readCharter(files.get('equalizer.yaml') ?? '', 'equalizer.yaml')
  if (!read.ok) throw new Error(`The example has no charter: ${read.refusal.reason}`)
  const origins = new Map(read.value.sources.map(source => [source.id, filesOf(files, source)]))
  const { organization } = read.value
  const charter = { ...read.value, organization: { ...organization, name: exampleName, simulated: true } }
  return { charter, given: true, origin: 'example', origins }
}

function filesOf(files: ReadonlyMap<string, string>, { path }: Source): Origin {
  const text = files.get(path)
  if (text !== undefined) return { is: 'files', files: new Map([[path, text]]), folder: false }
  const below = [...files].filter(([name]) => name.startsWith(`${path}/`))
  const inside = below.map(([name, text]) => [name.slice(path.length + 1), text] as const)
  return { is: 'files', files: new Map(inside), folder: true }
}

/**
 * The charter that lies at a path, or one inferred from the evidence that does. Codes: `path.not_allowed`,
 * `path.unknown`, and those of preparing a survey.
 */
export async function pathPlan(desk: Desk, path: string, origin: 'project' | 'path'): Promise<Result<Plan>> {
  const real = await allowedPath(desk, path)
  if (!real.ok) return asNotFound(real)
  const prepared = await prepareSurvey(real.value, { asOf: desk.clock.today() })
  if (!prepared.ok) return prepared
  const { charter, charterGiven, folder } = prepared.value
  if (charter.sources.length > limits.sources)
    return refused('source.too_many', 'The charter has too many sources')
  const origins = new Map<string, Origin>()
  const sources: Source[] = []
  for (const source of charter.sources) {
    const place = await placeOf(desk, folder, source)
    if (!place.ok) return place
    origins.set(source.id, { is: 'path', path: place.value })
    sources.push({ ...source, path: place.value })
  }
  return accepted({ charter: { ...charter, sources }, given: charterGiven, origin, origins })
}

/** Inside the charter's folder, links followed. What is not there yet may come: its reading says so. */
async function placeOf(desk: Desk, folder: string, source: Source): Promise<Result<string>> {
  const path = isAbsolute(source.path) ? source.path : resolve(folder, source.path)
  const real = await allowedPath(desk, path)
  if (!real.ok) return real.refusal.code === 'path.unknown' && isInside(folder, path) ? accepted(path) : real
  if (isInside(folder, real.value)) return real
  return refused('path.not_allowed', `${source.path} lies outside the charter’s folder`, {
    source: source.id,
  })
}

function asNotFound(answer: Result<never> | Result<string>): Result<never> {
  if (answer.ok) throw new Error('Only a refusal is turned into another')
  const { code, reason, facts } = answer.refusal
  return code === 'path.unknown'
    ? refused('survey.not_found', reason, facts)
    : { ok: false, refusal: answer.refusal }
}
