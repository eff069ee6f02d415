// Organizations of many seeds, in memory, every entry audited apart from the kernel. EQUALIZER_SEEDS says how many.
import { capabilities } from '@equalizer/capabilities'
import { entrySchema } from '@equalizer/core'
import { describe, expect, test } from 'vitest'
import { simulate } from './simulate.ts'

const seeds = Number(process.env.EQUALIZER_SEEDS ?? 2_000)
const perTest = 250

const seen = new Map<string, number>()
const schema = entrySchema(capabilities)

function all(from: number, to: number): void {
  for (let seed = from; seed < to; seed += 1) {
    const simulated = simulate(String(seed))
    for (const [what, times] of simulated.seen) seen.set(what, (seen.get(what) ?? 0) + times)
    for (const text of simulated.log) schema.parse(JSON.parse(text))
  }
}

describe('whole organizations', () => {
  const starts = Array.from({ length: Math.ceil(seeds / perTest) }, (_, i) => i * perTest)
  test.each(starts)('from seed %i on', from => all(from, Math.min(from + perTest, seeds)), 600_000)

  test('do everything that there is to do', () => {
    const parts = [
      'ballot',
      'approve',
      'decline',
      'object',
      'answer',
      'veto',
      'pause',
      'cancel',
      'delegate',
      'revoke',
      'set_key',
      'drop_key',
      'erase',
    ]
    const events = [
      'extended',
      'pause_lapsed',
      'pause_ratified',
      'expired',
      'execution_refused',
      'executed',
      'vetoed',
    ]
    const acts = [
      'treasury.pay',
      'curation.publish',
      'lending.lend',
      'charter.dismiss',
      'charter.erase_person',
      'rule.move',
      'rule.set_group',
    ]
    const refusals = [
      'delegation.cycle',
      'rule.superseded',
      'rule.gate_not_met',
      'ballot.final',
      'decision.window_over',
      'ballot.unsigned',
      'key.already_set',
      'key.none',
      'key.not_member',
      'person.erased',
      'signature.invalid',
      'signature.replayed',
      'signature.stale',
    ]
    const wanted = [
      ...parts,
      'key.used',
      ...events.map(name => `decision.${name}`),
      ...acts.flatMap(type => [`${type} executed`, `${type} opened`]),
      ...refusals.map(code => `refused ${code}`),
    ]
    expect(wanted.filter(what => !seen.has(what))).toEqual([])
  })

  test('the same seed is the same run', () => {
    expect(simulate('again').log).toEqual(simulate('again').log)
    expect(simulate('again').log).not.toEqual(simulate('another').log)
  })
})
