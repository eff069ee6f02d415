// Reads the entries of an organization one by one and insists on what must hold of each, knowing nothing but the entries.
import type { Act, Command, Entry, LogEvent, Measured, Refusal, Rules, Tick } from '@equalizer/core'
import { Case, type Opening } from './case.ts'
import { Erased } from './erased.ts'
import { insist } from './insist.ts'
import { cidBy, Keys } from './keys.ts'
import { Money } from './money.ts'
import {
  insistAtOnce,
  insistOnDeciders,
  insistOnGates,
  insistOnGroupDeciders,
  rulesAfter,
  sorted,
} from './moves.ts'
import { type Claim, claimedBy, folded, resultsOf, triedIn } from './reading.ts'
import { Register } from './register.ts'
import { classFor, stageFor } from './stage.ts'

type Sent = Command | Tick
type Deed = Pick<Act, 'unit' | 'type' | 'payload' | 'alternatives'>

export interface AuditorOptions {
  readonly measure: (unit: string) => Measured | null
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const bare = (stream: string): string => stream.slice('decision/'.length)

export class Auditor {
  readonly #register = new Register()
  readonly #money = new Money()
  readonly #keys = new Keys()
  readonly #erased = new Erased()
  readonly #subjects = new Map<string, string>()
  readonly #cases = new Map<string, Case>()
  readonly #groupChanges = new Map<string, number>()
  readonly #claims = new Map<string, Claim>()
  readonly #measure: AuditorOptions['measure']
  #rules: Rules | null = null
  #size = 0
  #lastMs = 0

  constructor({ measure }: AuditorOptions) {
    this.#measure = measure
  }

  get size(): number {
    return this.#size
  }

  /** Throws a Violation. */
  take(entry: Entry) {
    const { seq, atMs } = entry
    insist(seq === this.#size, `entry ${seq} follows ${this.#size - 1}`)
    insist(atMs >= this.#lastMs, `entry ${seq} is from before the one before it`)
    this.#erased.take(entry)
    this.#check(entry)
    this.#money.take(entry)
    this.#keys.take(entry)
    this.#register.take(entry)
    for (const event of entry.events) if (event.stream === 'rules') this.#fold(event)
    this.#size += 1
    this.#lastMs = atMs
  }

  /** A refusal must have a reason, as far as the entries tell. */
  refused(command: Sent, by: string | null, refusal: Refusal, nowMs: number) {
    if (this.#erased.refused(command, by, refusal)) return
    if (command.kind === 'set_key' || command.kind === 'drop_key') {
      const needed = by !== null && this.#keyProblem(command, by) !== null
      return insist(needed, `${command.kind} of ${by} was refused (${refusal.code}) without need`)
    }
    if (!('decision' in command)) return
    const found = this.#cases.get(command.decision)
    if (!found) return
    const atMs = Math.max(nowMs, this.#lastMs)
    const isDue = found.isOpen && found.dueMs !== null && found.dueMs <= atMs
    if (command.kind === 'advance')
      return insist(!isDue, `${command.decision} was due and did not move: ${refusal.code}`)
    if (isDue || by === null || excused.has(refusal.code) || refusal.code.startsWith('ballot.bad')) return
    const problem = found.problem(command, by)
    if (command.kind === 'retry' && problem === null) return
    const unsigned = command.kind === 'ballot' ? this.#unsigned(found, command, by, atMs) : null
    const refusable =
      problem !== null || unsigned !== null || /^ballot\.(?!not_eligible|final|unsigned)/.test(refusal.code)
    insist(
      refusable,
      `${command.kind} of ${by} on ${command.decision} was refused (${refusal.code}) without need`,
    )
  }

  #keyProblem(command: Extract<Command, { kind: 'set_key' | 'drop_key' }>, by: string): string | null {
    return this.#keys.problem(command, by, this.#register.amount('member', by, this.#size) > 0n)
  }

  #unsigned(
    one: Case,
    command: Extract<Command, { kind: 'ballot' }>,
    by: string,
    atMs: number,
  ): string | null {
    const subject = this.#subjects.get(one.opening.id) ?? ''
    return this.#keys.problemOfBallot(command, by, { phase: one.open?.phase ?? '', subject, atMs })
  }

  #fold(event: LogEvent) {
    this.#rules = folded(this.#rules, event)
    const { type, data } = event
    if (!type.startsWith('rules.group_')) return
    const id = type === 'rules.group_set' ? String((data.group as { id: string }).id) : String(data.id)
    this.#groupChanges.set(id, (this.#groupChanges.get(id) ?? 0) + 1)
  }

  #check(entry: Entry) {
    const { command, seq, by, events } = entry
    if (command.kind === 'found') return insist(seq === 0 && by === null, 'an organization is founded once')
    insist(this.#rules !== null, 'nothing happens before the founding')
    if (command.kind === 'act' && command.decision === undefined) return this.#atOnce(entry, this.#rules)
    if (command.kind === 'erase') return
    if (command.kind === 'delegate' || command.kind === 'revoke') return this.#delegated(entry)
    if (command.kind === 'set_key' || command.kind === 'drop_key') {
      insist(by !== null && events.length === 1, 'a key is somebody’s')
      const problem = this.#keyProblem(command as unknown as Parameters<Keys['problem']>[0], by)
      return insist(problem === null, `${command.kind} of ${by} was taken although there is ${problem}`)
    }
    const id = String(command.decision)
    const strays = events.filter(({ stream }) => stream.startsWith('decision/') && bare(stream) !== id)
    insist(strays.length === 0, `entry ${seq} is about ${id} and changes another decision`)
    if (command.kind === 'act') this.#opened(entry, this.#rules)
    else this.#goesOn(entry, id)
    this.#effects(entry, id)
  }

  #atOnce({ command, by, events, atMs, seq }: Entry, rules: Rules) {
    const act = command.act as unknown as Deed
    insist(by !== null, 'an act is somebody’s')
    insist(!events.some(({ stream }) => stream.startsWith('decision')), 'at once, no decision changes')
    const at = { seq, atMs }
    const isIn = (id: string) => {
      const group = rules.groups[id]
      return group !== undefined && this.#register.weight(group, by, at, {}) > 0n
    }
    if (act.type.startsWith('rule.')) {
      insistAtOnce(rules, act.type, act.payload, ({ decide, propose }) => isIn(decide.group) && isIn(propose))
    } else {
      const { id, rule } = classFor(rules, act)
      const what = `${act.type} in ${act.unit}, class ${id},`
      insist(command.class === id, `${what} was taken for ${command.class}`)
      insist(
        command.stage === stageFor(rule, rules.groups),
        `${what} has another stage than ${command.stage}`,
      )
      insist(isIn(rule.propose), `${what} was sent by who may not`)
      const { process, group } = rule.decide
      insist(
        process.kind === 'some' && process.of === 1 && isIn(group),
        `${what} was done at once and is not for one to decide`,
      )
      insist(
        !rule.advise && !rule.veto && rule.delayMs === 0,
        `${what} was done at once past somebody's part`,
      )
    }
    this.#deeds(act, events, rules)
  }

  #delegated({ command, by, events, atMs, seq }: Entry) {
    const [event] = events
    insist(events.length === 1 && event?.stream === `delegation/${by}`, 'a delegation is its giver’s')
    if (command.kind === 'revoke' || by === null) return
    insist(this.#register.amount('member', by, seq) > 0n, `${by} delegates and is no member`)
    insist(String(command.to) !== by, `${by} delegates to themselves`)
    insist(!this.#register.goesRound(by, event, atMs), `the delegation of ${by} closes a circle`)
  }

  #opened({ command, by, events, seq, atMs }: Entry, rules: Rules) {
    const opened = events.find(({ type }) => type === 'decision.opened')
    insist(opened !== undefined && by !== null, 'an act opens a decision')
    const opening = opened.data as unknown as Opening
    const { act, rule, id } = opening
    insist(id === `D-${this.#cases.size + 1}` && id === command.decision, `${id} is numbered in a row`)
    insist(act.by === by && opening.openedSeq === seq, `${id} is ${by}’s and opened now`)
    const isMove = act.type.startsWith('rule.')
    insist(opening.isMove === isMove, `${id} is a move or none`)
    if (isMove) {
      insistOnDeciders(rules, act.type, act.payload, rule, id)
      if (act.type === 'rule.set_group') insistOnGroupDeciders(rules, act.payload, rule, id)
    } else {
      const found = classFor(rules, act)
      insist(
        found.id === opening.class && same(found.rule, rule),
        `${id} goes by another rule than its class has`,
      )
      insist(stageFor(rule, rules.groups) === opening.stage, `${id} is at another stage`)
      for (const payload of act.alternatives ?? [])
        insist(
          classFor(rules, { ...act, payload }).id === found.id,
          `${id} has an alternative of another class`,
        )
    }
    for (const [name, group] of Object.entries(opening.groups))
      insist(same(group, rules.groups[name]), `${id} keeps another group ${name}`)
    for (const [name, drawn] of Object.entries(opening.juries)) this.#drawn(rules, name, drawn, { seq, atMs })
    const proposing = rules.groups[rule.propose]
    insist(
      proposing !== undefined && this.#register.weight(proposing, by, { seq, atMs }, {}) > 0n,
      `${by} may not propose ${id}`,
    )
    const one = new Case(opening, this.#register, atMs, triedIn(events))
    this.#cases.set(id, one)
    this.#subjects.set(id, cidBy(opened.data))
    this.#settled(one, events)
  }

  #drawn(rules: Rules, name: string, drawn: readonly string[], at: { seq: number; atMs: number }) {
    const jury = rules.groups[name]
    insist(jury?.kind === 'jury', `${name} is a jury`)
    const pool = rules.groups[jury.pool]
    insist(pool !== undefined, `the jury ${name} has a pool`)
    const all = this.#register.eligible(pool, at, {})
    insist(
      drawn.every(person => all.has(person)),
      `somebody from outside the pool sits in ${name}`,
    )
    insist(new Set(drawn).size === Math.min(jury.size, all.size), `${name} has another size`)
  }

  #goesOn(entry: Entry, id: string) {
    const { command, by, events, atMs } = entry
    const one = this.#cases.get(id)
    insist(one !== undefined, `${id} was opened`)
    insist(one.isOpen, `${id} is over and goes on`)
    one.begin(triedIn(events), atMs)
    one.clock()
    const results = resultsOf(events)
    if (command.kind !== 'advance') {
      insist(by !== null, 'whoever takes part is somebody')
      if (command.kind === 'ballot') {
        const unsigned = this.#unsigned(
          one,
          command as unknown as Parameters<Keys['problemOfBallot']>[0],
          by,
          atMs,
        )
        insist(unsigned === null, `${id}: a ballot of ${by} was taken although there is ${unsigned}`)
      }
      const cast = events.find(({ type }) => type === 'decision.ballot_cast')?.data
      one.take(command as unknown as Command, by, (cast?.choice ?? null) as never)
    } else if (results.length > one.results.length) one.closeEarly()
    this.#settled(one, events)
  }

  /** The log and the second reading come to the same. */
  #settled(one: Case, events: readonly LogEvent[]) {
    const { id } = one.opening
    const claimed = claimedBy(events, this.#claims.get(id))
    this.#claims.set(id, claimed)
    insist(
      claimed.phase === one.phase && claimed.dueMs === one.dueMs,
      `${id} is in ${claimed.phase} until ${claimed.dueMs}, and should be in ${one.phase} until ${one.dueMs}`,
    )
    const results = resultsOf(events)
    insist(
      results.length === one.results.length,
      `${id} closes ${results.length} votes, not ${one.results.length}`,
    )
    for (const [i, result] of results.entries()) {
      const own = one.results[i]
      const told = {
        passed: result.passed,
        reason: result.reason,
        winner: result.winner,
        taking: result.taking,
        eligible: result.eligible,
      }
      const meant = {
        passed: own?.passed,
        reason: own?.reason,
        winner: own?.winner,
        taking: String(own?.taking),
        eligible: own?.eligible,
      }
      insist(same(told, meant), `${id} counts ${JSON.stringify(told)}, and it is ${JSON.stringify(meant)}`)
    }
    const tries = events.filter(({ type }) => /^decision\.execut/.test(type)).length
    insist(tries === one.tries, `${id} is carried out ${tries} times, not ${one.tries}`)
    for (const { type, data } of events) {
      if (type !== 'decision.ballot_cast') continue
      const weight = one.weight(one.open?.group ?? '', String(data.person))
      insist(
        String(data.weight) === String(weight),
        `${id}: the ballot of ${data.person} weighs ${weight}, not ${data.weight}`,
      )
    }
  }

  /** What an act did stands in the entry in which its decision was carried out, and nowhere else. */
  #effects({ events, seq, command }: Entry, id: string) {
    const effects = events.filter(({ stream }) => !/^(?:decision|key\/)/.test(stream))
    const executed = events.some(({ type }) => type === 'decision.executed')
    if (!executed)
      return insist(effects.length === 0, `entry ${seq} (${command.kind}) does something without a decision`)
    const one = this.#cases.get(id)
    insist(one?.phase === 'executed' && this.#rules !== null, `${id} is carried out`)
    const { act, isMove, rule, against } = one.opening
    const winner = one.won
    const payload =
      against === null ? act.payload : ([act.payload, ...(act.alternatives ?? [])][winner] ?? act.payload)
    if (isMove) {
      insistOnDeciders(this.#rules, act.type, act.payload, rule, id)
      if (act.type === 'rule.set_group') insistOnGroupDeciders(this.#rules, act.payload, rule, id)
      const { version, group } = act.payload as { version?: number; group?: { id: string } }
      const ofGroup = this.#groupChanges.get(group?.id ?? '') ?? 0
      const now = act.type === 'rule.move' ? (this.#rules.units[act.unit]?.version ?? 0) : ofGroup
      const counts = act.type === 'rule.move' || act.type === 'rule.set_group'
      insist(!counts || version === now, `${id} was made for version ${version} and changes ${now}`)
    }
    this.#deeds({ ...act, payload }, effects, this.#rules)
  }

  #deeds(act: Deed, effects: readonly LogEvent[], rules: Rules) {
    const [family] = act.type.split('.')
    const own = (stream: string) =>
      family === 'rule'
        ? stream === 'rules'
        : stream.startsWith(`${family}/`) ||
          (family === 'charter' && (stream === 'standing' || stream.startsWith('person/')))
    for (const { stream, type } of effects)
      insist(own(stream), `${act.type} brings about ${type} on ${stream}`)
    if (family === 'rule') {
      insist(effects.length === 1, `${act.type} is one change of the rules`)
      const [event] = effects as [LogEvent]
      if (act.type === 'rule.move') insistOnGates(rules, act.payload, event.data, this.#measure)
      const meant = rulesAfter(rules, act.type, act.payload)
      const made = folded(rules, event)
      if (act.type === 'rule.move')
        insist(same(made.units[act.unit]?.classes, meant.units[act.unit]?.classes), 'the move is another one')
      if (act.type === 'rule.set_group') insist(same(made.groups, meant.groups), 'the group is another one')
    }
    const paid = effects.filter(({ type }) => type === 'treasury.paid')
    if (act.type === 'treasury.pay')
      insist(
        paid.length === 1 && paid[0]?.data.amount === act.payload.amount,
        'what was decided is what is paid',
      )
    else insist(paid.length === 0, `${act.type} pays somebody`)
  }
}

/** Codes that say nothing about whether somebody may. */
const excused = new Set(['entry.too_large', 'entry.not_unicode', 'door.busy'])
