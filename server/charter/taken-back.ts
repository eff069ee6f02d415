// What a charter becomes when one change is taken back, and which sources come and go with it; nothing is written here.
import {
  accepted,
  type Charter,
  type Result,
  refused,
  type Source,
  takeBack,
  validCharter,
  withoutSource,
  withSource,
} from '@equalizer/core'
import type { CurrentCharter } from './current.ts'

export interface SourceChange {
  readonly added: readonly Source[]
  readonly removed: readonly Source[]
}

export function sourceChange(before: Charter, after: Charter): SourceChange {
  const lacks = (charter: Charter) => (source: Source) => !charter.sources.some(({ id }) => id === source.id)
  return { added: after.sources.filter(lacks(before)), removed: before.sources.filter(lacks(after)) }
}

/** The charter in force without the change from `before` to `after`. Code: `change.superseded`. */
export function takenBack(
  before: CurrentCharter,
  after: CurrentCharter,
  current: CurrentCharter,
  { added, removed } = sourceChange(before.charter, after.charter),
): Result<Charter> {
  const now = current.charter
  const inferred = !before.given && !after.given && !current.given
  const onlySources = added.length + removed.length > 0 && inferred
  const back = onlySources
    ? inferredAnew(before.charter, now, { added, removed })
    : takeBack(before.charter, after.charter, now)
  if (!back.ok) return back
  const valid = validCharter(back.value)
  if (valid.ok) return back
  const reason = `What came later does not fit with it: ${valid.refusal.reason}`
  return refused('change.superseded', reason, valid.refusal.facts)
}

/** The units of an inferred charter follow from its sources, whatever else came and went since. */
function inferredAnew(before: Charter, now: Charter, { added, removed }: SourceChange): Result<Charter> {
  let charter = now
  for (const source of added) {
    if (!charter.sources.some(one => one.id === source.id)) return gone(source.id)
    charter = withoutSource(charter, source.id, { given: false })
  }
  for (const source of removed) {
    if (charter.sources.some(one => one.id === source.id)) return gone(source.id)
    charter = withSource(charter, source, { given: false, observationKinds: kindsAsked(before, source.id) })
  }
  return accepted(charter)
}

function gone(source: string): Result<never> {
  const reason = `The source ${source} was added or taken back again since`
  return refused('change.superseded', reason, { path: `sources[${source}]` })
}

/** What was known of a source's kinds shows in what was asked of it; where nothing was, its kind says it. */
function kindsAsked(charter: Charter, source: string): readonly string[] | undefined {
  const lines = charter.units.flatMap(unit => unit.surfaces.flatMap(surface => surface.evidence))
  const asked = lines.filter(line => line.source === source).flatMap(line => line.kinds)
  if (asked.length === 0) return undefined
  const merged = lines.some(line => line.kinds.includes('pull.merged'))
  return [...new Set(merged ? [...asked, 'commit.merged'] : asked)]
}
