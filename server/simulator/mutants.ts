// Bugs that the kernel could have, each as one change of its text: the simulator has to catch every one of them.

export interface Mutant {
  readonly name: string
  readonly file: string
  /** Stands in the file exactly once. */
  readonly find: string
  readonly put: string
}

const decision = (file: string, name: string, find: string, put: string): Mutant => ({
  name,
  file: `core/decision/${file}.ts`,
  find,
  put,
})
const core = (file: string, name: string, find: string, put: string): Mutant => ({
  name,
  file: `core/${file}.ts`,
  find,
  put,
})

const phases: readonly Mutant[] = [
  decision(
    'steps',
    'the veto window is passed over',
    "enter(course, 'veto', fromMs + veto.windowMs)",
    'notVetoed(course, fromMs)',
  ),
  decision('steps', 'the delay is passed over', 'if (delayMs === 0) return', 'if (delayMs >= 0) return'),
  decision(
    'steps',
    'an act is carried out twice',
    "if (refusal === null) return end(course, 'executed')",
    "if (refusal === null) { tryOut(course); return end(course, 'executed') }",
  ),
  decision(
    'steps',
    'another alternative than the winner is carried out',
    '(result?.winner ?? 0) - 1',
    '(result?.winner ?? 0)',
  ),
  decision(
    'steps',
    'who may vote is read when the vote opens and not when the decision did',
    'eligibleIn(setting.books, frozen, frozenAt(state), state.juries)',
    'eligibleIn(setting.books, frozen, setting.now, state.juries)',
  ),
  decision(
    'steps',
    'a refused execution waits a hundred times as long',
    'setting.now.atMs + state.rule.expiresMs',
    'setting.now.atMs + 100 * state.rule.expiresMs',
  ),
  decision(
    'advance',
    'a deadline counts from the moment after it',
    'dueMs > atMs) return',
    'dueMs >= atMs) return',
  ),
  decision(
    'advance',
    'advice against it needs no answer',
    'if (!isAgainst(result, course.state.against)) return',
    'if (result) return',
  ),
  decision(
    'advance',
    'a pause stays for ever',
    "if (result.passed) {\n    happen(course, 'pause_ratified'",
    "if (result) {\n    happen(course, 'pause_ratified'",
  ),
  decision(
    'take-part',
    'a decision under way goes by the rule in force now',
    'const course = resume(setting, found.value)\n  catchUp(course)\n  const problem',
    `const now = setting.books.stream('rules').units[found.value.act.unit]?.classes.at(-1)?.rule
  const course = resume(setting, { ...found.value, rule: now ?? found.value.rule })
  catchUp(course)
  const problem`,
  ),
  decision(
    'evolve',
    'folding looks at the clock of the machine',
    'paused: null, closedMs: atMs',
    'paused: null, closedMs: Date.now()',
  ),
]

const people: readonly Mutant[] = [
  core(
    'kernel/create-kernel',
    'somebody who was erased goes on acting',
    'if (erased) return refuse(erased)',
    'if (erased) void erased',
  ),
  decision(
    'ballot',
    'a ballot weighs what its caster has now',
    'frozenAt(state),\n    state.juries',
    'setting.now,\n    state.juries',
  ),
  decision('answer', 'a decision is taken back after others voted', ' || othersVoted(course, by)', ''),
  decision(
    'heads',
    'one approval too few suffices',
    'course.state.approvals.length >= some(state)',
    'course.state.approvals.length + 1 >= some(state)',
  ),
  decision(
    'heads',
    'one person approves twice',
    'notYet(state, [...state.approvals, ...state.declines], by)',
    'notYet(state, [...state.declines], by)',
  ),
  decision(
    'heads',
    'a veto takes one more than the rule asks for',
    'state.vetoes.length >= by_.needs',
    'state.vetoes.length > by_.needs',
  ),
  decision(
    'heads',
    'an objection too many is passed over',
    'state.objections.length >= process.objections',
    'state.objections.length > process.objections',
  ),
  decision(
    'heads',
    'anybody may approve, veto and pause',
    '> 0n) return null\n  const facts = { decision: state.id, group: name }',
    '>= 0n) return null\n  const facts = { decision: state.id, group: name }',
  ),
  decision(
    'heads',
    'a decision is paused again and again',
    'if (state.ratification !== null || state.paused !== null)',
    'if (state.paused !== null)',
  ),
  decision(
    'heads',
    'a pause eats the time that was left',
    'const leftMs = (course.state.dueMs ?? atMs) - atMs',
    'const leftMs = 1',
  ),
  core(
    'kernel/plan',
    'anybody may propose',
    'weightIn(books, group, act.by, now) > 0n) return null',
    'weightIn(books, group, act.by, now) >= 0n) return null',
  ),
  decision('open', 'what has a delay is done at once', 'rule.delayMs > 0 || ', ''),
  decision('open', 'a jury has one member too many', 'now.atMs), group.size)', 'now.atMs), group.size + 1)'),
]

const votes: readonly Mutant[] = [
  core(
    'voting/quorum',
    'abstentions count for the quorum where they should not',
    'rule.abstentionsCount ? tally.abstained.weight : 0n',
    'tally.abstained.weight',
  ),
  core(
    'voting/quorum',
    'a last-minute quorum puts nothing off',
    'if (!reachedBy(closesMs) || ',
    'if (closesMs > 0 || ',
  ),
  core(
    'voting/support',
    'half is more than half',
    'compared > 0 : compared >= 0',
    'compared >= 0 : compared >= 0',
  ),
  core('voting/outcome', 'a tie passes', "return 'tie'", "return 'passed'"),
  core('voting/outcome', 'no wins and it passes', "if (winner === against) return 'rejected'", ''),
  core(
    'voting/early-close',
    'whoever leads has won',
    'passed && winner !== null ? staysPassed(standing, winner) :',
    'passed && winner !== null ? true :',
  ),
  core(
    'delegation/exercise-columns',
    'delegated weight counts twice',
    '(exercised[taker] as bigint) + weight',
    '(exercised[taker] as bigint) + (taker === row ? weight : 2n * weight)',
  ),
  core(
    'delegation/scope',
    'the widest delegation counts',
    '> order[other.scope.kind]',
    '< order[other.scope.kind]',
  ),
  core(
    'delegation/problem',
    'a circle of delegations is let through',
    'if (person === added.from) return cycle(path, scope)',
    'if (person === added.from) { path.pop(); return 0 }',
  ),
  decision(
    'count-vote',
    'delegations count that came after the close',
    'delegated(setting, vote, untilMs)',
    'delegated(setting, vote, setting.now.atMs)',
  ),
]

const moves: readonly Mutant[] = [
  core('rule/rules', 'the last class that fits decides', '.find(({ filter })', '.findLast(({ filter })'),
  core(
    'stage/stage-of',
    'a veto does not hold a rule at Shared',
    "if (rule.veto !== null) stops.push('anyone_vetoes')",
    '',
  ),
  core(
    'move/rule-of-move',
    'the center takes back what the edge has',
    "case 'back':\n",
    "case 'back':\n      return accepted({ ...rule, advise: null, veto: null, pause: null, decide: { group: rule.center, process: { kind: 'some', of: 1, windowMs: 1_000 } } })\n",
  ),
  core(
    'move/rule-of-move',
    'a veto is done away with past who has it',
    'return letGo(touch, groups)',
    'return accepted(byEdge(from.rule, groups))',
  ),
  core(
    'move/rule-of-move',
    'a move does not wait out the delay',
    'const delayMs = Math.max(...sorted.map(({ from }) => from.rule.delayMs))',
    'const delayMs = 0',
  ),
  core(
    'move/plan-move',
    'a gate is passed over',
    'if (refusal && override === null) return refuse(refusal)',
    '',
  ),
  core(
    'move/move-acts',
    'a move undoes another one that came between',
    'if (madeFor === undefined || madeFor === now) return null',
    'if (now >= 0) return null',
  ),
  {
    name: 'money comes out of nothing',
    file: 'capabilities/treasury/events.ts',
    find: 'side(to, amount, 1n)',
    put: 'side(to, amount + 1n, 1n)',
  },
]

const keys: readonly Mutant[] = [
  core(
    'signing/signed-ballot',
    'who has a key votes without it',
    'if (key === null) return accepted(null)',
    'if (usedMs >= 0) return accepted(null)',
  ),
  core(
    'signing/signed-ballot',
    'any signature fits',
    'if (!verify(keyBytes(key), message',
    'if (verify.length === 0 && !verify(keyBytes(key), message',
  ),
  core(
    'signing/signed-ballot',
    'a signature fits every choice',
    'ballotMessage({ choice, decision',
    'ballotMessage({ choice: 0, decision',
  ),
  core(
    'signing/signed-ballot',
    'a signature fits the other votes of its decision',
    'person, phase, signedMs',
    "person, phase: 'vote', signedMs",
  ),
  core(
    'signing/subject',
    'a signature fits whatever the decision is about',
    'cidOf(canonical(opening))',
    'cidOf(state.id)',
  ),
  core('signing/signed-ballot', 'a ballot is sent a second time', 'signedMs <= usedMs', 'signedMs < 0'),
  core(
    'signing/signed-ballot',
    'a ballot lies about for a day',
    '> limits.signedWithinMs',
    '> 144 * limits.signedWithinMs',
  ),
  core(
    'signing/signed-ballot',
    'the use of a key is not noted',
    'data: { person, signedMs } })',
    'data: { person, signedMs: usedMs } })',
  ),
  core('signing/key', 'a key takes the place of another', 'if (has !== null) {', 'if (has === undefined) {'),
  core(
    'signing/key',
    'a key is set by who does not hold it',
    'if (!verify(bytes, keyMessage',
    'if (verify.length === 0 && !verify(bytes, keyMessage',
  ),
  core('signing/key', 'whoever was dismissed sets a key', 'person, now.seq) <= 0n', 'person, now.seq) < 0n'),
  core(
    'signing/key',
    'a key that was dropped is asked for still',
    'return { ...before, key: null }',
    'return before',
  ),
]

/** The simulator in memory catches these. */
export const kernelMutants: readonly Mutant[] = [...phases, ...people, ...votes, ...moves, ...keys]

const door = (file: string, name: string, find: string, put: string): Mutant => ({
  name,
  file: `server/door/${file}.ts`,
  find,
  put,
})

/** And these the one on the real engine, under faults. */
export const engineMutants: readonly Mutant[] = [
  door('store-batch', 'two servers write over each other', ".where('size', '=', before.size)", ''),
  door('store-batch', 'a key is not remembered', 'await rememberSent(trx, lane.organization, decided)', ''),
  door(
    'batch',
    'after a fault what is at hand is believed',
    'what is at hand may be wrong.\n    forget(parts, lane)',
    'what is at hand may be wrong.',
  ),
  door(
    'store-batch',
    'what is refused is refused on old news',
    'return (row?.size ?? 0) === before.size',
    'return true',
  ),
  door(
    'batch',
    'after a race what is at hand is believed',
    "=== 'raced') {\n        forget(parts, lane)",
    "=== 'raced') {",
  ),
  door(
    'batch',
    'times go back when the clock does',
    'Math.max(this.#parts.clock.nowMs(), this.#lastMs)',
    'this.#parts.clock.nowMs()',
  ),
  door(
    'standing-rows',
    'what people have holds one entry too early',
    'amount, from: seq + 1, to: null',
    'amount, from: seq, to: null',
  ),
  door(
    'projections',
    'a later ballot does not take the place of the one before',
    'choice = excluded.choice, ',
    '',
  ),
]

export const mutants: readonly Mutant[] = [...kernelMutants, ...engineMutants]
