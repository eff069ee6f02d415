// An organization of a seed on the real engine: two doors on one database, commands that arrive together, a store that
// fails, servers that die, people who send again what they heard nothing of.

import { capabilities } from '@equalizer/capabilities'
import { createKernel, type Entry, type Result } from '@equalizer/core'
import { type Random, seeded } from '@equalizer/testkit'
import type { Asked, Sent } from '../../desk.ts'
import { Auditor } from '../auditor/auditor.ts'
import { insist } from '../auditor/insist.ts'
import { createMirror } from '../mirror.ts'
import { keySteps, signedSteps } from '../random-keys.ts'
import { chance } from '../random-rules.ts'
import { randomStep, type Step } from '../random-steps.ts'
import { setUp } from '../set-up.ts'
import { Failed, simulationStart } from '../simulate.ts'
import { type Fault, Injected } from './faulty-store.ts'
import { insistOnTables } from './tables-hold.ts'
import type { SimulatedDoor, World } from './world.ts'

export interface SimulatedEngine {
  readonly entries: readonly string[]
  readonly faults: number
  readonly repeated: number
  readonly crashes: number
}

interface Heard {
  readonly entry: string
  readonly asked: Asked
}

class Run {
  readonly #world: World
  readonly #seed: string
  readonly #random: Random
  readonly #keys: Random
  readonly #organization: string
  readonly #auditor = new Auditor({ measure: () => null })
  readonly #mirror = createMirror(createKernel(capabilities))
  readonly #doors: SimulatedDoor[]
  readonly #log: string[] = []
  readonly #acknowledged = new Map<string, Heard>()
  readonly #refused = new Set<string>()
  #step = 0
  #clockMs = simulationStart
  faults = 0
  repeated = 0
  crashes = 0

  constructor(world: World, seed: string) {
    this.#world = world
    this.#seed = seed
    this.#organization = `seed-${seed}`
    this.#random = seeded(seed, 'engine')
    this.#keys = seeded(seed, 'keys')
    this.#doors = [world.openDoor(seed), world.openDoor(seed)]
  }

  async all(steps: number): Promise<SimulatedEngine> {
    this.#world.clock.set(this.#clockMs)
    await this.#world.found(this.#organization)
    const first = setUp(seeded(this.#seed, 'set up'))
    await this.#together(first.slice(0, -1))
    await this.#together(first.slice(-1))
    while (this.#step < steps) {
      const some = chance(this.#random, 0.25) ? this.#random.whole(2, 4) : 1
      const next = Array.from({ length: some }, () => randomStep(this.#random, this.#mirror, this.#clockMs))
      const atMs = this.#clockMs + (next[0]?.afterMs ?? 0)
      for (const one of keySteps(this.#keys, this.#mirror)) await this.#together([one])
      const signed = next.flatMap(one => signedSteps(this.#keys, this.#mirror, one, atMs))
      await this.#together(some === 1 ? signed.slice(-1) : signed)
    }
    await this.#inTheEnd()
    const { faults, repeated, crashes } = this
    return { entries: this.#log, faults, repeated, crashes }
  }

  /** What arrives at once, each command at one of the doors; then whatever was stored is read and audited. */
  async #together(steps: readonly Step[]) {
    const asked = steps.map(({ command, by }, i): Asked => {
      const key = `key-${this.#step}-${i}`
      return { command, by, ...(by === null ? {} : { key }) }
    })
    this.#step += 1
    this.#clockMs += steps[0]?.afterMs ?? 0
    this.#world.clock.set(this.#clockMs)
    const fault = this.#log.length > 0 && chance(this.#random, 0.25) ? this.#fault() : null
    this.#world.faulty.arm(fault)
    try {
      const door = this.#door()
      const answers = await Promise.allSettled(
        asked.map(one => (steps.length > 5 ? door : this.#door()).send(this.#organization, one)),
      )
      if (fault && this.#world.faulty.arm(null)) this.faults += 1
      if (chance(this.#random, 0.1)) this.#crash()
      for (const [i, answer] of answers.entries()) await this.#heard(asked[i] as Asked, answer)
      // What arrived alone was decided on what the auditor knows.
      const [alone] = steps.length === 1 ? answers : []
      const { command, by } = steps[0] as Step
      if (alone?.status === 'fulfilled' && !alone.value.ok)
        this.#auditor.refused(command, by, alone.value.refusal, this.#clockMs)
      await this.#readOn()
    } catch (error) {
      throw new Failed(this.#seed, this.#step, { asked, fault }, error)
    }
  }

  #door(): SimulatedDoor {
    return this.#random.pick(this.#doors)
  }

  #fault(): Fault {
    const kind = this.#random.pick(['reading', 'writing', 'writing', 'committed'] as const)
    return kind === 'committed' ? { kind } : { kind, after: this.#random.whole(0, 12) }
  }

  /** One of the servers is gone and another one begins; nothing is closed first. */
  #crash() {
    this.crashes += 1
    this.#doors[this.#random.whole(0, 1)] = this.#world.openDoor(`${this.#seed} ${this.crashes}`)
  }

  /** Whoever heard nothing sends it again, until they hear something. */
  async #heard(asked: Asked, first: PromiseSettledResult<Result<Sent>>) {
    let answer = first
    for (let again = 0; answer.status === 'rejected'; again += 1) {
      insist(answer.reason instanceof Injected && again < 5, `a fault of its own: ${answer.reason}`)
      // The clock is nobody, and looks again by itself.
      if (asked.key === undefined) return
      ;[answer] = (await Promise.allSettled([this.#door().send(this.#organization, asked)])) as [
        typeof answer,
      ]
    }
    const { value } = answer
    if (asked.key === undefined) return
    if (!value.ok) {
      insist(value.refusal.code !== 'door.busy', 'nobody waits for ever')
      this.#refused.add(asked.key)
      return
    }
    if (value.value.repeated) this.repeated += 1
    this.#acknowledged.set(asked.key, { entry: JSON.stringify(value.value.entry), asked })
  }

  async #readOn() {
    const rows = await this.#world.store.db
      .selectFrom('entries')
      .select(['seq', 'entry'])
      .where('organization_id', '=', this.#organization)
      .where('seq', '>=', this.#log.length)
      .orderBy('seq')
      .execute()
    for (const { seq, entry } of rows) {
      insist(seq === this.#log.length, `entry ${seq} follows ${this.#log.length - 1}`)
      this.#log.push(entry)
      this.#auditor.take(this.#mirror.take(entry))
    }
  }

  async #inTheEnd() {
    const { db } = this.#world.store
    try {
      const kept = await db
        .selectFrom('entries')
        .select('entry')
        .where('organization_id', '=', this.#organization)
        .orderBy('seq')
        .execute()
      insist(kept.map(row => row.entry).join('\n') === this.#log.join('\n'), 'an entry was changed')
      await this.#insistOnce()
      await insistOnTables(db, this.#organization, this.#mirror)
    } catch (error) {
      throw new Failed(this.#seed, -1, {}, error)
    }
  }

  /** What was acknowledged is there, once; what was refused is not; and nothing else is. */
  async #insistOnce() {
    const sent = await this.#world.store.db
      .selectFrom('sent')
      .select(['key', 'answer'])
      .where('organization_id', '=', this.#organization)
      .execute()
    const bySeq = new Map(sent.map(({ key, answer }) => [answer.seq, key]))
    insist(bySeq.size === sent.length, 'two keys stand for one entry')
    const told = this.#mirror.entries.filter(({ by }) => by !== null)
    insist(told.length === sent.length, `${told.length} things were done for ${sent.length} keys`)
    for (const { seq } of told) insist(bySeq.has(seq), `entry ${seq} was sent with no key`)
    const seqOf = new Map(sent.map(({ key, answer }) => [key, answer.seq]))
    for (const [key, { entry }] of this.#acknowledged) {
      const found = this.#mirror.entries[seqOf.get(key) ?? -1]
      insist(found !== undefined && same(found, JSON.parse(entry)), `${key} was acknowledged and is lost`)
    }
    for (const key of this.#refused) insist(!seqOf.has(key), `${key} was refused and done`)
  }
}

const same = (a: Entry, b: Entry): boolean =>
  a.seq === b.seq && a.by === b.by && a.events.length === b.events.length

export function simulateEngine(world: World, seed: string, steps = 60): Promise<SimulatedEngine> {
  return new Run(world, seed).all(steps)
}
