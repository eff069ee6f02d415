// Runs the benchmarks, all or those whose name contains the argument; ends with 1 where a limit does not hold.
import { availableParallelism } from 'node:os'
import { type Bench, holds } from './bench.ts'
import { boardPageBench } from './board-page.ts'
import { boardRequestBench } from './board-request.ts'
import { doorBench } from './door.ts'
import { doorGrowthBench } from './door-growth.ts'
import { gitImportBench } from './git-import.ts'
import { holdersBench } from './holders.ts'
import { logBench } from './log.ts'
import { metricsBench } from './metrics.ts'
import { mirrorBench } from './mirror.ts'
import { storeBench } from './store.ts'
import { table } from './table.ts'
import { tallyBench } from './tally.ts'
import { tlogBench } from './tlog.ts'
import { verifyBench } from './verify.ts'

/** One line for each benchmark; a new one is a file here, and its name in this list. */
const benches: readonly Bench[] = [
  metricsBench,
  gitImportBench,
  holdersBench,
  storeBench,
  boardRequestBench,
  boardPageBench,
  tallyBench,
  doorBench,
  doorGrowthBench,
  logBench,
  mirrorBench,
  tlogBench,
  verifyBench,
]

const wanted = process.argv[2] ?? ''
const chosen = benches.filter(({ name }) => name.includes(wanted))
if (chosen.length === 0) {
  console.error(
    `No benchmark is called "${wanted}". There are: ${benches.map(({ name }) => name).join(', ')}`,
  )
  process.exit(2)
}
console.log(`Node ${process.version}, ${availableParallelism()} cores\n`)
for (const bench of chosen) {
  console.log(bench.name)
  const result = await bench.run()
  console.log(`${table(result)}\n`)
  if (!result.lines.every(holds)) process.exitCode = 1
}
