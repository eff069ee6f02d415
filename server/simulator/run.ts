// Simulates organizations of many seeds, one after the other, and stops at the first that does not hold:
// node server/simulator/run.ts --seeds 100000 [--from 0] [--seed 17]
// or writes one long log of a seed as a server publishes it: … --export FOLDER --entries 100000 [--seed 17]
import { parseArgs } from 'node:util'
import { exportLog } from './export-log.ts'
import { simulate } from './simulate.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string' },
    steps: { type: 'string', default: '60' },
    export: { type: 'string' },
    entries: { type: 'string', default: '100000' },
  },
})
if (values.export !== undefined) {
  const vkey = await exportLog(values.export, values.seed ?? '0', Number(values.entries))
  process.stdout.write(`a simulated log of ${values.entries} entries, signed by ${vkey}\n`)
  process.exit(0)
}
const steps = Number(values.steps)
const seeds =
  values.seed === undefined
    ? Array.from({ length: Number(values.seeds) }, (_, i) => String(Number(values.from) + i))
    : [values.seed]
const seen = new Map<string, number>()
let [all, taken] = [0, 0]
for (const seed of seeds) {
  const found = simulate(seed, steps)
  all += found.steps
  taken += found.taken
  for (const [what, times] of found.seen) seen.set(what, (seen.get(what) ?? 0) + times)
}
process.stdout.write(`${seeds.length} organizations, ${all} steps, ${taken} taken\n`)
for (const [what, times] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1)))
  process.stdout.write(`${times} ${what}\n`)
