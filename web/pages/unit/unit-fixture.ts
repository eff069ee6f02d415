// Made up: what a server would answer to the unit page of the fixture organization, with as many observations as asked for.
import type { Board, ObservationRow, Session, UnitView } from '@equalizer/client'
import type { UnitReport } from '@equalizer/measure'
import type { Answers, Asked } from '../../fixtures/app-page.ts'
import { fixtureReport } from '../../fixtures/report.ts'
import { presetOf, ruleAnswers } from '../../fixtures/rules.ts'

const base = '/api/organizations/northwind'
const today = '2026-11-21'
const dayMs = 86_400_000
const pageRows = 200

const kinds = ['commit.merged', 'review.approved', 'vote.cast', 'payment.made', 'signer.held']
const abouts = [
  'Move the treasury to a multisig with five signers',
  'docs/handover.md',
  'Proposal 14: hosting for another year',
  null,
  'שינוי סדר הקדימויות לרבעון הבא',
]
const references = [
  '4e1243bd22c66e76c2ba9eddc1f91394e57f9f83',
  'https://example.org/northwind/pull/214',
  'votes.csv:17',
  '0x88df016429689c079f3b2f6ad39fa052532c56795b733da78a91ebe6a713944b',
  'javascript:alert(1)',
]

/** The `row`th observation, the same at every call. */
export function observationAt(row: number, unit: UnitReport): ObservationRow {
  const holders = unit.surfaces[0]?.holders ?? []
  const holder = row % 7 === 6 ? undefined : holders[row % Math.max(1, Math.min(holders.length, 9))]
  const kind = kinds[row % kinds.length] ?? 'commit.merged'
  return {
    source: 'history',
    row,
    kind,
    actor: holder ? `github:${holder.id}` : null,
    name: holder?.name ?? null,
    party: holder ? { id: holder.id, name: holder.name } : null,
    bot: false,
    at: kind === 'signer.held' ? null : new Date(Date.parse(today) - row * 5_400_000).toISOString(),
    weight: kind === 'payment.made' ? '1250.5' : '1',
    asset: kind === 'payment.made' ? 'EUR' : 'act',
    about: abouts[row % abouts.length] ?? null,
    choice: kind === 'vote.cast' ? 'For' : null,
    reference: references[row % references.length] ?? '',
  }
}

const classes = [
  {
    id: 'small',
    name: 'Small payments',
    filter: { acts: ['treasury.pay', 'treasury.move'], where: [] },
    consequence: 40,
    rule: presetOf(2),
  },
  {
    id: 'rest',
    name: 'Everything else',
    filter: { acts: ['*'], where: [] },
    consequence: 100,
    rule: presetOf(0),
  },
]

function boardUnit(unit: UnitReport, isGoverned: boolean): Board['units'][number] {
  const bound = unit.surfaces.find(surface => surface.id === unit.binding)
  return {
    ...unit,
    binding: bound ? { id: bound.id, name: bound.name, K: bound.K, parties: bound.parties } : null,
    surfaces: unit.surfaces.length,
    before: null,
    ...(isGoverned ? { declared: 14 } : {}),
    rules: {
      governed: isGoverned,
      claimed: isGoverned ? unit.declared : null,
      classes: [],
      openDecisions: isGoverned ? 2 : 0,
    },
  }
}

export interface FixtureOptions {
  readonly units?: readonly UnitReport[]
  /** Whether units have rules of their own. */
  readonly governed?: boolean
  readonly role?: 'steward' | 'reader'
  readonly observations?: number
  readonly basis?: UnitView['basis']
}

function session(role: 'steward' | 'reader'): Session {
  return {
    user: { id: 'u-1', name: 'Ada' },
    memberships: [{ organization: 'northwind', name: 'Northwind Commons', role, simulated: true }],
    server: { version: '0.1.0', today, firstRun: false, mayReadPaths: true, project: null },
  }
}

function listed(asked: Asked, unit: UnitReport, total: number) {
  const { query } = asked
  const wanted = (row: ObservationRow) =>
    (!query.get('kind') || row.kind === query.get('kind')) &&
    (!query.get('party') || row.party?.id === query.get('party')) &&
    (!query.get('q') ||
      JSON.stringify(row)
        .toLowerCase()
        .includes((query.get('q') ?? '').toLowerCase()))
  const filtered = ['kind', 'party', 'q'].some(name => query.get(name))
  const all = filtered
    ? Array.from({ length: Math.min(total, 2_000) }, (_, i) => observationAt(i + 1, unit)).filter(wanted)
    : null
  const from = Number(query.get('cursor') ?? 0)
  const count = all?.length ?? total
  const to = Math.min(count, from + pageRows)
  const rows = Array.from(
    { length: to - from },
    (_, i) => all?.[from + i] ?? observationAt(from + i + 1, unit),
  )
  if (query.get('order') === 'asc') rows.reverse()
  return { rows, next: to < count ? String(to) : null, total: count, exact: true }
}

function one(row: number, unit: UnitReport) {
  const surface = unit.surfaces[0]
  return {
    ...observationAt(row, unit),
    id: `git:${row}`,
    required: null,
    files: [
      { path: 'treasury/signers.yaml', added: 12, deleted: 3 },
      {
        path: 'docs/a-folder-with-a-long-name/and-another-one/handover-of-the-bank-account.md',
        added: 140,
        deleted: 0,
      },
      { path: 'logo.png', added: null, deleted: null },
    ],
    filesMore: 4,
    attributes: { verdict: 'commented', '<b>note</b>': 'as the source says it' },
    countedBy: surface
      ? [{ unit: unit.id, unitName: unit.name, surface: surface.id, surfaceName: surface.name, weight: '1' }]
      : [],
  }
}

/** Twenty days up to today, as the server recorded them. */
function recorded(units: readonly UnitReport[]) {
  return Array.from({ length: 20 }, (_, i) => ({
    day: new Date(Date.parse(today) - (19 - i) * dayMs).toISOString().slice(0, 10),
    units: units.map(({ id, declared, measured }) => ({
      id,
      declared,
      score: measured.score === null ? null : Math.max(0, measured.score - (19 - i) / 4),
      high: measured.high,
    })),
  }))
}

function viewOf(unit: UnitReport, asOf: string, basis: UnitView['basis']): UnitView {
  const { organization, rulebook, inputHash } = fixtureReport()
  return {
    asOf,
    basis,
    organization,
    rulebook,
    inputHash,
    unit,
    feeds: unit.surfaces.map(surface => ({
      surface: surface.id,
      source: 'history',
      kinds: ['commit.merged', 'review.approved'],
      path: null,
    })),
  }
}

export function unitAnswers(options: FixtureOptions = {}): Answers {
  const report = fixtureReport()
  const { units = report.units, role = 'steward', governed = false } = options
  const { observations = 214, basis = 'current' } = options
  const change = {
    version: 2,
    kind: 'unit.declared',
    at: `${today}T12:00:00Z`,
    by: 'Ada',
    facts: {},
    undoes: null,
    undoneBy: null,
    undoable: true,
  }
  return asked => {
    const { name, query } = asked
    const asOf = query.get('asOf') ?? today
    const of = (part: string) => name === `GET ${base}${part}`
    if (name === 'GET /api/session') return { json: session(role) }
    if (of('')) return { json: { ...report.organization, id: 'northwind', role } }
    if (of('/board')) {
      const { organization, headline, weakest, inputHash, notes } = report
      return {
        json: {
          organization,
          asOf,
          basis,
          measuredAt: `${today}T08:00:00Z`,
          charterVersion: 1,
          headline,
          weakest,
          rulebook: report.rulebook.version,
          inputHash,
          units: units.map(unit => boardUnit(unit, governed)),
          people: { actors: 63, parties: 41, bots: 2 },
          sources: { all: 3, refused: 1, observations },
          notes,
        },
      }
    }
    const ruled = ruleAnswers(base, {
      units,
      governed: governed ? Object.fromEntries(units.map(({ id }) => [id, classes])) : {},
    })(asked)
    if (ruled) return ruled
    if (of('/days')) return { json: { first: '2025-11-01', today, recorded: recorded(units) } }
    if (of('/jobs')) return { json: { jobs: [] } }
    const [, id] = name.match(/^(?:GET|PATCH) .*\/units\/([^/]+)$/) ?? []
    const unit = units.find(known => known.id === id) ?? units[0]
    if (id !== undefined && !units.some(known => known.id === id)) {
      return {
        status: 404,
        json: { code: 'unit.unknown', reason: 'There is no such unit.', facts: {}, request: 'r-1' },
      }
    }
    if (name.startsWith('PATCH')) return { json: change }
    if (id !== undefined && unit) return { json: viewOf(unit, asOf, basis) }
    const asking = units.find(known => known.id === query.get('unit')) ?? units[0]
    if (of('/observations') && asking) return { json: listed(asked, asking, observations) }
    const [, row] = name.match(/^GET .*\/observations\/history\/(\d+)$/) ?? []
    if (row && asking) return { json: one(Number(row), asking) }
    return null
  }
}
