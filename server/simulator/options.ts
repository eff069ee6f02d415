// What the simulator is asked for on its command line.
import { parseArgs } from 'node:util'

export interface Asked {
  readonly help: boolean
  /** null: many, one after the other. */
  readonly seed: string | null
  readonly seeds: number
  readonly from: number
  readonly steps: number
  /** Where one long log is written to; null: none is. */
  readonly folder: string | null
  readonly entries: number
}

export const usage = `Simulates organizations of many seeds, every entry audited, and stops at the first that does not hold.

  npm run simulate -- [--seeds 1000] [--from 0] [--steps 60]
  npm run simulate -- --seed 17 [--steps 60]
  npm run simulate -- --export FOLDER [--entries 100000] [--seed 0]

  --seeds <n>        how many organizations (1000)
  --from <n>         the first seed (0)
  --seed <text>      this one alone
  --steps <n>        acts and the like in each, beside its founding (60)
  --export <folder>  writes one long log of a seed, as a server publishes it
  --entries <n>      how long it is (100000)
  -h, --help         this text
`

const options = {
  seeds: { type: 'string', default: '1000' },
  from: { type: 'string', default: '0' },
  seed: { type: 'string' },
  steps: { type: 'string', default: '60' },
  export: { type: 'string' },
  entries: { type: 'string', default: '100000' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** A sentence where it is wrong use. */
export function asked(args: readonly string[]): Asked | string {
  try {
    const { values } = parseArgs({ args: [...args], options })
    const { seeds, from, steps, entries } = values
    return {
      help: values.help,
      seed: values.seed ?? null,
      seeds: whole('seeds', seeds),
      from: whole('from', from),
      steps: whole('steps', steps),
      folder: values.export ?? null,
      entries: whole('entries', entries),
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (!(error instanceof RangeError) && !code?.startsWith('ERR_PARSE_ARGS')) throw error
    return (message.split('\n')[0] ?? '').split('. ')[0] ?? ''
  }
}

function whole(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new RangeError(`--${name} is a whole number, not ${JSON.stringify(text)}`)
  return Number(text)
}
