// The story: who does which share of each kind of act, before and after the hand-over.
import { type Handover, unknown } from './rota.ts'

/** What the core team decides: roadmap and hiring. Northwind Labs and the meetings nobody minuted make more than half. */
export const direction: Handover = [
  ['ines', 55, 16],
  ['tomas', 30, 8],
  ['priya', 11, 10.5],
  ['mei', 2, 6],
  ['daniel', 0, 3.5],
  ['noor', 0, 3],
  ['amara', 2, 7],
  ['luca', 0, 7.5],
  ['sofia', 0, 7],
  ['kwame', 0, 6],
  ['greta', 0, 7.5],
  [unknown, 6, 18],
]

export const reviews: Handover = [
  ['priya', 62, 18],
  ['ines', 38, 4],
  ['jonas', 0, 8],
  ['mei', 0, 9],
  ['daniel', 0, 5],
  ['kwame', 0, 9],
  ['yara', 0, 5],
  ['erik', 0, 8],
  ['leila', 0, 6],
  ['pavel', 0, 10],
  ['marta', 0, 10],
  ['hana', 0, 8],
]

export const code: Handover = [
  ['priya', 50, 20],
  ['ines', 22, 2],
  ['jonas', 14, 10],
  ['tomas', 4, 0],
  ['mei', 5, 6],
  ['daniel', 5, 8],
  ['kwame', 0, 9],
  ['yara', 0, 5],
  ['erik', 0, 6],
  ['leila', 0, 4],
  ['pavel', 0, 7],
  ['marta', 0, 6],
  ['ravi', 0, 5],
  ['hana', 0, 4],
  ['bram', 0, 3],
  ['finn', 0, 3],
  ['aiko', 0, 2],
]

export const codeMerges: Handover = [
  ['priya', 70, 24],
  ['ines', 30, 2],
  ['jonas', 0, 7],
  ['kwame', 0, 13],
  ['mei', 0, 12],
  ['erik', 0, 12],
  ['pavel', 0, 12],
  ['marta', 0, 11],
  [unknown, 0, 7],
]

/** Who opens changes to the catalogue. */
export const contributions: Handover = [
  ['sofia', 30, 6],
  ['ines', 30, 2],
  ['luca', 20, 5],
  ['noor', 10, 5],
  ['greta', 5, 8],
  ['samir', 5, 8],
  ['lucia', 0, 7],
  ['thabo', 0, 7],
  ['ewa', 0, 6],
  ['joao', 0, 6],
  ['minh', 0, 6],
  ['elif', 0, 5],
  ['chiara', 0, 5],
  ['diego', 0, 5],
  ['nadia', 0, 5],
  ['oluwaseun', 0, 5],
  ['rosa', 0, 4],
  ['igor', 0, 3],
  ['wen', 0, 2],
]

/** Who accepts changes to the catalogue. */
export const acceptance: Handover = [
  ['ines', 66, 0],
  ['sofia', 32, 12],
  ['greta', 2, 20],
  ['samir', 0, 16],
  ['lucia', 0, 11],
  ['thabo', 0, 9],
  ['ewa', 0, 8],
  ['minh', 0, 7],
  [unknown, 0, 17],
]

/** Who releases money, by number of payments. */
export const spending: Handover = [
  ['amara', 75, 26],
  ['ines', 25, 4],
  ['greta', 0, 18],
  ['kwame', 0, 16],
  ['sofia', 0, 14],
  ['mei', 0, 12],
  ['samir', 0, 10],
]

/** Share of the voting power. */
export const votingPower: Handover = [
  ['ines', 42, 14],
  ['tomas', 24, 9],
  ['priya', 12, 5],
  ['jonas', 4, 2],
  ['mei', 6, 5],
  ['daniel', 3, 4],
  ['noor', 1, 3],
  ['amara', 3, 6],
  ['luca', 2, 4],
  ['sofia', 2, 5],
  ['kwame', 1, 5],
  ['yara', 0, 2],
  ['erik', 0, 4],
  ['pavel', 0, 3],
  ['marta', 0, 3],
  ['greta', 0, 6],
  ['samir', 0, 5],
  ['lucia', 0, 3],
  ['thabo', 0, 3],
  ['ewa', 0, 2],
  ['diego', 0, 2],
  ['nadia', 0, 2],
  ['oluwaseun', 0, 1.5],
  ['rosa', 0, 1],
  ['wen', 0, 0.5],
]

/** Who takes content down. */
export const removal: Handover = [
  ['ines', 62, 1],
  ['sofia', 38, 5],
  ['samir', 0, 21],
  ['greta', 0, 19],
  ['lucia', 0, 15],
  ['thabo', 0, 7],
  ['ewa', 0, 5],
  ['joao', 0, 4],
  ['adaeze', 0, 3],
  ['minh', 0, 3],
  ['elif', 0, 3],
  ['petra', 0, 2],
  ['kofi', 0, 2],
  ['sina', 0, 2],
  ['rosa', 0, 2],
  ['igor', 0, 2],
  ['wen', 0, 1],
  [unknown, 0, 3],
]

export const publication: Handover = [
  ['sofia', 60, 9],
  ['ines', 40, 2],
  ['greta', 0, 14],
  ['samir', 0, 12],
  ['lucia', 0, 11],
  ['thabo', 0, 10],
  ['ewa', 0, 9],
  ['joao', 0, 9],
  ['adaeze', 0, 8],
  ['minh', 0, 8],
  ['petra', 0, 4],
  ['kofi', 0, 4],
]

/** Decisions on how things are done; close to half of them have no record of who decided. */
export const processes: Handover = [
  [unknown, 46, 46],
  ['ines', 30, 3],
  ['jonas', 14, 6],
  ['mei', 5, 7],
  ['sofia', 5, 7],
  ['luca', 0, 7],
  ['noor', 0, 4],
  ['kwame', 0, 6],
  ['amara', 0, 5],
  ['chiara', 0, 5],
  ['oluwaseun', 0, 4],
]
