// Days gone by: a list without dates counts from the day it was read on; before it, nobody knows how that stood.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Charter, charterSchema } from '@equalizer/core'
import { surveyOrganization } from '@equalizer/evidence'
import type { UnitReport } from '@equalizer/measure'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../store/store.ts'
import { openTestStore } from '../store/testing.ts'
import { reportAsOf } from './as-of.ts'
import { unitsOfDay } from './report-rows.ts'
import { editCharter, putFolder, readFolder, testDesk } from './testing.ts'

const org = 'past'
const read = '2026-05-10'
const today = '2026-06-20'
let store: Store
let folder: string
let made: ReturnType<typeof testDesk>

function charterOf(since?: string): Charter {
  return charterSchema.parse({
    equalizer: 1,
    organization: { id: org, name: 'Past' },
    units: [
      {
        id: 'finance',
        name: 'Finance',
        surfaces: [
          { id: 'votes', name: 'Votes', evidence: [{ source: 'votes', kinds: ['vote.cast'] }] },
          {
            id: 'safe',
            name: 'Safe',
            decides: 'threshold',
            evidence: [{ source: 'operators', kinds: ['signer.held'] }],
          },
          {
            id: 'bank',
            name: 'Bank',
            decides: 'override',
            evidence: [{ source: 'operators', kinds: ['override.held'] }],
          },
        ],
      },
    ],
    sources: [
      {
        id: 'votes',
        kind: 'table',
        path: 'votes.csv',
        mapping: {
          kind: 'vote.cast',
          actor: { column: 'who', scheme: 'name' },
          time: { column: 'day' },
          asset: 'vote',
          id: 'id',
        },
      },
      { id: 'operators', kind: 'operators', path: 'operators.yaml', ...(since ? { since } : {}) },
    ],
  })
}

const operators = (signers: string) =>
  `wallets:\n  - {id: safe, required: 2, signers: [${signers}]}\noverrides:\n  - {id: bank, holder: "name:Ada"}\n`

beforeAll(async () => {
  store = await openTestStore()
  folder = await mkdtemp(join(tmpdir(), 'equalizer-past-'))
  const votes = Array.from({ length: 60 }, (_, i) => {
    const day = String(1 + (i % 27)).padStart(2, '0')
    return `${i},${['Ada', 'Bo', 'Cy'][i % 3]},2026-0${1 + (i % 5)}-${day}`
  })
  await writeFile(join(folder, 'votes.csv'), `${['id,who,day', ...votes].join('\n')}\n`)
  await writeFile(join(folder, 'operators.yaml'), operators('"name:Ada", "name:Bo", "name:Cy"'))
  made = testDesk(store, read)
  await putFolder(made.desk, org, charterOf(), true, folder)
  made.setDay(today)
  await made.measure(org)
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

async function on(day: string) {
  const found = await reportAsOf(made.desk, org, day)
  if (!found.ok || !found.value) throw new Error(`nothing of ${day}`)
  const [finance] = await unitsOfDay(store.db, org, day)
  if (!finance) throw new Error('no unit')
  return { ...found.value.report, basis: found.value.basis, finance }
}

const inHistory = (unit: UnitReport, date: string) => unit.history.find(point => point.date === date)

test('before the list was read only the bound is known, as the unit’s history says', async () => {
  const now = await on(today)
  expect(now.finance.measured).toEqual({ score: 0, low: 0, high: 0 })
  const then = await on('2026-04-30')
  expect(then.basis).toBe('reconstructed')
  expect(then.finance.measured).toMatchObject({ score: null, low: null, high: 30.1 })
  expect(then.finance.surfaces.map(({ id, score }) => [id, score])).toEqual([
    ['votes', 30.1],
    ['safe', null],
    ['bank', null],
  ])
  expect(then.notes).toContain(
    '4 observations without a date were first known after 2026-04-30: how that stood then is unknown.',
  )
  expect(inHistory(now.finance, '2026-04-30')).toEqual({ date: '2026-04-30', ...then.finance.measured })
})

test('from the day it was read on it counts, on a day and in the history', async () => {
  const day = await on(read)
  expect(day).toMatchObject({ basis: 'reconstructed', finance: { measured: { score: 0, high: 0 } } })
  const then = await on('2026-05-31')
  expect(then.finance.measured).toEqual({ score: 0, low: 0, high: 0 })
  expect(inHistory((await on(today)).finance, '2026-05-31')).toMatchObject(then.finance.measured)
  expect((await on('2026-05-09')).finance.measured.score).toBeNull()
})

test.each(['2026-04-30', '2026-05-31', today])('%s is measured as it is from the files', async day => {
  const survey = await surveyOrganization({
    charter: charterOf(read),
    charterGiven: true,
    folder,
    asOf: day,
  })
  const { finance, inputHash, headline, notes } = await on(day)
  expect(survey).toMatchObject({ inputHash, headline, notes })
  expect(survey.units).toEqual([finance])
})

test('the charter’s own word counts over the day of reading', async () => {
  const before = (await on('2026-03-31')).finance.measured
  await editCharter(made.desk, org, charter => ({
    ...charter,
    sources: charter.sources.map(one => (one.id === 'operators' ? { ...one, since: '2026-03-01' } : one)),
  }))
  await made.measure(org)
  expect(before.score).toBeNull()
  expect((await on('2026-03-31')).finance.measured.score).toBe(0)
  await editCharter(made.desk, org, () => charterOf())
})

test('a list that is read anew with other names was not known before', async () => {
  await writeFile(join(folder, 'operators.yaml'), operators('"name:Ada", "name:Bo", "name:Dee"'))
  made.setDay('2026-06-25')
  await readFolder(made.desk, org, charterOf(), folder)
  await made.measure(org)
  expect((await on('2026-06-25')).finance.measured.score).toBe(0)
  expect((await on('2026-06-24')).finance.measured.score).toBeNull()
  expect(await on(today)).toMatchObject({ basis: 'recorded', finance: { measured: { score: 0 } } })
})

test('what was read is known today, though the clock went back since', async () => {
  made.setDay('2026-06-12')
  await made.measure(org)
  const [finance] = await unitsOfDay(store.db, org, '2026-06-12')
  expect(finance?.measured.score).toBe(0)
})
