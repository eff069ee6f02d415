// Parts of the board that arrive after its first picture: what one presses, not what one sees.
import { lazy } from 'react'

export const BringAlong = lazy(async () => ({
  default: (await import('../evidence/bring-along.tsx')).BringAlong,
}))

export const ExportMenu = lazy(async () => ({
  default: (await import('../../export/export-menu.tsx')).ExportMenu,
}))

export const OrderChoice = lazy(async () => ({ default: (await import('./sort-bar.tsx')).OrderChoice }))

export const SortBar = lazy(async () => ({ default: (await import('./sort-bar.tsx')).SortBar }))

export const MoveDialog = lazy(async () => ({
  default: (await import('../unit/move/move-dialog.tsx')).MoveDialog,
}))

export const PositionsDialog = lazy(async () => ({
  default: (await import('./positions-dialog.tsx')).PositionsDialog,
}))
