// One long log of a simulated organization in which nobody is lost for good, for whoever wants to publish, copy and check one.
import { capabilities } from '@equalizer/capabilities'
import { type Command, canonical, chainAnchor, createKernel, createLedger, type Tick } from '@equalizer/core'
import { hexOf, seeded } from '@equalizer/testkit'
import { createMirror } from './mirror.ts'
import { stewards } from './random-rules.ts'
import { randomStep } from './random-steps.ts'
import { setUp } from './set-up.ts'
import { measureOf } from './simulate.ts'

export interface LongLog {
  /** Canonical JSON of each entry. */
  readonly texts: readonly string[]
  /** What every stream has come to. */
  readonly states: ReadonlyMap<string, unknown>
  /** Of the last entry (UTC milliseconds). */
  readonly lastMs: number
}

const drawsLength = 100_000
/** A hundred thousand entries take centuries at the simulator's own pace; this way they end before today. */
const startMs = Date.UTC(1975, 0, 6)
const pace = 20

/** Whoever is gone for good does nothing more: an organization that loses everybody writes no long log. */
const ends = (command: Command | Tick) =>
  command.kind === 'erase' || (command.kind === 'act' && /dismiss|erase/.test(command.act.type))

/** Throws where the organization comes to rest before there are so many. */
export function longLog(seed: string, entries: number): LongLog {
  const random = seeded(seed, 'steps')
  const chain = [hexOf(`${seed} draws`, 64)]
  for (let i = 0; i < drawsLength; i += 1) chain.push(chainAnchor(chain.at(-1) ?? '', 1))
  const kernel = createKernel(capabilities)
  const draw = (seq: number) => chain[drawsLength - seq] ?? null
  const ledger = createLedger(kernel, { measure: measureOf(seed), draw })
  const mirror = createMirror(kernel)
  const texts: string[] = []
  let nowMs = startMs
  const note = (text: string) => {
    texts.push(text)
    mirror.take(text)
  }
  const draws = { anchor: chain[drawsLength] ?? '', length: drawsLength }
  note(canonical(ledger.found({ stewards, draws }, nowMs)))
  const begin = setUp(seeded(seed, 'set up'))
  for (let step = 0; texts.length < entries; step += 1) {
    if (step > 100 * entries) throw new Error(`after ${texts.length} entries nothing happens any more`)
    const { command, by, afterMs } = begin[step] ?? randomStep(random, mirror, nowMs)
    if (ends(command)) continue
    nowMs += begin[step] ? afterMs : Math.ceil(afterMs / pace)
    const sent = ledger.send(command, by, nowMs)
    if (sent.ok) note(canonical(sent.value.entry))
  }
  return { texts, states: mirror.states, lastMs: ledger.now(nowMs).atMs }
}
