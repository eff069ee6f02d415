// Acts on a server that keeps and publishes its log's tree against the same acts where nothing is published; and what the tree
// takes within each act's own transaction.
import { hash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeFrontier, emptyFrontier, encodeFrontier, extended } from '@equalizer/tlog'
import { type Bench, type BenchLine, compare } from './bench.ts'
import { clients, type DoorDesk, inTurns, payment } from './door-desk.ts'
import { closeDesk, openDeskIn } from './durable-desk.ts'

const total = 2_048
const rounds = 9
/** Of one payment's entry. */
const entryBytes = 800

/** Leaf hashes, the tree's right edge, and reading and writing that edge, batch by batch as the door stores them. */
function growTree(texts: readonly string[]): string {
  let edge = { size: 0, text: encodeFrontier(emptyFrontier) }
  for (let first = 0; first < texts.length; first += clients) {
    const before = decodeFrontier(edge.size, edge.text)
    if (!before.ok) throw new Error(before.refusal.reason)
    const leaves = texts
      .slice(first, first + clients)
      .map(text => hash('sha256', `\0${text}`, 'buffer') as Uint8Array)
    const after = extended(before.value, leaves)
    edge = { size: after.size, text: encodeFrontier(after) }
  }
  return edge.text
}

function tree(): Promise<BenchLine> {
  const texts = Array.from({ length: 100_000 }, (_, at) => String(at).padEnd(entryBytes, '.'))
  return compare({
    name: `the tree of 100,000 entries, ${clients} at a time`,
    baseline: 'SHA-256 of the same bytes',
    rounds,
    limit: null,
    ours: () => growTree(texts),
    theirs: () => texts.map(text => hash('sha256', text)).length,
  })
}

async function appending(folder: string): Promise<BenchLine> {
  const desks: DoorDesk[] = []
  try {
    for (const [name, publishes] of [['with', true] as const, ['without', false] as const])
      desks.push(await openDeskIn(join(folder, name), publishes))
    const [published, plain] = desks as [DoorDesk, DoorDesk]
    let at = 0
    const paying = (desk: DoorDesk) =>
      inTurns(total, clients, () => desk.act('treasury.pay', payment(at++, false)))
    return await compare({
      name: `${total.toLocaleString('en')} payments until their entries are published, PGlite`,
      baseline: 'the same where nothing is published',
      rounds,
      limit: 1.5,
      async ours() {
        await paying(published)
        await published.published()
        return total
      },
      theirs: () => paying(plain),
    })
  } finally {
    for (const desk of desks) await closeDesk(desk)
  }
}

export const logBench: Bench = {
  name: 'log',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'bench-log-'))
    try {
      const [appended, grown] = [await appending(folder), await tree()]
      const perEntry = (grown.ms / 100_000) * 1_000
      const share = ((grown.ms / 100_000) * total) / appended.baselineMs
      return {
        lines: [appended, grown],
        notes: [
          `Medians. ${clients} clients at a time, each answer on the disk. Published is what readers can fetch: tiles and bundles flushed, and a checkpoint signed over all of it.`,
          `The tree moves within the act's own transaction, so that both sides have it: ${perEntry.toFixed(1)} microseconds an entry, ${(share * 100).toFixed(1)}% of a payment.`,
        ],
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
