// In which state a source is said to be.
import type { Job, SourceState } from '@equalizer/client'
import { expect, test } from 'vitest'
import { isUnderWay, problemOf, stateOf } from './source-state.ts'

const at = '2026-11-21T14:00:00Z'
const job = (part: Partial<Job>): Job => ({
  id: 'j',
  kind: 'import',
  source: 's',
  state: 'done',
  phase: 'finished',
  done: 0,
  total: null,
  observations: 0,
  problem: null,
  created: at,
  started: at,
  finished: at,
  ...part,
})
const current: SourceState['current'] = {
  read: at,
  bytes: 1,
  rowsRead: 1,
  rowsUsed: 1,
  rowsRefused: 0,
  observations: 1,
  first: null,
  last: null,
  problem: null,
}
const source = (part: Partial<SourceState>): SourceState => ({
  id: 's',
  name: 's.csv',
  kind: 'table',
  origin: 'upload',
  reading: { kind: 'table' },
  added: at,
  removed: null,
  everyMinutes: null,
  nextRead: null,
  job: job({}),
  current,
  feeds: [],
  ...part,
})
const problem = { code: 'evidence.bad', reason: 'No.' }

test.each([
  ['read', source({})],
  ['read', source({ job: null })],
  ['neverRead', source({ job: null, current: null })],
  ['waiting', source({ job: job({ state: 'waiting', phase: 'waiting' }), current: null })],
  ['reading', source({ job: job({ state: 'running', phase: 'reading' }) })],
  ['storing', source({ job: job({ state: 'running', phase: 'storing' }) })],
  ['failed', source({ job: job({ state: 'failed', problem }) })],
  ['failed', source({ current: { ...current, problem } })],
  ['cancelled', source({ job: job({ state: 'cancelled' }), current: null })],
  ['removed', source({ removed: at, job: job({ state: 'running' }) })],
] as const)('%s', (state, of) => {
  expect(stateOf(of)).toBe(state)
})

test('only what waits or runs is under way', () => {
  expect(['waiting', 'reading', 'storing', 'measuring'].map(state => isUnderWay(state as 'waiting'))).toEqual(
    [true, true, true, true],
  )
  expect(isUnderWay('failed')).toBe(false)
})

test('a problem of the job comes before one of an older reading', () => {
  const failed = source({
    job: job({ state: 'failed', problem }),
    current: { ...current, problem: { code: 'older', reason: '' } },
  })
  expect(problemOf(failed)).toEqual(problem)
  expect(problemOf(source({}))).toBeNull()
})
