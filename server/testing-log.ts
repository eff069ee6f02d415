// For tests of the log's pages: an organization with some of everything in its log, made through its front door.
import type { TestPerson, TestServer } from './testing.ts'

export interface LoggedOrganization {
  readonly ada: TestPerson
  readonly send: (command: object, call?: TestServer['call']) => Promise<number>
}

const euros = { account: 'main', currency: 'EUR' }
export const actOf = (type: string, payload: object) => ({
  kind: 'act',
  act: { type, unit: 'organization', payload },
})

async function value<T>(
  answer: Promise<{ ok: true; value: T } | { ok: false; problem: unknown }>,
): Promise<T> {
  const got = await answer
  if (!got.ok) throw new Error(`refused: ${JSON.stringify(got.problem)}`)
  return got.value
}

/** Entries 1 to 10: a currency, an account, two members, money in and out, other rules, a decision, two ballots. */
export async function logOf(server: TestServer, organization: string): Promise<LoggedOrganization> {
  await server.addOrganization(organization)
  return fillLog(server, organization)
}

/** The same in an organization that there is. */
export async function fillLog(server: TestServer, organization: string): Promise<LoggedOrganization> {
  const at = { organization }
  const send = async (command: object, call = server.stewardCall) => {
    const body = { command } as never
    return (await value(call('POST /api/organizations/{organization}/door', at, { body }))).entry
  }
  await send(actOf('treasury.declare_currency', { currency: 'EUR', decimals: 2 }))
  await send(actOf('treasury.open_account', { ...euros, name: 'Main account' }))
  const ids: string[] = []
  for (const name of ['Ada Lovelace', 'Ben Okri']) {
    const added = server.stewardCall('POST /api/organizations/{organization}/members', at, { body: { name } })
    const { id } = await value(added)
    await send(actOf('charter.admit', { person: id }))
    ids.push(id)
  }
  const globex = { kind: 'customer', name: 'Globex' }
  await send(actOf('treasury.receive', { ...euros, amount: '5000000', from: globex }))
  const hetzner = { kind: 'vendor', name: 'Hetzner' }
  await send(actOf('treasury.pay', { ...euros, amount: '400000', to: hetzner, purpose: 'Servers' }))
  const rules = await value(server.stewardCall('GET /api/organizations/{organization}/rules', at))
  const rule = rules.presets.find(({ stage }) => stage === 2)?.rule
  const [everything] = rules.units[0]?.classes ?? []
  await send(actOf('rule.move', { unit: 'organization', classes: [{ ...everything, rule }] }))
  const [ada, ben] = [
    await server.enterAsMember(organization, ids[0] ?? ''),
    await server.enterAsMember(organization, ids[1] ?? ''),
  ]
  await send(actOf('treasury.pay', { ...euros, amount: '123456', to: hetzner, purpose: 'Backups' }), ada.call)
  await send({ kind: 'ballot', decision: 'D-1', choice: 0 }, ada.call)
  await send({ kind: 'ballot', decision: 'D-1', choice: 1, reason: 'Too dear for now' }, ben.call)
  return { ada, send }
}
