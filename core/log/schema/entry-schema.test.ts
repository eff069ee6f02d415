// What an entry may be: everything that the kernel makes, and nothing besides.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createKernel } from '../../kernel/create-kernel.ts'
import { createLedger } from '../../kernel/ledger.ts'
import { strictLedger } from '../../kernel/strict-ledger.ts'
import { ada, createTrial, everything, m1, payment, purse, start } from '../../kernel/trial.ts'
import { presetRule } from '../../stage/preset.ts'
import type { JsonObject } from '../entry.ts'
import { entrySchema, eventSchemas } from './entry-schema.ts'

const schema = entrySchema([purse])

/** Founded, one payment at once, and one that is voted on. */
function entries() {
  const trial = createTrial()
  trial.does(ada, payment(5), start)
  trial.move('finance', [
    everything(presetRule(2, { center: 'team', edge: 'community', council: 'council' })),
  ])
  trial.does(ada, payment(7), start)
  trial.does(m1, { kind: 'ballot', decision: 'D-1', choice: 0, reason: 'Because' }, start)
  const [founded] = trial.entries
  const [paid, , opened, cast] = trial.entries.slice(-4)
  return { founded, paid, opened, cast } as unknown as Record<string, JsonObject>
}
const made = entries()
const problemOf = (entry: unknown) => {
  const read = schema.safeParse(entry)
  if (read.success) return null
  return read.error.issues[0]?.path.join('.') ?? ''
}
/** A copy with another value at a path; undefined: without it. */
function changed(entry: JsonObject | undefined, path: string, value: unknown): unknown {
  const copy = structuredClone(entry)
  const names = path.split('.')
  const last = names.pop() ?? ''
  const at = names.reduce<Record<string, unknown>>((of, name) => of[name] as never, copy as never)
  if (value === undefined) delete at[last]
  else at[last] = value
  return copy
}

describe('an entry', () => {
  test.each(Object.keys(made))('that was %s is one, and comes out as it went in', name => {
    expect(schema.parse(made[name])).toEqual(made[name])
  })

  test.each<[string, string, string, unknown, string]>([
    ['a field of its own too many', 'paid', 'more', 1, ''],
    ['no place', 'paid', 'seq', -1, 'seq'],
    ['a sender who is a name', 'paid', 'by', 'Ada', 'by'],
    ['a kind of command that there is not', 'paid', 'command.kind', 'obey', 'command.kind'],
    ['an act that there is not', 'paid', 'command.act.type', 'purse.burn', 'command.act.type'],
    ['a payload with more in it', 'paid', 'command.act.payload.x', 1, 'command.act.payload'],
    ['an act and a decision', 'paid', 'command.decision', 'D-1', 'command'],
    ['neither act nor decision', 'opened', 'command.decision', undefined, 'command'],
    ['an event that there is not', 'paid', 'events.0.type', 'purse.lost', 'events.0.type'],
    ['an event on another stream', 'paid', 'events.0.stream', 'rules', 'events.0.stream'],
    ['an event with more in it', 'paid', 'events.0.data.x', 1, 'events.0.data'],
    ['an opened act without its sender', 'opened', 'events.1.data.act.by', undefined, 'events.1.data.act.by'],
    ['a ballot with no weight', 'cast', 'events.0.data.weight', undefined, 'events.0.data.weight'],
  ])('with %s is none', (_, name, path, value, problem) => {
    expect(problemOf(changed(made[name], path, value))).toBe(problem)
  })

  test('of a capability that is not plugged in is none', () => {
    expect(entrySchema([]).safeParse(made.paid).success).toBe(false)
  })
})

test('an event that nobody declares is found by the ledger that tests use', () => {
  const streams = purse.streams.map(stream => ({ ...stream, events: {} }))
  const careless = { ...purse, streams }
  const ledger = strictLedger(createLedger(createKernel([careless])), entrySchema([careless]))
  ledger.found({ stewards: [ada], draws: null }, start)
  expect(() => ledger.send(payment(5), ada, start)).toThrow(/no entry/)
})

test('two streams that declare one event are found', () => {
  const events = { 'standing.set': z.strictObject({}) }
  const streams = purse.streams.map(stream => ({ ...stream, events }))
  expect(() => eventSchemas([{ ...purse, streams }])).toThrow(/standing.set/)
})
