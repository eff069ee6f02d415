// Strictly apart, by trying: every endpoint of the contract, asked by everybody who may not.
import { contract, type Endpoint, type EndpointName, type Scope } from '@equalizer/client/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestPerson, type TestServer } from '../testing.ts'

let server: TestServer
let stranger: TestPerson
let reader: TestPerson
let strangersKey = ''
let readKey = ''

beforeAll(async () => {
  server = await startTestServer()
  await server.addOrganization('ours')
  await server.addOrganization('theirs')
  stranger = await server.enterAs('mallory', { theirs: 'steward' })
  reader = await server.enterAs('ada', { ours: 'reader' })
  strangersKey = await keyOf(stranger, 'theirs', ['read', 'evidence', 'manage'])
  readKey = await keyOf(reader, 'ours', ['read'])
})
afterAll(() => server.close())

async function keyOf(person: TestPerson, organization: string, scopes: Scope[]): Promise<string> {
  const made = await person.call('POST /api/keys', {}, { body: { name: 'a program', organization, scopes } })
  if (!made.ok) throw new Error(made.problem.reason)
  return made.value.secret
}

const endpoints = (Object.keys(contract) as EndpointName[]).map(name => {
  const endpoint: Endpoint = contract[name]
  return { name, endpoint, needs: endpoint.needs }
})
const closed = endpoints.filter(({ needs }) => needs !== 'anyone')
const inOrganization = endpoints.filter(({ name }) => name.includes('{organization}'))

/** What a parameter of an address looks like; the others are any text. */
const shaped: Readonly<Record<string, string>> = {
  decision: 'D-1',
  person: 'p-0001',
  view: 'treasury.payments',
  cid: 'bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e',
}

/** Asks with nothing but the address: who may not is refused before anything else is looked at. */
async function ask(name: EndpointName, organization: string, headers: Record<string, string>) {
  const [method = '', path = ''] = name.split(' ')
  const address = path
    .replace('{organization}', organization)
    .replace(/\{(\w+)\}/g, (_, name: string) => shaped[name] ?? '1')
  const answer = await server.fetch(address, {
    method,
    headers: { ...headers, origin: server.origin, 'content-type': 'application/json' },
  })
  const text = await answer.text()
  return { status: answer.status, text, code: /"code":"([^"]+)"/.exec(text)?.[1] }
}

describe('nobody', () => {
  test.each(closed)('may not $name', async ({ name }) => {
    expect(await ask(name, 'ours', {})).toMatchObject({ status: 401, code: 'access.sign_in' })
  })

  test.each(closed)('with a key that is none may not $name', async ({ name }) => {
    const authorization = `Bearer eq_${'x'.repeat(64)}`
    expect(await ask(name, 'ours', { authorization })).toMatchObject({ status: 401 })
  })
})

describe('a stranger, steward of another organization', () => {
  test.each(inOrganization)('by session sees nothing of $name', async ({ name }) => {
    const unknown = await ask(name, 'nowhere', { cookie: stranger.cookie })
    const foreign = await ask(name, 'ours', { cookie: stranger.cookie })
    expect(foreign).toMatchObject({ status: 404, code: 'organization.unknown' })
    // Not even that it exists.
    const bare = (text: string) => text.replace(/"request":"[^"]+"/, '').replace(/nowhere|ours/g, '')
    expect(bare(foreign.text)).toBe(bare(unknown.text))
  })

  test.each(inOrganization)('by key sees nothing of $name', async ({ name }) => {
    const authorization = `Bearer ${strangersKey}`
    expect(await ask(name, 'ours', { authorization })).toMatchObject({
      status: 404,
      code: 'organization.unknown',
    })
  })

  test('may nothing of the server', async () => {
    const ofServer = endpoints.filter(({ needs }) => needs === 'server')
    expect(ofServer.length).toBeGreaterThan(0)
    for (const { name } of ofServer) {
      expect(await ask(name, '', { cookie: stranger.cookie })).toMatchObject({ status: 403 })
      const authorization = `Bearer ${strangersKey}`
      expect(await ask(name, '', { authorization })).toMatchObject({ status: 403 })
    }
  })
})

describe('a reader', () => {
  const changing = inOrganization.filter(
    ({ needs }) => needs === 'act' || needs === 'evidence' || needs === 'manage',
  )

  test.each(changing)('may not $name', async ({ name }) => {
    const refused = { status: 403, code: 'access.not_allowed' }
    expect(await ask(name, 'ours', { cookie: reader.cookie })).toMatchObject(refused)
    expect(await ask(name, 'ours', { authorization: `Bearer ${readKey}` })).toMatchObject(refused)
  })

  test('may read', async () => {
    const seen = await reader.call('GET /api/session', {})
    expect(seen).toMatchObject({
      ok: true,
      value: { memberships: [{ organization: 'ours', role: 'reader' }] },
    })
  })
})

describe('the steward of the server', () => {
  test('sees nothing of an organization that somebody else began', async () => {
    await server.desk.store.db
      .deleteFrom('members')
      .where('organization_id', '=', 'theirs')
      .where('user_id', '=', server.steward.id)
      .execute()
    server.desk.bell.ring('theirs', { event: 'changed', data: { what: 'organization' } })
    const refused = { status: 404, code: 'organization.unknown' }
    expect(
      await ask('GET /api/organizations/{organization}', 'theirs', { cookie: server.cookie }),
    ).toMatchObject(refused)
  })
})
