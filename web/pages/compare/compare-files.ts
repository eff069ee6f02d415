// A comparison as files: a picture, one row for each unit, and both boards as they came.
import type { Board } from '@equalizer/client'
import type { DeskUnit } from '../../desk/desk-unit.ts'
import { comparePicture } from '../../export/compare-picture.ts'
import type { CsvTable } from '../../export/csv.ts'
import type { Picture } from '../../export/svg.ts'
import { differenceWords, type SideNames } from './difference-words.ts'
import type { Compared } from './differences.ts'

export interface ComparedView {
  readonly left: Board
  readonly right: Board
  readonly found: Compared
  readonly headline: string
  readonly names: SideNames
  /** Each side in full, whatever the other one is. */
  readonly full: { readonly left: string; readonly right: string }
}

const columns = [
  'unit',
  'name',
  'left_organization',
  'left_as_of',
  'left_declared',
  'left_score',
  'left_high',
  'right_organization',
  'right_as_of',
  'right_declared',
  'right_score',
  'right_high',
  'change',
] as const

const figures = (board: Board, unit: DeskUnit | null) => [
  board.organization.id,
  board.asOf,
  unit?.declared ?? null,
  unit?.measured.score ?? null,
  unit?.measured.high ?? null,
]

export function comparedTable({ left, right, found }: ComparedView): CsvTable {
  const { both, onlyLeft, onlyRight } = found
  const row = (name: string, id: string, a: DeskUnit | null, b: DeskUnit | null, change: number | null) => [
    id,
    name,
    ...figures(left, a),
    ...figures(right, b),
    change,
  ]
  return {
    columns,
    rows: [
      ...both.map(one => row(one.name, one.id, one.left, one.right, one.change)),
      ...onlyLeft.map(unit => row(unit.name, unit.id, unit, null, null)),
      ...onlyRight.map(unit => row(unit.name, unit.id, null, unit, null)),
    ],
  }
}

/** At most `most` units are drawn, and it says how many more there are. */
export function comparedPicture({ left, right, found, ...view }: ComparedView, most?: number): Picture {
  const { headline, names, full } = view
  return comparePicture(
    {
      headline,
      ...full,
      simulated: left.organization.simulated || right.organization.simulated,
      differences: found.both.map(one => ({ ...one, words: differenceWords(one, names) })),
    },
    most,
  )
}
