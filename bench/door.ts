// Acts through the door, each durable before it is answered, against plain inserts of one row of the same bytes: same
// database, same clients, same durability.
import type { Store } from '@equalizer/server'
import { type Bench, type BenchLine, compare } from './bench.ts'
import { onBothStores } from './both-stores.ts'
import { accounts, clients, type DoorDesk, inTurns, openDesk, payment } from './door-desk.ts'
import { assertDurable, plainInserts } from './door-plain.ts'
import { handOver, voting } from './door-vote.ts'

/** Many short rounds, so that what else the machine does falls on both alike. */
const rounds = 9
const total = 2_048
const voters = 10_000

async function paying(desk: DoorDesk, name: string): Promise<BenchLine[]> {
  let at = 0
  const pay = (one: boolean) => () => desk.act('treasury.pay', payment(at++, one))
  await pay(false)()
  const insert = await plainInserts(desk.store)
  const against = (how: string, one: boolean) =>
    compare({
      name: `${total.toLocaleString('en')} payments, ${how}, ${name}`,
      baseline: 'plain inserts of one row of the same bytes, each committed',
      rounds,
      limit: 2,
      ours: () => inTurns(total, clients, pay(one)),
      theirs: () => inTurns(total, clients, insert),
    })
  return [await against(`${accounts} accounts`, false), await against('one account', true)]
}

async function on(store: Store, name: string): Promise<BenchLine[]> {
  try {
    await assertDurable(store)
    const desk = await openDesk(store)
    try {
      const paid = await paying(desk, name)
      await handOver(desk, voters)
      return [...paid, ...(await voting(desk, voters, name))]
    } finally {
      await desk.close()
    }
  } finally {
    await store.close()
  }
}

export const doorBench: Bench = {
  name: 'door',
  async run() {
    const { lines, notes } = await onBothStores(on)
    const said = [
      `Medians. ${clients} clients at a time, each waiting for its answer; both use the same connections, and every answer means that it is on the disk. What is sent is parsed, decided, and stored with its entry, the states and the tables.`,
      'A vote that closes reads its ballots, counts them, and stores what they come to.',
      ...lines.map(perSecond),
    ]
    return { lines, notes: [...said, ...notes] }
  },
}

function perSecond({ name, ms, baselineMs }: BenchLine): string {
  const count = Number(/^[\d,]+/.exec(name)?.[0].replaceAll(',', '') ?? 1)
  const rate = (took: number) => Math.round((count / took) * 1_000).toLocaleString('en')
  return `${name}: ${rate(ms)} a second, plain ${rate(baselineMs)}.`
}
