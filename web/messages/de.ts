// Alle Worte der Seite auf Deutsch, in derselben Form wie auf Englisch.
import { board } from './de/board.ts'
import { compare } from './de/compare.ts'
import { desk } from './de/desk.ts'
import { evidence } from './de/evidence.ts'
import { exporting } from './de/exporting.ts'
import { format } from './de/format.ts'
import { people } from './de/people.ts'
import { report } from './de/report.ts'
import { surface } from './de/surface.ts'
import { table } from './de/table.ts'
import { unit } from './de/unit.ts'
import type { Messages } from './en.ts'

export const de: Messages = {
  locale: 'de',
  format,
  ...desk,
  ...surface,
  ...report,
  board,
  compare,
  evidence,
  exporting,
  people,
  table,
  unit,
}
