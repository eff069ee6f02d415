// What a log line holds, for machines and for people, and what it never holds.
import { expect, test } from 'vitest'
import { openTestStore } from '../store/testing.ts'
import { createLogger } from './logger.ts'
import { readableLine } from './readable-line.ts'

function logged(act: (log: ReturnType<typeof createLogger>) => void, readable = false): string {
  let text = ''
  const sink = {
    write: (line: string) => {
      text += line
    },
  }
  act(createLogger(sink, { level: 'debug', readable }))
  return text
}

test('a line is JSON with time, level and facts', () => {
  const line = JSON.parse(logged(log => log.info({ request: 'r1', status: 200 }, 'request'))) as object
  expect(line).toEqual({ level: 'info', at: expect.any(String), request: 'r1', status: 200, msg: 'request' })
})

test('secrets are left out, wherever they stand', () => {
  const text = logged(log =>
    log.warn({
      token: 'hush1',
      headers: { cookie: 'hush2', authorization: 'hush3' },
      a: { b: { secret: 'hush4' } },
    }),
  )
  expect(text).not.toContain('hush')
  expect(text).toContain('[left out]')
})

test('a fault comes with where it was', () => {
  const error = new Error('broken')
  expect(logged(log => log.error({ err: error }, 'it failed'))).toContain('logger.test.ts')
  expect(logged(log => log.error({ err: error }, 'it failed'), true)).toMatch(
    /error: it failed\nError: broken\n\s+at /,
  )
})

test('a fault of the database is told without the values of its statement: names, keys, rows', async () => {
  const { db, close } = await openTestStore()
  const row = { organization_id: 'acme', person_id: 'p-0x3k', key: 'hush1' }
  const twice = db.insertInto('person_keys').values([row, row]).execute()
  const nothing = db
    .insertInto('person_keys')
    .values({ ...row, key: null as never })
    .execute()
  for (const asked of [twice, nothing]) {
    const error = await asked.catch((fault: unknown) => fault)
    expect(JSON.stringify(error)).toContain('p-0x3k')
    const around = new Error('it was not stored', { cause: error })
    for (const err of [error, around, new AggregateError([error], 'both failed')]) {
      const text = logged(log => log.error({ err }, 'it failed'))
      expect(text).toContain('logger.test.ts')
      expect(text).not.toMatch(/hush|p-0x3k/)
    }
  }
  await close()
})

test('for a person it is one readable line, in which nobody’s name steers the terminal', () => {
  const line = logged(log => log.info({ name: 'a\u001b[2Jb\r' }, 'put in'), true)
  expect(line).toMatch(/^\d{2}:\d{2}:\d{2} put in name=a.\[2Jb.\n$/)
  expect(line).not.toContain('\u001b')
})

test('what is no JSON stays as it is', () => {
  expect(readableLine('plain\n')).toBe('plain\n')
})
