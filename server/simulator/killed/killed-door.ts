// A server's door in a process of its own, with clients that write as fast as they are answered, until somebody kills it.
import { writeSync } from 'node:fs'
import { createBell } from '../../bell.ts'
import { machineClock } from '../../clock.ts'
import { openDoor } from '../../door/open-door.ts'
import { createLogger } from '../../log/logger.ts'
import { openStore } from '../../store/open-store.ts'
import { placeOrganization, placePeople } from '../engine/world.ts'
import { stewards } from '../random-rules.ts'

export const organization = 'killed'
export const clients = 6
/** Commands of each client. */
export const commandsEach = 40

export interface Life {
  readonly folder: string
  /** A Postgres server; null: the embedded database of the folder. */
  readonly url: string | null
  /** The first command of each client that was not acknowledged yet; null: nothing is set up. */
  readonly from: readonly number[] | null
}

const [steward = ''] = stewards
const act = (type: string, unit: string, payload: Record<string, string | object>) => ({
  command: { kind: 'act', act: { type, unit, payload: JSON.parse(JSON.stringify(payload)) } } as const,
  by: steward,
})

export const keyOf = (client: number, command: number): string => `client-${client}-${command}`

const money = { amount: '1', currency: 'EUR' }
const preparing = [
  act('treasury.declare_currency', 'organization', { currency: 'EUR', decimals: 2 as never }),
  act('treasury.open_account', 'finance', { account: 'ops', name: 'Ops', currency: 'EUR' }),
]

/** What a client is answered is said at once, by a write that no process keeps to itself. */
const say = (line: string) => writeSync(1, `${line}\n`)

async function live({ folder, url, from }: Life): Promise<void> {
  const opened = await openStore(url === null ? { folder } : { folder, url })
  if (!opened.ok) throw new Error(opened.refusal.reason)
  const store = opened.value
  const log = createLogger(process.stderr, { level: 'silent' })
  const door = openDoor({ store, clock: machineClock, bell: createBell(), log })
  await door.ready()
  const send = async (asked: ReturnType<typeof act>, key: string) => {
    const sent = await door.send(organization, { ...asked, key })
    if (!sent.ok) throw new Error(`${key}: ${sent.refusal.code}`)
    return sent.value.entry.seq
  }
  if (from === null) {
    await placePeople(store)
    await placeOrganization(store, organization, machineClock.nowMs())
    for (const [i, asked] of preparing.entries()) await send(asked, `preparing-${i}`)
    say('prepared')
  }
  const client = async (number: number) => {
    for (let next = from?.[number] ?? 0; next < commandsEach; next += 1) {
      const person = { kind: 'person', person: steward }
      const asked = act('treasury.receive', 'finance', { account: 'ops', from: person, ...money })
      say(`${number} ${next} ${await send(asked, keyOf(number, next))}`)
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)))
  await door.close()
  await store.close()
}

const life = process.argv[2]
if (import.meta.main && life !== undefined) await live(JSON.parse(life) as Life)
