// Every word of the page in English, put together from its areas; a further language has the same shape.

import { act } from './en/act.ts'
import { board } from './en/board.ts'
import { capabilityRefusals } from './en/capability-refusals.ts'
import { charterClauses, schemaSentences } from './en/charter-problems.ts'
import { compare } from './en/compare.ts'
import { decisions } from './en/decisions.ts'
import { design } from './en/design.ts'
import { doorRefusals } from './en/door-refusals.ts'
import { enter } from './en/enter.ts'
import { evidence } from './en/evidence.ts'
import { exporting } from './en/exporting.ts'
import { members } from './en/members.ts'
import { moving } from './en/moving.ts'
import { organizations } from './en/organizations.ts'
import { parts } from './en/parts.ts'
import { people } from './en/people.ts'
import { problems } from './en/problems.ts'
import { passedOver, readingNotes, recognitions } from './en/reading-notes.ts'
import { readingRefusals } from './en/reading-refusals.ts'
import { ruleChanges } from './en/rule-changes.ts'
import { rules } from './en/rules.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { signing } from './en/signing.ts'
import { table } from './en/table.ts'
import { titles } from './en/titles.ts'
import { unit } from './en/unit.ts'
import { views } from './en/views.ts'
import { welcome } from './en/welcome.ts'
import { reportWords } from './report-words.ts'

export const en = {
  ...reportWords,
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

export type Messages = typeof en
