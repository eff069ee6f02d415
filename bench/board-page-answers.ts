// Made-up answers for the board's page: an organization `of-<n>` has n units and 60 recorded days.
import type { Board, BoardUnit } from '@equalizer/client'

const today = '2026-11-21'
const dayMs = 86_400_000

function unit(i: number): BoardUnit {
  const score = (i * 37) % 101
  const surface = { id: 'approvals', name: 'Approvals of changes', K: (i % 9) + 1, parties: 40 }
  return {
    id: `unit-${i}`,
    name: `Unit ${i + 1}`,
    declared: (i * 61) % 101,
    target: i % 3 === 0 ? { position: 75, by: '2027-06-01' } : null,
    measured: { score, low: score, high: Math.min(100, score + (i % 5) * 4) },
    state: i % 11 === 0 ? 'unproven' : 'proven',
    coverage: 0.6 + (i % 4) / 10,
    binding: surface,
    explanation: {
      verdict: 'Promise ahead of facts',
      sentence: `Approvals of changes: ${surface.K} parties together make 51% of the approvals in the last 90 days.`,
      actors: [],
      raise: null,
    },
    surfaces: 2,
    before: null,
    rules: null,
  }
}

function board(id: string, units: number): Board {
  return {
    organization: { id, name: `Of ${units}`, simulated: false, charter: 'given' },
    asOf: today,
    basis: 'current',
    measuredAt: `${today}T09:00:00.000Z`,
    charterVersion: 3,
    headline: { lead: 'Most units are on their way.', alarm: 'Unit 1 is Shared in name only.', rest: '' },
    weakest: 'unit-0',
    rulebook: '1.0.0',
    inputHash: '0'.repeat(64),
    units: Array.from({ length: units }, (_, i) => unit(i)),
    people: { actors: 90, parties: 60, bots: 1 },
    sources: { all: 3, refused: 0, observations: 120_000 },
    notes: [],
  }
}

function days(units: readonly BoardUnit[]) {
  const last = Date.parse(`${today}T00:00:00Z`)
  const recorded = Array.from({ length: 60 }, (_, i) => ({
    day: new Date(last - (59 - i) * dayMs).toISOString().slice(0, 10),
    units: units.map(({ id, declared, measured: { score, high } }) => ({ id, declared, score, high })),
  }))
  return { first: '2026-01-01', today, recorded }
}

const held = new Map<string, { readonly board: Board; readonly days: unknown }>()

function organization(id: string) {
  const found = held.get(id)
  if (found) return found
  const one = board(id, Number(id.slice('of-'.length)))
  const made = { board: one, days: days(one.units) }
  held.set(id, made)
  return made
}

const facts = ({ organization: { id, name, charter }, units }: Board) => ({
  id,
  name,
  simulated: false,
  role: 'steward',
  charter,
  created: `${today}T08:00:00.000Z`,
  measured: today,
  headline: '',
  units: units.length,
  sources: 3,
})

/** null: nobody asks for that here. */
export function boardAnswer(path: string): unknown {
  const [, , what, id, part] = path.split('/')
  const memberships = ['of-7', 'of-1000'].map(one => ({ organization: one, name: one, role: 'steward' }))
  if (what === 'session') {
    const server = { version: '0', today, firstRun: false, mayReadPaths: false, project: null }
    return { user: { id: 'bench', name: 'Bench' }, memberships, server }
  }
  if (what !== 'organizations' || id === undefined) return { organizations: [] }
  const one = organization(id)
  switch (part) {
    case undefined:
      return facts(one.board)
    case 'board':
      return one.board
    case 'days':
      return one.days
    case 'changes':
      return { changes: [], next: null }
    case 'jobs':
      return { jobs: [] }
    case 'sources':
      return { sources: [] }
    default:
      return null
  }
}
