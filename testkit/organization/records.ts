// The simulated tables that only a mapping explains: what curators did, and what was decided by whom.
import { moments } from './calendar.ts'
import { member } from './cast.ts'
import { type Cell, csvText } from './csv.ts'
import { direction, processes, publication, removal } from './handovers.ts'
import { seeded } from './random.ts'
import { type Handover, rota, unknown } from './rota.ts'

const nameOf = (who: string) => (who === unknown ? '' : member(who).name)

/** Rows of one kind of act: when, what, who, in the order of time. */
function acts(seed: string, end: string, what: string, handover: Handover, perWeek: number) {
  const random = seeded(seed, what)
  const turn = rota(handover, random)
  return Array.from(moments(random, end, perWeek), ({ instant, progress }) => ({
    instant,
    what,
    who: nameOf(turn(progress)),
    random,
  }))
}

const byTime = (a: { instant: string }, b: { instant: string }) => (a.instant < b.instant ? -1 : 1)

/** `curation.csv`: items published and removed. Two rows are damaged: they are there to be refused. */
export function curationFile(seed: string, end: string): string {
  const reasons = ['out of date', 'copied', 'not verifiable', 'asked for by its author']
  const rows: Cell[][] = [
    ...acts(seed, end, 'remove', removal, 9),
    ...acts(seed, end, 'publish', publication, 14),
  ]
    .sort(byTime)
    .map(({ instant, what, who, random }, index) => [
      instant,
      `item-${1_000 + index}`,
      what,
      who,
      what === 'remove' ? random.pick(reasons) : '',
    ])
  rows.splice(100, 0, ['30 February', 'item-99', 'remove', member('ewa').name, 'out of date'])
  rows.splice(200, 0, [`${end.slice(0, 4)}-13-45T08:00:00Z`, 'item-98', 'publish', member('joao').name, ''])
  return csvText(['time', 'item', 'action', 'decided_by', 'reason'], rows)
}

/** `decisions.csv`: the register of decisions, with the gaps such registers have. */
export function decisionsFile(seed: string, end: string): string {
  const matters: Record<string, readonly string[]> = {
    direction: ['Order of the roadmap', 'Hiring', 'A partner', 'A date', 'Scope of a release'],
    processes: ['How we review', 'How we onboard', 'Where we meet', 'Who is on call', 'What we write down'],
  }
  const rows = [...acts(seed, end, 'direction', direction, 9), ...acts(seed, end, 'processes', processes, 6)]
    .sort(byTime)
    .map(({ instant, what, who, random }, index) => [
      instant.slice(0, 10),
      `D-${index + 1}`,
      what,
      random.pick(matters[what] ?? []),
      who,
    ])
  return csvText(['date', 'number', 'area', 'matter', 'decided_by'], rows)
}
