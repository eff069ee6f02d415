// Whatever simulated organizations did, a verifier that has only their published log comes to the same, and to nothing to object to.
import { canonical } from '@equalizer/core'
import { utf8Bytes } from '@equalizer/tlog'
import { testLog } from '@equalizer/tlog/testing'
import { type Report, verifyLog } from '@equalizer/verify'
import { expect, test } from 'vitest'
import { simulate } from './simulate.ts'

const seeds = Array.from(
  { length: Number(process.env.EQUALIZER_VERIFIED_SEEDS ?? 60) },
  (_, i) => `verified ${i}`,
)

async function verified(texts: readonly string[], state: string): Promise<Report> {
  const log = testLog({ origin: 'sim.example/log/sim', entries: texts })
  const files: Record<string, string> = { state: `${canonical({ size: texts.length })}\n${state}` }
  const source = {
    name: 'sim',
    read: async (path: string) => (files[path] === undefined ? log.read(path) : utf8Bytes(files[path])),
  }
  return verifyLog(source, { nowMs: Date.UTC(2200, 0, 1), vkeys: [log.vkey] })
}

test('the logs of simulated organizations hold, decision for decision', async () => {
  const sum = { replayed: 0, counted: 0, draws: 0, streams: 0 }
  for (const seed of seeds) {
    const { log, states } = simulate(seed, 80)
    const report = await verified(log, states)
    expect(report.problem, `seed ${seed}`).toBeNull()
    expect(report.entries.replayed).toBe(log.length)
    sum.replayed += log.length
    sum.counted += report.decisions.counted
    sum.draws += report.decisions.draws
    sum.streams += report.state?.streams ?? 0
  }
  // All of it was there to be checked.
  for (const [what, times] of Object.entries(sum)) expect(times, what).toBeGreaterThan(seeds.length / 4)
})
