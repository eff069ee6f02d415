// A comparison as files: one row for each unit, and both boards as they came.
import type { Board } from '@equalizer/client'
import type { DeskUnit } from '../../desk/desk-unit.ts'
import type { CsvTable } from '../../export/csv.ts'
import type { Compared } from './differences.ts'

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

export function comparedTable(left: Board, right: Board, { both, onlyLeft, onlyRight }: Compared): CsvTable {
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
