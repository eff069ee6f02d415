// Whatever people send, in whatever order and at whatever times: nothing happens without its decision, and the log alone
// tells everything again.
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { canonical } from '../log/canonical.ts'
import { presetRule } from '../stage/preset.ts'
import type { Stage } from '../stage/stage.ts'
import type { Command, Tick } from './command.ts'
import { commandSchema } from './command.ts'
import { createKernel } from './create-kernel.ts'
import {
  act,
  ada,
  ben,
  createTrial,
  day,
  everything,
  hour,
  m6,
  members,
  outsider,
  payment,
  purse,
  start,
} from './trial.ts'

const sides = { center: 'team', edge: 'community', council: 'council' }
const people = [ada, ben, ...members, outsider]
const reason = 'Because'

interface Step {
  readonly by: string | null
  readonly command: Command | Tick
  readonly afterMs: number
}

const decision = fc.integer({ min: 1, max: 6 }).map(n => `D-${n}`)
const stage = fc.integer({ min: 0, max: 4 }).map(n => n as Stage)
const commands = fc.oneof(
  fc.integer({ min: 1, max: 600 }).map(amount => payment(amount)),
  fc.tuple(stage, fc.boolean()).map(([to, vetoed]) =>
    act('rule.move', 'finance', {
      unit: 'finance',
      classes: [everything({ ...presetRule(to, sides), ...(vetoed ? { expiresMs: day } : {}) })],
    }),
  ),
  fc
    .tuple(fc.constantFrom(...people), fc.boolean())
    .map(([person, is]) =>
      act('purse.give', 'organization', { key: 'member', person, amount: is ? '1' : '0' }),
    ),
  fc.record({ kind: fc.constant('ballot' as const), decision, choice: fc.constantFrom(0, 1, null) }),
  fc.record({ kind: fc.constantFrom('approve' as const, 'retry' as const), decision }),
  fc.record({
    kind: fc.constantFrom(
      'veto' as const,
      'pause' as const,
      'cancel' as const,
      'object' as const,
      'decline' as const,
    ),
    decision,
    reason: fc.constant(reason),
  }),
  fc.record({
    kind: fc.constant('answer' as const),
    decision,
    proceed: fc.boolean(),
    reason: fc.constant(reason),
  }),
  fc.record({
    kind: fc.constant('delegate' as const),
    to: fc.constantFrom(...people),
    scope: fc.constant({ kind: 'everything' as const }),
  }),
)
const steps: fc.Arbitrary<Step> = fc
  .tuple(
    fc.oneof(
      { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...people), commands) },
      {
        weight: 1,
        arbitrary: fc.tuple(
          fc.constant(null),
          decision.map(id => ({ kind: 'advance' as const, decision: id })),
        ),
      },
    ),
    fc.constantFrom(0, hour, day, 3 * day, 20 * day),
  )
  .map(([[by, command], afterMs]) => ({ by, command, afterMs }))

function run({ begins, script }: Script) {
  const trial = createTrial()
  if (begins > 0) trial.move('finance', [everything(presetRule(begins, sides))])
  trial.has('seat:council', m6, BigInt(start + 4_000 * day))
  let atMs = start
  for (const { by, command, afterMs } of script) {
    atMs += afterMs
    const before = trial.entries.length
    const result = trial.send(command, by, atMs)
    expect(trial.entries.length).toBe(before + (result.ok ? 1 : 0))
  }
  return trial
}

interface Script {
  readonly begins: Stage
  readonly script: readonly Step[]
}
const scripts: fc.Arbitrary<Script> = fc.record({
  begins: stage,
  script: fc.array(steps, { minLength: 5, maxLength: 60 }),
})

describe('any script', () => {
  test('is told again by its log alone, and by sending it again', () => {
    fc.assert(
      fc.property(scripts, script => {
        const trial = run(script)
        expect(run(script).entries).toEqual(trial.entries)
        const kernel = createKernel([purse])
        const states = new Map<string, unknown>()
        for (const entry of trial.entries) {
          for (const event of JSON.parse(canonical(entry)).events) {
            states.set(event.stream, kernel.evolve(states.get(event.stream) ?? null, event, entry))
          }
        }
        for (const [stream, state] of states) {
          expect(canonical(state)).toBe(canonical(trial.books.stream(stream)))
        }
      }),
      { numRuns: 40 },
    )
  })

  test('pays and moves only what was allowed: at once at Team, else by the decision that ends in that entry', () => {
    fc.assert(
      fc.property(scripts, script => {
        const done = new Set<string>()
        for (const { events, command } of run(script).entries) {
          const deeds = events.filter(({ type }) => type === 'purse.paid' || type === 'rules.changed')
          const executed = events.filter(({ type }) => type === 'decision.executed')
          if (command.kind === 'act' && command.decision === undefined) {
            expect(executed).toEqual([])
            if (deeds.length > 0) expect(command.stage).toBe(0)
            continue
          }
          expect(deeds.length).toBe(executed.length)
          for (const { stream } of executed) {
            expect(done.has(stream)).toBe(false)
            done.add(stream)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('keeps count of what is open', () => {
    fc.assert(
      fc.property(scripts, script => {
        const trial = run(script)
        const { last, open } = (trial.books.stream('decisions') ?? { last: 0, open: 0 }) as {
          last: number
          open: number
        }
        const states = Array.from({ length: last }, (_, i) => trial.decision(`D-${i + 1}`))
        expect(states.filter(({ closedMs }) => closedMs === null)).toHaveLength(open)
        for (const { closedMs, dueMs } of states) expect(dueMs === null).toBe(closedMs !== null)
      }),
      { numRuns: 30 },
    )
  })
})

describe('hostile input', () => {
  const trial = createTrial()

  test.each([
    ['a decision named like what objects inherit', { kind: 'approve', decision: '__proto__' }],
    ['a choice that is no number', { kind: 'ballot', decision: 'D-1', choice: Number.NaN }],
    ['a choice with other keys', { kind: 'ballot', decision: 'D-1', choice: { x: 1 } }],
    ['an unknown kind', { kind: 'constructor' }],
    ['a unit named by a path', { kind: 'act', act: { type: 'purse.pay', unit: '../x', payload: {} } }],
    ['a person that is a name', { kind: 'delegate', to: 'Ada', scope: { kind: 'everything' } }],
    ['a reason without words', { kind: 'veto', decision: 'D-1', reason: '   ' }],
  ])('%s does not get through the door', (_, command) => {
    expect(commandSchema.safeParse(command).success).toBe(false)
  })

  test('a unit that is called like what objects inherit has no rules of its own', () => {
    for (const unit of ['constructor', 'valueof', 'has-own']) {
      expect(trial.does(ada, payment(1, unit), start)).toEqual({ outcome: 'executed' })
    }
    trial.move('constructor', [everything(presetRule(3, sides))])
    expect(trial.does(ada, payment(1, 'constructor'), start)).toMatchObject({ phase: 'vote' })
  })

  test('what does not fit into an entry is refused, and so are halves of characters', () => {
    const note = (text: string) => ({ ...payment(1), act: { ...payment(1).act, note: text } })
    const huge = note('€'.repeat(30_000))
    expect(trial.refuses(ada, huge, start)).toMatchObject({ code: 'entry.too_large' })
    expect(trial.refuses(ada, note('\ud800'), start).code).toBe('entry.not_unicode')
  })

  test('a clock or a length that is no whole number is a fault of the shell, and so is a command of nobody', () => {
    const kernel = createKernel([purse])
    const at = (now: object) => () =>
      kernel.handle(payment(1), ada, trial.books, { seq: 1, atMs: 1, draw: null, ...now })
    expect(at({ atMs: Number.NaN })).toThrow(RangeError)
    expect(at({ seq: -1 })).toThrow(RangeError)
    expect(() => kernel.handle(payment(1), null, trial.books, trial.now(start))).toThrow()
    expect(() => createKernel([purse, purse])).toThrow(/purse/)
  })
})
