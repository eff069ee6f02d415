// A unit as files: its strip with its sentence as a picture, its holders as a table, and the answer as it came.
import type { UnitView } from '@equalizer/client'
import { deskUnitOf } from '../../desk/desk-unit.ts'
import type { CsvTable } from '../../export/csv.ts'
import { deskPicture } from '../../export/desk-picture.ts'
import type { Picture } from '../../export/svg.ts'
import { sentenceOf, verdictOf } from '../../words/said-words.ts'
import { isAlarming } from '../../words/unit-words.ts'

const columns = [
  'organization',
  'simulated',
  'as_of',
  'unit',
  'surface',
  'surface_name',
  'necessary',
  'binds',
  'score',
  'low',
  'high',
  'window',
  'holder',
  'share',
  'weight',
  'asset',
  'decides',
] as const

/** One row a holder, at most a hundred a surface, as the report lists them; null: not known who. */
export function holdersTable({ organization, asOf, unit }: UnitView): CsvTable {
  const rows = unit.surfaces.flatMap(surface => {
    const shared = [
      organization.id,
      organization.simulated,
      asOf,
      unit.id,
      surface.id,
      surface.name,
      surface.necessary,
      surface.id === unit.binding,
      surface.score,
      surface.low,
      surface.high,
      surface.window,
    ]
    const known = surface.holders.map(({ name, share, weight, decides }) => [
      ...shared,
      name,
      share,
      weight,
      surface.asset,
      decides,
    ])
    const unknown = [...shared, null, surface.unknown.share, null, surface.asset, null]
    return surface.unknown.share > 0 || known.length === 0 ? [...known, unknown] : known
  })
  return { columns, rows, total: rows.length }
}

export function unitPicture({ organization, asOf, unit, rulebook, inputHash }: UnitView): Picture {
  const verdict = `${verdictOf(unit.explanation)}.`
  const alarming = isAlarming(unit)
  return deskPicture({
    organization,
    asOf,
    headline: {
      lead: alarming ? `${unit.name}.` : `${unit.name}. ${verdict}`,
      alarm: alarming ? verdict : '',
      rest: sentenceOf(unit.explanation),
    },
    rulebook: rulebook.version,
    inputHash,
    units: [deskUnitOf(unit)],
  })
}
