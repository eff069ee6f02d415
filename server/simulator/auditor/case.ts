// One decision, led through its phases a second time by the plainest reading of its rule; whether the act could be carried
// out is the one thing that is taken from the log.
import type { Command, DecisionState, Rule, VoteRule } from '@equalizer/core'
import { type Cast, type Counted, carried, enough, outcomeOf, type Voting, waysToCast } from './count.ts'
import { insist } from './insist.ts'
import type { Register } from './register.ts'

export type Opening = Pick<
  DecisionState,
  | 'id'
  | 'act'
  | 'class'
  | 'stage'
  | 'isMove'
  | 'rule'
  | 'groups'
  | 'openedSeq'
  | 'options'
  | 'against'
  | 'juries'
  | 'draw'
>
type BallotPhase = 'advice' | 'vote' | 'ratify'

interface Open {
  readonly phase: BallotPhase
  readonly group: string
  readonly rule: VoteRule
  closesMs: number
  extensions: number
}

/** What the entry at hand says of the carrying out. */
export type Tried = 'executed' | 'refused' | null

export class Case {
  readonly opening: Opening
  readonly #register: Register
  readonly #openedMs: number
  phase: DecisionState['phase'] = 'vote'
  dueMs: number | null = null
  open: Open | null = null
  /** Of the entry at hand. */
  results: Counted[] = []
  tries = 0
  #tried: Tried = null
  #nowMs = 0
  readonly #ballots = new Map<string, Cast>()
  readonly #approvals = new Set<string>()
  readonly #declines = new Set<string>()
  readonly #said = { object: new Set<string>(), veto: new Set<string>(), pause: new Set<string>() }
  #halted: { phase: DecisionState['phase']; leftMs: number; open: Open | null } | null = null
  #wasPaused = false
  #voted = false
  #won = 0
  #advised = false

  constructor(opening: Opening, register: Register, atMs: number, tried: Tried) {
    this.begin(tried, atMs)
    this.opening = opening
    this.#register = register
    this.#openedMs = atMs
    const { rule, act } = opening
    if (rule.decide.process.kind === 'some' && this.weight(rule.decide.group, act.by) > 0n)
      this.#approvals.add(act.by)
    if (rule.advise) this.#vote('advice', rule.advise.group, rule.advise.vote, atMs, rule.advise.windowMs)
    else this.#decide(atMs)
  }

  /** The option that was chosen; 0 where there was no choice. */
  get won(): number {
    return this.#won
  }
  get isOpen(): boolean {
    return !['executed', 'rejected', 'vetoed', 'stopped', 'cancelled', 'expired'].includes(this.phase)
  }
  weight(group: string, person: string): bigint {
    const { groups, openedSeq, juries } = this.opening
    const found = groups[group]
    insist(found !== undefined, `the decision ${this.opening.id} keeps the group ${group}`)
    return this.#register.weight(found, person, { seq: openedSeq, atMs: this.#openedMs }, juries)
  }
  eligible(group: string): Map<string, bigint> {
    const { groups, openedSeq, juries } = this.opening
    const found = groups[group]
    insist(found !== undefined, `the decision ${this.opening.id} keeps the group ${group}`)
    return this.#register.eligible(found, { seq: openedSeq, atMs: this.#openedMs }, juries)
  }

  /** A new entry begins. */
  begin(tried: Tried, nowMs: number) {
    this.results = []
    this.tries = 0
    this.#nowMs = nowMs
    this.#tried = tried
  }

  /** Everything that is due. */
  clock() {
    while (this.isOpen && this.dueMs !== null && this.dueMs <= this.#nowMs) this.#due(this.dueMs)
  }

  /** Why somebody may not do this now; null: they may. Looks at no deadline: `clock` comes first. */
  problem(command: Command, by: string): string | null {
    const { rule, act } = this.opening
    const { decide, veto, pause } = rule
    const inPhase = (...phases: string[]) =>
      phases.includes(this.phase) ? null : `the phase is ${this.phase}`
    const inGroup = (group: string) => (this.weight(group, by) > 0n ? null : `${by} is not in ${group}`)
    const once = (...said: ReadonlySet<string>[]) => (said.some(set => set.has(by)) ? 'said before' : null)
    if (!this.isOpen) return 'it is over'
    switch (command.kind) {
      case 'ballot': {
        if (!this.open) return 'no vote is open'
        const final = this.open.rule.earlyClose && this.#ballots.has(`${this.open.phase} ${by}`)
        return inGroup(this.open.group) ?? (final ? 'ballots are final' : null)
      }
      case 'approve':
      case 'decline':
        return inPhase('approvals') ?? inGroup(decide.group) ?? once(this.#approvals, this.#declines)
      case 'object':
        return inPhase('consent') ?? inGroup(decide.group) ?? once(this.#said.object)
      case 'veto':
        return veto === null ? 'no veto' : (inPhase('veto') ?? inGroup(veto.group) ?? once(this.#said.veto))
      case 'pause': {
        if (pause === null || this.#wasPaused) return 'no pause any more'
        const can = inPhase('approvals', 'consent', 'vote', 'veto', 'delay', 'blocked')
        return can ?? inGroup(pause.group) ?? once(this.#said.pause)
      }
      case 'answer':
        return inPhase('answer') ?? inGroup(decide.group)
      case 'cancel': {
        if (by !== act.by) return 'not theirs'
        const others = [...this.#approvals].some(person => person !== by) || this.#othersVoted(by)
        return inPhase('advice', 'approvals', 'consent', 'vote') ?? (others ? 'others took part' : null)
      }
      case 'retry':
        return inPhase('blocked') ?? inGroup(rule.propose)
      default:
        return 'no taking part'
    }
  }

  /** Somebody takes part; `choice` as the log has it. */
  take(command: Command, by: string, choice: Cast['choice']) {
    const nowMs = this.#nowMs
    const problem = this.problem(command, by)
    insist(problem === null, `${this.opening.id}: ${command.kind} of ${by} was taken although ${problem}`)
    const { decide, veto, pause } = this.opening.rule
    const { process } = decide
    switch (command.kind) {
      case 'ballot':
        return this.#cast(by, nowMs, choice)
      case 'approve':
        this.#approvals.add(by)
        if (process.kind === 'some' && this.#approvals.size >= process.of) this.#passed(nowMs)
        return
      case 'decline': {
        this.#declines.add(by)
        const left = this.eligible(decide.group).size - this.#declines.size
        if (process.kind === 'some' && left < process.of) this.#end('rejected')
        return
      }
      case 'object':
        this.#said.object.add(by)
        if (process.kind === 'consent' && this.#said.object.size >= process.objections) this.#end('rejected')
        return
      case 'veto':
        this.#said.veto.add(by)
        if (veto && this.#said.veto.size >= veto.needs) this.#end('vetoed')
        return
      case 'pause':
        this.#said.pause.add(by)
        if (pause && this.#said.pause.size >= pause.needs) this.#halt(pause, nowMs)
        return
      case 'answer':
        if (!command.proceed) return this.#end('rejected')
        if (process.kind === 'some') this.#approvals.add(by)
        return this.#decide(nowMs)
      case 'cancel':
        return this.#end('cancelled')
      case 'retry':
        return this.#execute()
    }
  }

  /** The log closed a vote before its time: right only where nothing that is still to come could change it. */
  closeEarly() {
    const { open } = this
    const nowMs = this.#nowMs
    insist(open?.rule.earlyClose === true, `${this.opening.id} closes a vote before its time`)
    const voting = this.#voting(open, nowMs)
    const own = voting.ballots.map(({ choice, weight }) => ({ choice, weight }))
    const cast = own.reduce((sum, { weight }) => sum + weight, 0n)
    const left = [...voting.eligible.values()].reduce((sum, weight) => sum + weight, 0n) - cast
    const say = (more: readonly { choice: Cast['choice']; weight: bigint }[]) => {
      const { passed, winner } = outcomeOf(voting, [...own, ...more])
      return passed ? `passes with ${winner}` : 'fails'
    }
    const now = say([])
    for (const choice of waysToCast(open.rule, voting.options)) {
      const then = left > 0n ? say([{ choice, weight: left }]) : now
      insist(
        then === now,
        `${this.opening.id} closed early when ${now}, and ${JSON.stringify(choice)} could make it ${then}`,
      )
    }
    this.#close(open, nowMs)
  }

  #othersVoted(by: string): boolean {
    const phase = this.open?.phase
    return [...this.#ballots.keys()].some(key => key.startsWith(`${phase} `) && key !== `${phase} ${by}`)
  }

  #cast(person: string, nowMs: number, choice: Cast['choice']) {
    insist(this.open !== null, 'a vote is open')
    const key = `${this.open.phase} ${person}`
    const firstMs = this.#ballots.get(key)?.firstMs ?? nowMs
    this.#ballots.set(key, { person, choice, weight: this.weight(this.open.group, person), firstMs })
  }

  #vote(phase: BallotPhase, group: string, rule: VoteRule, fromMs: number, windowMs: number) {
    this.open = { phase, group, rule, closesMs: fromMs + windowMs, extensions: 0 }
    this.#enter(phase === 'ratify' ? 'paused' : phase, this.open.closesMs, this.open)
  }
  #enter(phase: DecisionState['phase'], dueMs: number, open: Open | null = null) {
    Object.assign(this, { phase, dueMs, open })
  }
  #end(phase: DecisionState['phase']) {
    Object.assign(this, { phase, dueMs: null, open: null })
  }

  #voting({ phase, group, rule }: Open, untilMs: number): Voting {
    const { options, against, act, class: name } = this.opening
    const ballots = [...this.#ballots].flatMap(([key, cast]) => (key.startsWith(`${phase} `) ? [cast] : []))
    const isJury = this.opening.groups[group]?.kind === 'jury'
    const delegations = isJury ? new Map() : this.#register.delegations(act.unit, name, untilMs)
    const choices = phase === 'ratify' ? { options: 2, against: 1 } : { options: options.length, against }
    return { rule, ...choices, eligible: this.eligible(group), ballots, delegations }
  }

  #due(dueMs: number) {
    const { rule } = this.opening
    if (this.open) {
      if (this.#putOff(this.open)) return
      return this.#close(this.open, dueMs)
    }
    if (this.phase === 'consent') return this.#passed(dueMs)
    if (this.phase === 'veto') return this.#notVetoed(dueMs)
    if (this.phase === 'delay') return this.#execute()
    insist(
      rule !== undefined && ['answer', 'approvals', 'blocked'].includes(this.phase),
      `${this.phase} ends by itself`,
    )
    this.#end('expired')
  }

  #putOff(open: Open): boolean {
    const { extension } = open.rule
    if (!extension || open.phase === 'ratify' || open.extensions >= extension.atMost) return false
    const voting = this.#voting(open, open.closesMs)
    const by = (atMs: number) => enough(voting, carried(voting, atMs)).reached
    if (!by(open.closesMs) || by(open.closesMs - extension.lastMs)) return false
    open.closesMs += extension.byMs
    open.extensions += 1
    this.dueMs = open.closesMs
    return true
  }

  #close(open: Open, atMs: number) {
    const voting = this.#voting(open, atMs)
    const result = outcomeOf(voting, carried(voting, atMs))
    this.results.push(result)
    if (open.phase === 'advice') return this.#adviceIs(result, atMs)
    if (open.phase === 'ratify') return this.#pauseEnds(result.passed, atMs)
    this.#voted = result.passed
    this.#won = result.winner ?? 0
    if (result.passed) this.#passed(atMs)
    else this.#end('rejected')
  }

  #adviceIs({ passed, reason, winner }: Counted, atMs: number) {
    this.#advised = true
    const { advise } = this.opening.rule
    const unheard =
      reason === 'no_ballots' ||
      (reason === 'no_quorum' && winner !== null && winner !== this.opening.against)
    if (passed || unheard) this.#decide(atMs)
    else this.#enter('answer', atMs + (advise?.answerMs ?? 0))
  }

  #decide(fromMs: number) {
    const { group, process } = this.opening.rule.decide
    if (process.kind === 'vote') return this.#vote('vote', group, process.vote, fromMs, process.windowMs)
    if (process.kind === 'some' && this.#approvals.size >= process.of) return this.#passed(fromMs)
    this.#enter(process.kind === 'some' ? 'approvals' : 'consent', fromMs + process.windowMs)
  }

  #passed(atMs: number) {
    const { veto } = this.opening.rule
    if (veto) this.#enter('veto', atMs + veto.windowMs)
    else this.#notVetoed(atMs)
  }
  #notVetoed(atMs: number) {
    const { delayMs } = this.opening.rule
    if (delayMs > 0) this.#enter('delay', atMs + delayMs)
    else this.#execute()
  }

  #halt({ ratifiedBy, vote, lapsesMs }: NonNullable<Rule['pause']>, nowMs: number) {
    this.#wasPaused = true
    this.#halted = { phase: this.phase, leftMs: (this.dueMs ?? nowMs) - nowMs, open: this.open }
    this.#vote('ratify', ratifiedBy, vote, nowMs, lapsesMs)
  }
  #pauseEnds(stopped: boolean, atMs: number) {
    const halted = this.#halted
    insist(halted !== null, 'what was halted is known')
    if (stopped) return this.#end('stopped')
    const dueMs = atMs + halted.leftMs
    this.#enter(halted.phase, dueMs, halted.open && { ...halted.open, closesMs: dueMs })
  }

  /** The end of every way; what led here is looked at once more as a whole. */
  #execute() {
    const { id, rule } = this.opening
    const { process } = rule.decide
    this.tries += 1
    insist(this.#tried !== null, `${id} is to be carried out and was not tried`)
    insist(process.kind !== 'vote' || this.#voted, `${id} is carried out without its vote`)
    insist(process.kind !== 'some' || this.#approvals.size >= process.of, `${id} has too few approvals`)
    insist(rule.advise === null || this.#advised, `${id} was not advised on`)
    insist(rule.veto === null || this.#said.veto.size < rule.veto.needs, `${id} was vetoed`)
    if (this.#tried === 'executed') return this.#end('executed')
    if (this.phase !== 'blocked') this.#enter('blocked', this.#nowMs + rule.expiresMs)
  }
}
