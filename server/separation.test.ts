// Two organizations in one server: with the ids of one, nothing is seen or changed from the other.
import { createHash } from 'node:crypto'
import { contract, type EndpointName } from '@equalizer/client/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestPerson, type TestServer } from './testing.ts'

let server: TestServer
let mallory: TestPerson
let ours = ''
/** What only our organization has, by the name of the parameter that takes it. */
let ids: Record<string, string> = {}

beforeAll(async () => {
  server = await startTestServer()
  const made = await server.stewardCall(
    'POST /api/organizations',
    {},
    { body: { start: { from: 'example' } } },
  )
  if (!made.ok) throw new Error(made.problem.reason)
  ours = made.value.organization.id
  await server.addOrganization('theirs')
  mallory = await server.enterAs('mallory', { theirs: 'steward' })
  await server.desk.jobs.idle()
  ids = await idsOfOurs()
  // What the acts in there had measured is over before anything is compared.
  await server.desk.jobs.idle()
  await server.desk.logs.idle()
})
afterAll(() => server.close())

async function idsOfOurs(): Promise<Record<string, string>> {
  const upload = await server.stewardCall(
    'POST /api/organizations/{organization}/uploads',
    { organization: ours, name: 'votes.csv' },
    { body: new TextEncoder().encode('proposal,voter,choice\n1,ada,yes\n') },
  )
  if (!upload.ok) throw new Error(upload.problem.reason)
  const body = { name: 'ours', organization: ours, scopes: ['read' as const] }
  const key = await server.stewardCall('POST /api/keys', {}, { body })
  const jobs = await server.stewardCall('GET /api/organizations/{organization}/jobs', { organization: ours })
  if (!jobs.ok || !key.ok) throw new Error('no jobs or no key')
  return {
    upload: upload.value.upload,
    key: key.value.id,
    job: jobs.value.jobs[0]?.id ?? '',
    source: 'log',
    unit: 'finance',
    row: '1',
    // The other organization has its own first version; ours alone has a second.
    version: '2',
    entry: '1',
    ...(await doorIdsOfOurs()),
  }
}

/** A decision that is open, somebody who takes part in it, a document; a view is of every organization or of none. */
async function doorIdsOfOurs() {
  const at = { organization: ours }
  const send = async (type: string, payload: object) => {
    const sent = await server.stewardCall('POST /api/organizations/{organization}/door', at, {
      body: { command: { kind: 'act', act: { type, unit: 'organization', payload } } } as never,
    })
    if (!sent.ok) throw new Error(`${sent.problem.code}: ${sent.problem.reason}`)
    return sent.value
  }
  const added = await server.stewardCall('POST /api/organizations/{organization}/members', at, {
    body: { name: 'Ours' },
  })
  const shown = await server.stewardCall('GET /api/organizations/{organization}/rules', at)
  const kept = await server.stewardCall('POST /api/organizations/{organization}/documents', at, {
    body: { base64: Buffer.from('ours').toString('base64') },
  })
  if (!added.ok || !shown.ok || !kept.ok) throw new Error('the door is shut')
  await send('charter.admit', { person: added.value.id })
  const [everything] = shown.value.units[0]?.classes ?? []
  const rule = shown.value.presets[2]?.rule
  await send('rule.move', { unit: 'organization', classes: [{ ...everything, rule }] })
  const opened = await send('charter.grant_role', { person: added.value.id, role: 'lead' })
  return {
    decision: opened.decision ?? '',
    person: added.value.id,
    cid: kept.value.cid,
    view: 'none.such',
  }
}

/** A valid body for each endpoint that takes both an id and a body, so that the id is what it fails by. */
const bodies: Partial<Record<EndpointName, object>> = {
  'POST /api/organizations/{organization}/uploads/{upload}/preview': { reading: { kind: 'snapshot' } },
  'PATCH /api/organizations/{organization}/units/{unit}': { declared: 1 },
  'PATCH /api/organizations/{organization}/sources/{source}': { everyMinutes: 60 },
}

const byId = (Object.keys(contract) as EndpointName[]).filter(name => /\{(?!organization\})\w+\}/.test(name))

/** One number over all rows of ours, in every table that leads with an organization's id. */
async function stateOfOurs(): Promise<string> {
  const { db } = server.desk.store
  const tables = await sql<{ table_name: string }>`
    select table_name from information_schema.columns
    where column_name = 'organization_id' and table_schema = 'public' order by table_name`.execute(db)
  if (tables.rows.length < 10) throw new Error('the tables of an organization are not found')
  const hash = createHash('sha256')
  for (const { table_name } of tables.rows) {
    const { rows } = await sql<{ row: string }>`
      select t::text as row from ${sql.table(table_name)} t where organization_id = ${ours} order by 1`.execute(
      db,
    )
    hash.update(table_name).update(JSON.stringify(rows))
  }
  return hash.digest('hex')
}

test('what is tried here is there', async () => {
  expect(byId.length).toBeGreaterThan(10)
  expect(Object.keys(ids)).toHaveLength(12)
  for (const value of Object.values(ids)) expect(value).not.toBe('')
  const finance = { organization: ours, unit: 'finance' }
  expect(
    await server.stewardCall('GET /api/organizations/{organization}/units/{unit}', finance),
  ).toMatchObject({
    ok: true,
  })
})

test.each(byId)('%s knows none of our ids in their organization', async name => {
  const before = await stateOfOurs()
  const [method = '', path = ''] = name.split(' ')
  const address = path
    .replace('{organization}', 'theirs')
    .replace(/\{(\w+)\}/g, (_, id: string) => ids[id] ?? `no id is known for {${id}}`)
  const body = bodies[name]
  const answer = await server.fetch(address, {
    method,
    headers: { cookie: mallory.cookie, origin: server.origin, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const said = (await answer.json()) as { code: string }
  // Nothing is measured there yet: said of any unit, ours or none.
  expect(said.code).toMatch(/\.unknown$|^board\.not_measured$/)
  expect(await stateOfOurs()).toBe(before)
})

test('our upload and our handles are nothing in their organization', async () => {
  const before = await stateOfOurs()
  const theirs = { organization: 'theirs' }
  const reading = { kind: 'snapshot' as const }
  const connected = await mallory.call('POST /api/organizations/{organization}/sources', theirs, {
    body: { from: { upload: ids.upload ?? '' }, reading },
  })
  expect(connected).toMatchObject({ ok: false, problem: { code: 'upload.unknown' } })
  for (const path of ['people', 'observations', 'search?q=a', 'sources', 'jobs', 'changes']) {
    const answer = await server.fetch(`/api/organizations/theirs/${path}`, {
      headers: { cookie: mallory.cookie },
    })
    const text = await answer.text()
    expect(text).not.toContain('Amara')
    expect(text).not.toContain('finance')
  }
  expect(await stateOfOurs()).toBe(before)
})

test('a list of organizations has the caller’s alone, and with a key its own alone', async () => {
  const listed = async (call: TestServer['call']) => {
    const answer = await call('GET /api/organizations', {})
    return answer.ok ? answer.value.organizations.map(one => one.id).sort() : answer.problem.code
  }
  expect(await listed(mallory.call)).toEqual(['theirs'])
  expect(await listed(server.stewardCall)).toEqual([ours, 'theirs'].sort())
  const key = await server.keyFor('theirs', ['read'])
  expect(await listed(server.callWith(key))).toEqual(['theirs'])
  const session = await server.callWith(key)('GET /api/session', {})
  expect(session).toMatchObject({ ok: true, value: { memberships: [{ organization: 'theirs' }] } })
})
