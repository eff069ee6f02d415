// An organization for the door's benchmarks: people, accounts with money, and clients that each wait for their answer.
import { type Answered, commandSchema, type Entry, type Result } from '@equalizer/core'
import type { Store } from '@equalizer/server'
import { startTestServer } from '@equalizer/server/testing'

export const organization = 'bench'
export const accounts = 64
/** Who send at the same time. */
export const clients = 64

interface Sent {
  readonly entry: Entry
  readonly answer: Answered
}

export interface DoorDesk {
  readonly store: Store
  /** A person's id: the steward's, who may pay at once. */
  readonly steward: string
  /** Resolves once the entry is durable. The command is parsed as the server's front does. */
  act(type: string, payload: object, by?: string): Promise<Sent>
  send(command: object, by: string): Promise<Sent>
  /** Resolves when everything that was stored is published too. */
  published(): Promise<void>
  /** Lets the clock go on by this much and brings what is due (milliseconds). */
  wait(ms: number): Promise<void>
  close(): Promise<void>
}

/** Founded by its first act, with `accounts` accounts that can pay for ever. `publishes`: its log, as a server does. */
export async function openDesk(store: Store, publishes = true): Promise<DoorDesk> {
  let ahead = 0
  const nowMs = () => Date.now() + ahead
  const clock = { nowMs, today: () => new Date(nowMs()).toISOString().slice(0, 10) }
  const server = await startTestServer({ store, clock, publishes, commandsPerHour: Number.MAX_SAFE_INTEGER })
  await server.addOrganization(organization)
  const steward = 'p-bench'
  const person = { organization_id: organization, person_id: steward, user_id: server.steward.id }
  await store.db
    .insertInto('persons')
    .values({ ...person, sealed_name: null, created_ms: nowMs() })
    .execute()
  const { door } = server.desk
  async function send(asked: object, by: string): Promise<Sent> {
    const command = commandSchema.parse(asked)
    return sure(await door.send(organization, { command, by }))
  }
  const act = (type: string, payload: object, by = steward) =>
    send({ kind: 'act', act: { type, unit: 'organization', payload } }, by)
  await act('treasury.declare_currency', { currency: 'EUR', decimals: 2 })
  const names = Array.from({ length: accounts }, (_, at) => accountAt(at))
  await inTurns(names.length, 64, at =>
    act('treasury.open_account', { account: names[at], name: `Account ${at}`, currency: 'EUR' }),
  )
  const from = { kind: 'customer', name: 'Grid AG' }
  await inTurns(names.length, 64, at =>
    act('treasury.receive', { account: names[at], amount: '900000000000000', currency: 'EUR', from }),
  )
  return {
    store,
    steward,
    act,
    send,
    async wait(ms) {
      ahead += ms
      await door.moveOn()
    },
    published: () => server.desk.logs.idle(),
    close: () => server.close(),
  }
}

const accountAt = (at: number) => `account-${at % accounts}`

/** What the payment number `at` says; all from one account where `one` is asked for. */
export const payment = (at: number, one: boolean) => ({
  account: one ? accountAt(0) : accountAt(at),
  to: { kind: 'vendor', name: 'Lamp & Sons Ltd' },
  amount: String(1 + (at % 50_000)),
  currency: 'EUR',
  purpose: `Lamps for the harbour, delivery ${at}`,
  reference: `INV-${at}`,
})

/** `clients` at a time, each sending its next once its last was answered; answers how many were. */
export async function inTurns(
  total: number,
  clients: number,
  send: (at: number) => Promise<unknown>,
): Promise<number> {
  let next = 0
  async function client(): Promise<void> {
    while (next < total) await send(next++)
  }
  await Promise.all(Array.from({ length: Math.min(clients, total) }, client))
  return total
}

function sure<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`${result.refusal.code}: ${result.refusal.reason}`)
}
