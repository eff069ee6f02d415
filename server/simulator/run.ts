// Simulates organizations of many seeds, one after the other, and stops at the first that does not hold; or writes one long
// log of a seed as a server publishes it. `--help` says how.
import { exportLog } from './export-log.ts'
import { type Asked, asked, usage } from './options.ts'
import { simulate } from './simulate.ts'

const usageExitCode = 64

const options = asked(process.argv.slice(2))
if (typeof options === 'string') {
  process.stderr.write(`simulate: ${options} (--help says what there is)\n`)
  process.exitCode = usageExitCode
} else if (options.help) process.stdout.write(usage)
else if (options.folder !== null) await writeLog(options.folder, options)
else simulateAll(options)

async function writeLog(folder: string, { seed, entries }: Asked): Promise<void> {
  const vkey = await exportLog(folder, seed ?? '0', entries)
  process.stdout.write(`a simulated log of ${entries} entries, signed by ${vkey}\n`)
}

function simulateAll({ seed: only, seeds: count, from, steps }: Asked): void {
  const seeds = only === null ? Array.from({ length: count }, (_, i) => String(from + i)) : [only]
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
}
