// After a recovery no value of the chain is drawn that an entry has uncovered.
import { type Entry, revealed } from '@equalizer/core'
import { expect, test } from 'vitest'
import { drawAt } from '../door/draws.ts'
import { drawsAfter } from './recover.ts'

const root = '5'.repeat(64)
const length = 50
const opened = (draw: string | null): Entry => ({
  seq: 0,
  atMs: 0,
  by: null,
  command: { kind: 'act' },
  events: [{ stream: 'decision/D-1', type: 'decision.opened', data: { draw } }],
})

test('goes on behind the last that was uncovered, those passed over included', () => {
  const after = drawsAfter({ root, length, used: 2 }, [
    opened(revealed(root, length, 4)),
    opened(null),
    opened(revealed(root, length, 7)),
  ])
  expect(after.used).toBe(7)
  expect(drawAt(after)).toBe(revealed(root, length, 8))
  expect(drawsAfter(after, [opened(null)])).toEqual(after)
})
