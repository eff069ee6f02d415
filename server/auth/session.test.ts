// Entering by the printed link, and leaving.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ project: { name: 'equalizer', path: '/somewhere' } })
})
afterAll(() => server.close())

const enter = (token: string) => server.call('POST /api/session', {}, { body: { token } })

test('a link works once, and its cookie is out of reach for scripts and other sites', async () => {
  const token = await server.auth.newLink()
  const answer = await server.fetch('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  expect(await answer.json()).toMatchObject({ user: { name: 'Steward' } })
  const cookie = answer.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^equalizer\.session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
  expect(await enter(token)).toMatchObject({ ok: false, problem: { code: 'session.link_invalid' } })
})

test('a link that was never made, or is past its hour, is refused', async () => {
  expect(await enter('x'.repeat(32))).toMatchObject({ ok: false, problem: { code: 'session.link_invalid' } })
  const token = await server.auth.newLink()
  await sql`update auth_verification set "expiresAt" = now() - interval '1 second'`.execute(
    server.desk.store.db,
  )
  expect(await enter(token)).toMatchObject({ ok: false, problem: { code: 'session.link_invalid' } })
})

test('tokens are not stored as they are', async () => {
  const token = await server.auth.newLink()
  const { rows } = await sql`select * from auth_verification`.execute(server.desk.store.db)
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('several links asked for at once are each good', async () => {
  const tokens = await Promise.all([1, 2, 3].map(() => server.auth.newLink()))
  expect(new Set(tokens).size).toBe(3)
  for (const token of tokens) expect(await enter(token)).toMatchObject({ ok: true })
})

test('what is past its time is thrown away', async () => {
  const { db } = server.desk.store
  await server.auth.newLink()
  const gone = await server.enterAs('gone')
  await sql`update auth_verification set "expiresAt" = now() - interval '1 second'`.execute(db)
  await sql`update auth_session set "expiresAt" = now() - interval '1 second' where "userId" = ${gone.id}`.execute(
    db,
  )
  await server.auth.sweep()
  const { rows: links } = await sql`select 1 from auth_verification`.execute(db)
  const { rows: sessions } = await sql`select 1 from auth_session where "userId" = ${gone.id}`.execute(db)
  expect([links, sessions]).toEqual([[], []])
  expect(await server.stewardCall('GET /api/session', {})).toMatchObject({ ok: true, value: { user: {} } })
})

test('leaving ends the session at once, also for a copy of its cookie', async () => {
  const person = await server.enterAs('ada')
  const who = () => person.call('GET /api/session', {})
  expect(await who()).toMatchObject({ ok: true, value: { user: { name: 'ada' } } })
  expect(await person.call('DELETE /api/session', {})).toMatchObject({ ok: true })
  expect(await who()).toMatchObject({ ok: true, value: { user: null } })
})

test('a cookie that was changed or is of another server is nobody’s', async () => {
  for (const cookie of [
    `${server.cookie}x`,
    'equalizer.session=abc',
    'equalizer.session=abc.def',
    'other=1',
  ]) {
    const answer = await server.fetch('/api/session', { headers: { cookie } })
    expect(await answer.json()).toMatchObject({ user: null })
  }
})

test('only who entered by the server’s own link may anything of the server', async () => {
  const person = await server.enterAs('grace')
  const theirs = await person.call('GET /api/session', {})
  expect(theirs).toMatchObject({ ok: true, value: { server: { project: null, mayReadPaths: false } } })
  const own = await server.stewardCall('GET /api/session', {})
  expect(own).toMatchObject({
    ok: true,
    value: { server: { project: 'equalizer', mayReadPaths: true, firstRun: true } },
  })
})

test('whoever tries links without end is asked to wait', async () => {
  const other = await startTestServer({ store: server.desk.store })
  const codes = []
  for (let tries = 0; tries < 25; tries++) {
    const tried = await other.call('POST /api/session', {}, { body: { token: `guess-number-${tries}-xxxx` } })
    codes.push(tried.ok ? '' : tried.problem.code)
  }
  await other.close()
  expect(codes.slice(0, 20)).toEqual(Array(20).fill('session.link_invalid'))
  expect(codes.slice(20)).toEqual(Array(5).fill('access.too_often'))
})
