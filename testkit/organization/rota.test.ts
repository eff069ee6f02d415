// Turns keep to their shares, before the hand-over and after it.
import { expect, test } from 'vitest'
import { seeded } from './random.ts'
import { type Handover, rota, sharesAt } from './rota.ts'

const handover: Handover = [
  ['ines', 90, 20],
  ['mei', 10, 30],
  ['kwame', 0, 50],
]

function counts(progress: number, seed: string) {
  const turn = rota(handover, seeded(seed, 'rota'))
  const count = new Map<string, number>()
  for (let i = 0; i < 200; i += 1) {
    const who = turn(progress)
    count.set(who, (count.get(who) ?? 0) + 1)
  }
  return count
}

test.each(['a', 'b', 'c'])('200 turns stay within three of their share (seed %s)', seed => {
  for (const progress of [0, 0.5, 1]) {
    const count = counts(progress, seed)
    for (const [who, share] of sharesAt(handover, progress)) {
      expect(Math.abs((count.get(who) ?? 0) - share * 200)).toBeLessThanOrEqual(3)
    }
  }
})

test('who has no share has no turn', () => {
  expect(counts(0, 'a').has('kwame')).toBe(false)
})

test('shares sum to one at any point', () => {
  for (const progress of [0, 0.2, 0.47, 1]) {
    expect([...sharesAt(handover, progress).values()].reduce((a, b) => a + b)).toBeCloseTo(1, 12)
  }
})
