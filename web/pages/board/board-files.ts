// The board as files: the picture, the table of units, and the answer as it came.
import type { Board } from '@equalizer/client'
import { deskUnitOfBoard } from '../../desk/desk-unit.ts'
import type { CsvTable } from '../../export/csv.ts'
import { deskPicture } from '../../export/desk-picture.ts'
import type { Picture } from '../../export/svg.ts'

const columns = [
  'organization',
  'simulated',
  'as_of',
  'unit',
  'name',
  'declared',
  'target',
  'target_by',
  'score',
  'low',
  'high',
  'state',
  'coverage',
  'binding_surface',
  'binding_k',
  'verdict',
  'sentence',
  'rulebook',
  'input_hash',
] as const

/** Names of columns are the same in every language, for programs read them. */
export function boardTable(board: Board): CsvTable {
  const rows = board.units.map(unit => [
    board.organization.id,
    board.organization.simulated,
    board.asOf,
    unit.id,
    unit.name,
    unit.declared,
    unit.target?.position ?? null,
    unit.target?.by ?? null,
    unit.measured.score,
    unit.measured.low,
    unit.measured.high,
    unit.state,
    unit.coverage,
    unit.binding?.name ?? null,
    unit.binding?.K ?? null,
    unit.explanation.verdict,
    unit.explanation.sentence,
    board.rulebook,
    board.inputHash,
  ])
  return { columns, rows, total: rows.length }
}

export function boardPicture(board: Board, most?: number): Picture {
  return deskPicture({ ...board, units: board.units.map(deskUnitOfBoard) }, most)
}
