// One whole organization of a seed, in memory: founded, set up, and then whatever people do; every entry is audited, and at
// the end the entries alone must come to the same.
import { hash } from 'node:crypto'
import { capabilities } from '@equalizer/capabilities'
import {
  canonical,
  chainAnchor,
  createKernel,
  createLedger,
  type DecisionState,
  type Ledger,
  type Measured,
} from '@equalizer/core'
import { hexOf, seeded } from '@equalizer/testkit'
import { nativeVerify } from '@equalizer/tlog/node'
import { Auditor } from './auditor/auditor.ts'
import { insist } from './auditor/insist.ts'
import { createMirror, type Mirror } from './mirror.ts'
import { erasureSteps } from './random-erasures.ts'
import { keySteps, signedSteps } from './random-keys.ts'
import { stewards } from './random-rules.ts'
import { randomStep, type Step } from './random-steps.ts'
import { setUp } from './set-up.ts'

export const simulationStart = Date.UTC(2026, 0, 5)

export interface Simulated {
  readonly steps: number
  readonly taken: number
  /** How often something was taken or refused, by its name. */
  readonly seen: ReadonlyMap<string, number>
  /** Canonical JSON of each entry. */
  readonly log: readonly string[]
  /** What they come to: a line of canonical JSON for each stream, by name. */
  readonly states: string
}

/** Thrown where something does not hold; the same seed fails again at the same step. */
export class Failed extends Error {
  override readonly name = 'Failed'
  constructor(seed: string, step: number, said: unknown, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause)
    super(`seed ${seed}, step ${step}, ${JSON.stringify(said)}: ${why}`, { cause })
  }
}

/** What the evidence says of a unit in the organization of a seed. */
export function measureOf(seed: string): (unit: string) => Measured | null {
  return unit =>
    seeded(seed, `measure ${unit}`).pick([null, { score: 50, proven: true }, { score: 90, proven: false }])
}

export function simulate(seed: string, steps = 60): Simulated {
  const random = seeded(seed, 'steps')
  const keys = seeded(seed, 'keys')
  const erasures = seeded(seed, 'erasures')
  const measure = measureOf(seed)
  const kernel = createKernel(capabilities, { verify: nativeVerify })
  const chain = drawChain(seed)
  const ledger = createLedger(kernel, { measure, draw: seq => chain[seq] ?? null })
  const mirror = createMirror(kernel)
  const auditor = new Auditor({ measure })
  const seen = new Map<string, number>()
  const log: string[] = []
  let clockMs = simulationStart
  let [step, taken] = [0, 0]
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)
  const note = (text: string) => {
    log.push(text)
    auditor.take(mirror.take(text))
  }

  function play({ command, by, afterMs }: Step): void {
    step += 1
    clockMs += afterMs
    try {
      const result = ledger.send(command, by, clockMs)
      if (result.ok) {
        taken += 1
        count(command.kind === 'act' ? `${command.act.type} ${result.value.answer.outcome}` : command.kind)
        for (const { type } of result.value.entry.events) if (/^(?:decision|key)\./.test(type)) count(type)
        note(canonical(result.value.entry))
      } else {
        count(`refused ${result.refusal.code}`)
        auditor.refused(command, by, result.refusal, clockMs)
      }
      insist(ledger.entries.length === log.length, 'a refusal appends nothing, and everything else one entry')
    } catch (error) {
      throw new Failed(seed, step, { command, by, clockMs }, error)
    }
  }

  const draws = { anchor: chain[0] ?? '', length: drawsLength }
  note(canonical(ledger.found({ stewards, draws }, clockMs)))
  for (const one of setUp(seeded(seed, 'set up'))) play(one)
  for (let i = 0; i < steps; i += 1) {
    for (const one of keySteps(keys, mirror)) play(one)
    for (const one of erasureSteps(erasures)) play(one)
    const next = randomStep(random, mirror, clockMs)
    for (const one of signedSteps(keys, mirror, next, clockMs + next.afterMs)) play(one)
  }
  finish(ledger, mirror, play, seed, clockMs)
  return { steps: step, taken, seen, log, states: linesOf(mirror.states) }
}

const drawsLength = 2_000

/** By length of the log; the anchor first, each later value leading to it. Those of entries without a jury are passed over. */
function drawChain(seed: string): string[] {
  const values = [hexOf(`${seed} draws`, 64)]
  // A chain of each seed is long: hashed by the machine, and held against the core's own where it begins.
  for (let i = 0; i < drawsLength; i += 1) values.push(hash('sha256', Buffer.from(values[i] ?? '', 'hex')))
  insist(chainAnchor(values.at(-2) ?? '', 1) === values.at(-1), 'a chain of draws leads to its anchor')
  return values.reverse()
}

function linesOf(states: ReadonlyMap<string, unknown>): string {
  const lines = [...states]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stream, state]) => canonical({ state, stream }))
  return lines.map(line => `${line}\n`).join('')
}

/** The clock brings the rest to its end; then nothing is open, and the entries come to what the ledger holds. */
function finish(
  ledger: Ledger,
  mirror: Mirror,
  play: (step: Step) => void,
  seed: string,
  clockMs: number,
): void {
  const dayMs = 86_400_000
  for (let round = 0; round < 100 && mirror.open.length > 0; round += 1) {
    const [first] = mirror.open as [DecisionState]
    play({ command: { kind: 'advance', decision: first.id }, by: null, afterMs: 40 * dayMs })
  }
  try {
    insist(mirror.open.length === 0, 'every decision comes to an end')
    for (const [stream, state] of mirror.states)
      insist(
        canonical(state) === canonical(ledger.books.stream(stream)),
        `the entries come to another ${stream}`,
      )
  } catch (error) {
    throw new Failed(seed, -1, { clockMs }, error)
  }
}
