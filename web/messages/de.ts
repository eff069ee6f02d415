// Alle Worte der Seite auf Deutsch, in derselben Form wie auf Englisch.

import { act } from './de/act.ts'
import { board } from './de/board.ts'
import { capabilityRefusals } from './de/capability-refusals.ts'
import { charterClauses, schemaSentences } from './de/charter-problems.ts'
import { compare } from './de/compare.ts'
import { decisions } from './de/decisions.ts'
import { design } from './de/design.ts'
import { desk } from './de/desk.ts'
import { doorRefusals } from './de/door-refusals.ts'
import { enter } from './de/enter.ts'
import { evidence } from './de/evidence.ts'
import { exporting } from './de/exporting.ts'
import { format } from './de/format.ts'
import { members } from './de/members.ts'
import { moving } from './de/moving.ts'
import { organizations } from './de/organizations.ts'
import { parts } from './de/parts.ts'
import { people } from './de/people.ts'
import { problems } from './de/problems.ts'
import { passedOver, readingNotes, recognitions } from './de/reading-notes.ts'
import { readingRefusals } from './de/reading-refusals.ts'
import { report } from './de/report.ts'
import { ruleChanges } from './de/rule-changes.ts'
import { rules } from './de/rules.ts'
import { said } from './de/said.ts'
import { settings } from './de/settings.ts'
import { shell } from './de/shell.ts'
import { signing } from './de/signing.ts'
import { surface } from './de/surface.ts'
import { table } from './de/table.ts'
import { titles } from './de/titles.ts'
import { unit } from './de/unit.ts'
import { views } from './de/views.ts'
import { welcome } from './de/welcome.ts'
import type { Messages } from './en.ts'

export const de: Messages = {
  locale: 'de',
  format,
  ...desk,
  ...surface,
  ...report,
  act,
  board,
  compare,
  decisions,
  doorRefusals,
  members,
  ruleChanges,
  rules,
  evidence,
  exporting,
  people,
  said,
  problems,
  capabilityRefusals,
  readingRefusals,
  readingNotes,
  recognitions,
  passedOver,
  charterClauses,
  schemaSentences,
  table,
  titles,
  unit,
  views,
  design,
  enter,
  moving,
  organizations,
  parts,
  settings,
  shell,
  signing,
  welcome,
}
