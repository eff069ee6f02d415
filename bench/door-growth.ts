// Whether an act takes longer in a long log: the same payments in a log of ten thousand entries and in one grown to a
// hundred thousand, in turn. EQUALIZER_BENCH_ENTRIES=1000000 grows it to a million.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Bench, compare } from './bench.ts'
import { clients, type DoorDesk, inTurns, organization, payment } from './door-desk.ts'
import { closeDesk, openDeskIn } from './durable-desk.ts'

const short = 10_000
const long = Number(process.env.EQUALIZER_BENCH_ENTRIES ?? 100_000)
const total = 2_048
const rounds = 5
/** Large batches, to be quick: the same engine, each batch on the disk before it is answered. */
const filling = 2_048

async function grownTo(entries: number, folder: string): Promise<DoorDesk> {
  const desk = await openDeskIn(folder)
  const missing = entries - (await sizeOf(desk))
  await inTurns(missing, filling, at => desk.act('treasury.pay', payment(at, false)))
  return desk
}

async function sizeOf({ store }: DoorDesk): Promise<number> {
  const head = await store.db
    .selectFrom('log_heads')
    .select('size')
    .where('organization_id', '=', organization)
    .executeTakeFirstOrThrow()
  return head.size
}

export const doorGrowthBench: Bench = {
  name: 'door-growth',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'bench-growth-'))
    const desks: DoorDesk[] = []
    try {
      const small = await grownTo(short, join(folder, 'short'))
      desks.push(small)
      const start = process.memoryUsage.rss()
      const began = performance.now()
      const large = await grownTo(long, join(folder, 'long'))
      desks.push(large)
      const tookMs = performance.now() - began
      let at = 0
      const paying = (desk: DoorDesk) => () =>
        inTurns(total, clients, () => desk.act('treasury.pay', payment(at++, false)))
      const line = await compare({
        name: `${total.toLocaleString('en')} payments after ${long.toLocaleString('en')} entries, PGlite`,
        baseline: `the same after ${short.toLocaleString('en')}`,
        rounds,
        limit: 1.5,
        ours: paying(large),
        theirs: paying(small),
      })
      const peakBytes = process.resourceUsage().maxRSS * 1024 - start
      return {
        lines: [{ ...line, peakBytes }],
        notes: [
          `Medians. The long log was made by the same engine at ${Math.round((long / tookMs) * 1_000).toLocaleString('en')} acts a second, ${filling.toLocaleString('en')} at a time. Memory is the most above that before it was opened, the embedded database within it.`,
        ],
      }
    } finally {
      for (const desk of desks) await closeDesk(desk)
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
