// The board through the front door: now, on recorded days, on days that nobody measured, and while things change.
import { accepted, withSource } from '@equalizer/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeCharter } from '../charter/change.ts'
import { acts, smallCharter, startOrganizations, type TestOrganization } from './test-organization.ts'

const org = 'small'
const path = '/api/organizations/{organization}'
let made: TestOrganization
beforeAll(async () => {
  made = await startOrganizations('2026-06-01')
})
afterAll(() => made.server.close())

async function board(asOf?: string, organization = org) {
  const answer = await made.server.stewardCall(`GET ${path}/board`, {
    organization,
    ...(asOf === undefined ? {} : { asOf }),
  })
  if (!answer.ok) throw new Error(`${answer.problem.code}: ${answer.problem.reason}`)
  return answer.value
}

async function refusal(asOf: string) {
  const answer = await made.server.stewardCall(`GET ${path}/board`, { organization: org, asOf })
  return answer.ok ? null : answer.problem.code
}

const writers = acts(
  'commit.authored',
  '2026-01-10 github:ada',
  '2026-03-10 github:bo',
  '2026-03-11 github:cy',
  '2026-05-20 github:bo',
)

describe('before anything is measured', () => {
  test('every unit of the charter is there, unknown, which is not 0', async () => {
    await made.make(org)
    const now = await board()
    expect(now).toMatchObject({ measuredAt: null, basis: 'current', inputHash: null, charterVersion: 1 })
    expect(now.units.map(({ id, state, measured }) => [id, state, measured.score])).toEqual([
      ['writes', 'unknown', null],
      ['merges', 'unknown', null],
    ])
    const input = { organization: org, unit: 'writes' }
    const one = await made.server.stewardCall(`GET ${path}/units/{unit}`, input)
    expect(one.ok ? null : one.problem.code).toBe('board.not_measured')
    const report = await made.server.stewardCall(`GET ${path}/report`, { organization: org })
    expect(report.ok ? null : report.problem.code).toBe('board.not_measured')
  })
})

describe('measured', () => {
  beforeAll(() => made.observe(org, writers))

  test('the board says where control sits', async () => {
    const now = await board()
    expect(now).toMatchObject({
      asOf: '2026-06-01',
      basis: 'current',
      people: { actors: 3, parties: 3, bots: 0 },
    })
    expect(now.units[0]).toMatchObject({
      id: 'writes',
      state: 'proven',
      binding: { id: 'all', K: 2, parties: 3 },
      explanation: { said: { verdict: 'in_step' } },
    })
    expect(now.units[1]).toMatchObject({ id: 'merges', state: 'unknown' })
  })

  test('where a unit stood about 90 days ago', async () => {
    expect((await board()).units[0]?.before).toEqual({ date: '2026-02-28', score: 0 })
    expect((await board()).units[1]?.before).toBeNull()
  })

  test('one unit in full, with what feeds it; the whole report', async () => {
    const input = { organization: org, unit: 'writes' }
    const one = await made.server.stewardCall(`GET ${path}/units/{unit}`, input)
    expect(one).toMatchObject({
      ok: true,
      value: {
        basis: 'current',
        unit: { id: 'writes', surfaces: [{ id: 'all', observations: 4 }] },
        feeds: [{ surface: 'all', source: 'repo', kinds: ['commit.authored'], path: null }],
      },
    })
    const report = await made.server.stewardCall(`GET ${path}/report`, { organization: org })
    expect(report).toMatchObject({ ok: true, value: { format: 'equalizer.report/1', asOf: '2026-06-01' } })
    const none = await made.server.stewardCall(`GET ${path}/units/{unit}`, { ...input, unit: 'nothing' })
    expect(none.ok ? null : none.problem.code).toBe('unit.unknown')
  })

  test('a slider that is moved shows at once, and is measured anew', async () => {
    const input = { organization: org, unit: 'writes' }
    const body = { declared: 75, target: { position: 90, by: '2027-01-01' } }
    const change = await made.server.stewardCall(`PATCH ${path}/units/{unit}`, input, { body })
    expect(change).toMatchObject({
      ok: true,
      value: {
        kind: 'unit.declared',
        facts: { unit: 'writes', from: 30, to: 75, toTarget: 90 },
        undoable: true,
      },
    })
    expect((await board()).units[0]).toMatchObject({ declared: 75, target: body.target })
    await made.server.desk.jobs.idle()
    expect((await board()).units[0]?.explanation.said?.verdict).toBe('promise_ahead')
    const none = await made.server.stewardCall(
      `PATCH ${path}/units/{unit}`,
      { ...input, unit: 'nothing' },
      { body },
    )
    expect(none.ok ? null : none.problem.code).toBe('unit.unknown')
  })
})

describe('other days', () => {
  test('tomorrow is refused, and so is what lies before the evidence', async () => {
    expect(await refusal('2026-06-02')).toBe('board.day_in_future')
    expect(await refusal('2026-01-09')).toBe('board.before_evidence')
    expect(await refusal('2026-01-10')).toBeNull()
  })

  test('a day that nobody measured is measured from the evidence up to it, by the charter of then', async () => {
    const then = await board('2026-02-01')
    expect(then).toMatchObject({ asOf: '2026-02-01', basis: 'reconstructed', charterVersion: 1 })
    expect(then.units[0]).toMatchObject({ declared: 30, measured: { score: 0 } })
    expect(then.sources.observations).toBe(1)
    expect(then.notes).toContain('3 observations are dated after 2026-02-01 and were left out.')
  })

  test('whoever asks at the same time gets the same measuring; later it is kept', async () => {
    const counted = async () => {
      const { n } = await made.server.desk.store.db
        .selectFrom('reports')
        .select(({ fn }) => fn.sum<number>('measured_ms').as('n'))
        .where('organization_id', '=', org)
        .where('day', '=', '2026-03-15')
        .executeTakeFirstOrThrow()
      return Number(n)
    }
    const all = await Promise.all(['2026-03-15', '2026-03-15', '2026-03-15'].map(day => board(day)))
    expect(new Set(all.map(one => one.measuredAt)).size).toBe(1)
    const before = await counted()
    const report = await made.server.stewardCall(`GET ${path}/report`, {
      organization: org,
      asOf: '2026-03-15',
    })
    expect(report.ok && report.value.inputHash).toBe(all[0]?.inputHash)
    expect(await counted()).toBe(before)
  })

  test('what was recorded stays what it was; what was reconstructed follows the evidence', async () => {
    made.clock.set('2026-06-02')
    await made.observe(org, [...writers, ...acts('commit.authored', '2026-01-12 github:dee')])
    const { value: days } = (await made.server.stewardCall(`GET ${path}/days`, { organization: org })) as {
      value: {
        first: string
        today: string
        recorded: { day: string; units: { id: string; declared: number }[] }[]
      }
    }
    expect(days).toMatchObject({ first: '2026-01-10', today: '2026-06-02' })
    expect(days.recorded.map(({ day }) => day)).toEqual(['2026-06-01', '2026-06-02'])
    expect(days.recorded[0]?.units[0]).toMatchObject({ id: 'writes', declared: 75 })
    expect(await board('2026-06-01')).toMatchObject({ basis: 'recorded', sources: { observations: 4 } })
    expect(await board('2026-02-01')).toMatchObject({ basis: 'reconstructed', sources: { observations: 2 } })
  })

  test('evidence that came after the charter of a day speaks about that day all the same', async () => {
    const empty = smallCharter({ units: [], sources: [] })
    await made.make('late', empty, false)
    const { stewardCall, desk } = made.server
    await changeCharter(desk, 'late', {
      kind: 'source.added',
      facts: {},
      by: { user: { id: made.server.steward.id, name: 'Test' }, by: 'Test' },
      edit: charter =>
        accepted(withSource(charter, { id: 'repo', kind: 'git', path: '.' }, { given: false })),
    })
    await made.observe('late', writers)
    const then = await stewardCall(`GET ${path}/board`, { organization: 'late', asOf: '2026-02-01' })
    expect(then.ok && then.value.units.find(({ id }) => id === 'technology')?.state).not.toBe('unknown')
  })
})

test('one organization sees nothing of another', async () => {
  await made.make('other')
  expect((await board(undefined, 'other')).measuredAt).toBeNull()
  await made.observe('other', acts('commit.merged', '2026-05-01 github:zoe'))
  expect((await board(undefined, 'other')).people.actors).toBe(1)
  expect((await board()).people.actors).toBe(4)
})
