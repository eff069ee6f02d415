// A fixed, made-up report for tests: every state that a unit can be in, wide and hostile names, refused rows.
import type { Report, SurfaceReport, UnitReport } from '@equalizer/measure'

const unknown = { score: null, low: null, high: null }
const metrics = {
  hhi: null,
  gini: null,
  theil: null,
  shannonBits: null,
  minEntropyBits: null,
  evenness: null,
  maxShare: null,
  top10Share: null,
  nakamotoThird: null,
  votingBlocEntropyBits: null,
  participation: null,
}

function sampleSurface(said: Partial<SurfaceReport>): SurfaceReport {
  return {
    id: 'merges',
    name: 'Who merges',
    necessary: true,
    quota: { rule: 'share', numerator: 1, denominator: 2, strict: true },
    window: '365d',
    K: 2,
    K_b: null,
    N2: 2.4,
    parties: 4,
    coverage: 1,
    score: 30.1,
    low: 30.1,
    high: 30.1,
    total: '100',
    asset: 'commit',
    unknown: { share: 0, count: 0 },
    observations: 100,
    lastDate: '2026-06-29',
    holders: [
      { id: 'ada', name: 'Ada Lovelace', weight: '48', share: 0.48, decides: true },
      { id: 'li', name: '李小龙', weight: '30', share: 0.3, decides: true },
      { id: 'bo', name: '=HYPERLINK("http://x")', weight: '22', share: 0.22, decides: false },
    ],
    lorenz: [],
    metrics,
    windows: {},
    history: [],
    ...said,
  }
}

function sampleUnit(said: Partial<UnitReport>): UnitReport {
  return {
    id: 'technology',
    name: 'Technology',
    declared: 25,
    target: null,
    measured: { score: 30.1, low: 30.1, high: 30.1 },
    state: 'proven',
    coverage: 1,
    binding: 'merges',
    surfaces: [sampleSurface({})],
    explanation: {
      verdict: 'In step',
      sentence: 'Who merges: Ada Lovelace and 李小龙 together make 78% of the commits in the last 365 days.',
      actors: ['Ada Lovelace', '李小龙'],
      raise: null,
    },
    history: [],
    ...said,
  }
}

const finance = sampleUnit({
  id: 'finance',
  name: 'Finance',
  declared: 75,
  target: { position: 90, by: '2027-01-31' },
  measured: { score: 0, low: 0, high: 0 },
  binding: 'bank',
  surfaces: [
    sampleSurface({
      id: 'bank',
      name: '@SUM(A1) Bank account',
      quota: { rule: 'override' },
      window: 'standing',
      K: 1,
      N2: 1,
      score: 0,
      low: 0,
      high: 0,
      parties: 1,
      observations: 1,
      lastDate: null,
      total: '1',
      asset: 'override',
      holders: [{ id: 'ada', name: 'Ada Lovelace', weight: '1', share: 1, decides: true }],
    }),
  ],
  explanation: {
    verdict: 'Promise ahead of facts',
    sentence: 'Bank account: Ada Lovelace can override every decision alone.',
    actors: ['Ada Lovelace'],
    raise: {
      surface: 'bank',
      change: { kind: 'override' },
      from: 0,
      to: 48,
      unitTo: 48,
      sentence: 'If no single party could override, 0 would become 48.',
    },
  },
})

const curation = sampleUnit({
  id: 'curation',
  name: '内容策展 with a name that is much longer than a unit would ever sensibly be called by anybody at all',
  declared: 50,
  measured: { score: 12.4, low: 12.4, high: 71.6 },
  state: 'unproven',
  coverage: 0.553,
  surfaces: [
    sampleSurface({
      score: 12.4,
      low: 12.4,
      high: 71.6,
      coverage: 0.553,
      unknown: { share: 0.447, count: 12 },
      window: '90d',
    }),
  ],
  explanation: {
    verdict: 'Unproven',
    sentence: 'Too much of what is removed has no known holder.',
    actors: [],
    raise: null,
  },
})

const processes = sampleUnit({
  id: 'processes',
  name: 'Internal processes',
  declared: null,
  measured: { score: null, low: null, high: 47.7 },
  state: 'unproven',
  coverage: 0.5,
  surfaces: [
    sampleSurface({ id: 'votes', name: 'Votes' }),
    sampleSurface({
      ...unknown,
      id: 'docs',
      name: 'Documents',
      window: null,
      K: null,
      K_b: null,
      N2: null,
      parties: 0,
      observations: 0,
      coverage: null,
      holders: [],
      lastDate: null,
      total: '0',
    }),
  ],
  explanation: { verdict: 'Unproven', sentence: 'Documents have no evidence yet.', actors: [], raise: null },
})

const team = sampleUnit({
  id: 'core-team',
  name: 'Core team',
  declared: null,
  measured: unknown,
  state: 'unknown',
  coverage: 0,
  binding: null,
  surfaces: [],
  explanation: {
    verdict: 'No evidence yet',
    sentence: 'Nothing that was read says who decides here.',
    actors: [],
    raise: null,
  },
})

export const sampleReport: Report = {
  format: 'equalizer.report/1',
  rulebook: {
    version: '1.0.0',
    G: 10,
    minimumCoverage: 0.8,
    minimumObservations: 20,
    windowsDays: [90, 365],
  },
  inputHash: '0123456789abcdef'.repeat(4),
  asOf: '2026-06-30',
  organization: { id: 'harbour', name: 'Harbour \u001b[31mCommons', simulated: true, charter: 'given' },
  headline: {
    lead: 'One of five units is in step with what was promised.',
    alarm: 'Finance is Community in name only:',
    rest: 'Ada Lovelace can still override everything. One unit cannot be seen yet.',
  },
  weakest: 'finance',
  units: [sampleUnit({}), finance, curation, processes, team],
  identities: {
    actors: 7,
    parties: 4,
    merges: [
      {
        party: { id: 'ada', name: 'Ada Lovelace' },
        members: [
          { actor: 'email:ada@example.org', name: 'Ada Lovelace' },
          { actor: 'github:ada', name: null },
        ],
        reasons: [{ rule: 'charter', detail: 'listed as one person' }],
      },
    ],
    bots: [{ actor: 'github:renovate[bot]', name: null, rule: 'bot name', observations: 12 }],
    suggestions: [],
  },
  sources: [
    {
      id: 'payments',
      kind: 'payments',
      path: 'payments.csv',
      bytes: 1_000,
      rowsRead: 1_204,
      rowsUsed: 1_200,
      rowsRefused: 4,
      passedOver: {},
      observations: 2_400,
      duplicates: 3,
      unrouted: 0,
      refusedByCode: { 'evidence.bad_amount': 3, 'evidence.bad_time': 1 },
      refusals: [
        {
          file: 'payments.csv',
          line: 17,
          column: 'amount',
          code: 'evidence.bad_amount',
          reason: 'This is not an amount',
        },
        {
          file: 'payments.csv',
          line: 19,
          column: 'amount',
          code: 'evidence.bad_amount',
          reason: 'This is not an amount',
        },
        {
          file: 'payments.csv',
          line: 99,
          column: null,
          code: 'evidence.bad_time',
          reason: 'This is not a time',
        },
      ],
      refused: null,
      notes: ['Amounts are taken for EUR.'],
    },
    {
      id: 'keys',
      kind: 'operators',
      path: 'operators.yaml',
      bytes: null,
      rowsRead: 0,
      rowsUsed: 0,
      rowsRefused: 0,
      passedOver: {},
      observations: 0,
      duplicates: 0,
      unrouted: 0,
      refusedByCode: {},
      refusals: [],
      refused: { code: 'evidence.not_found', reason: 'there is no operators.yaml' },
      notes: [],
    },
  ],
  notes: ['12 observations are dated after 2026-06-30 and were left out.'],
}
