// Every word of the page in English, put together from its areas; a further language has the same shape.

import { board } from './en/board.ts'
import { compare } from './en/compare.ts'
import { design } from './en/design.ts'
import { desk } from './en/desk.ts'
import { enter } from './en/enter.ts'
import { evidence } from './en/evidence.ts'
import { exporting } from './en/exporting.ts'
import { format } from './en/format.ts'
import { organizations } from './en/organizations.ts'
import { parts } from './en/parts.ts'
import { people } from './en/people.ts'
import { report } from './en/report.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { surface } from './en/surface.ts'
import { table } from './en/table.ts'
import { unit } from './en/unit.ts'
import { welcome } from './en/welcome.ts'

/** The words that the report page has too, and so its bundle carries no others. */
export const reportWords = { locale: 'en', format, ...desk, ...surface, ...report }

export const en = {
  ...reportWords,
  board,
  compare,
  evidence,
  exporting,
  people,
  table,
  unit,
  design,
  enter,
  organizations,
  parts,
  settings,
  shell,
  welcome,
}

export type Messages = typeof en
