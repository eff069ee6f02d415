// A hostile charter takes its time, and nobody else's: it is read in a thread, and others are answered meanwhile.
import { limits } from '@equalizer/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOrganizations, type TestOrganization } from '../measures/test-organization.ts'
import { readInThread } from './reading-thread.ts'

let made: TestOrganization
beforeAll(async () => {
  made = await startOrganizations('2026-06-01')
  await made.make('small')
})
afterAll(() => made.server.close())

const path = '/api/organizations/{organization}'
const organization = 'small'
/** Seconds of work for the parser: every line is an error of its own. */
const hostile = '\ta: b\n'.repeat(limits.charterParts - 1).slice(0, limits.charterBytes)
const check = (yaml: string) =>
  made.server.stewardCall(`POST ${path}/charter/check`, { organization }, { body: { yaml } })

test('others are answered while one is checked', async () => {
  // The thread is there and waits, so that only reading is left to do.
  await check('equalizer: 1')
  const order: string[] = []
  const checked = check(hostile).then(answer => {
    order.push('checked')
    return answer
  })
  for (let asked = 1; asked <= 3; asked += 1) {
    const board = await made.server.stewardCall(`GET ${path}/board`, { organization })
    order.push(board.ok ? 'board' : board.problem.code)
  }
  const answer = await checked
  expect(order).toEqual(['board', 'board', 'board', 'checked'])
  expect(answer.ok && answer.value.problems.length).toBe(limits.charterProblems)
})

test('what is read one after the other comes back to whoever sent it; too many at a time are refused', async () => {
  const named = (name: string) => `equalizer: 1\norganization: {id: x, name: ${name}}\n`
  const all = await Promise.all(Array.from({ length: 17 }, (_, i) => readInThread(named(`N${i}`))))
  const names = all.map(one =>
    one.ok ? (one.value.ok ? one.value.value.organization.name : '?') : one.refusal.code,
  )
  expect(names).toEqual([...Array.from({ length: 16 }, (_, i) => `N${i}`), 'charter.busy'])
})
