// Progress: one rewritten line on a terminal with amount and rate, one plain line per source elsewhere.
import { expect, test } from 'vitest'
import { Progress } from './progress.ts'

function recorded(isTTY: boolean) {
  const written: string[] = []
  const clock = { ms: 0 }
  const out = { write: (text: string) => written.push(text), isTTY, columns: 60 }
  return { written, clock, progress: new Progress(out, () => clock.ms) }
}

test('a terminal gets one line, rewritten at most ten times a second', () => {
  const { written, clock, progress } = recorded(true)
  const read = (done: number) =>
    progress.show({ source: 'repo', kind: 'git', done, total: 10_000, phase: 'read' })
  read(0)
  clock.ms = 50
  read(100)
  expect(written).toHaveLength(1)
  clock.ms = 1_000
  read(5_000)
  progress.clear()
  expect(written.slice(1)).toEqual([
    '\r\u001b[2Kreading repo (git): 5,000 of 10,000 commits, 50%, 5,000/s',
    '\r\u001b[2K',
  ])
})

test('elsewhere each source and the scoring are one line', () => {
  const { written, progress } = recorded(false)
  for (const done of [0, 1_000_000, 2_000_000]) {
    progress.show({ source: 'votes', kind: 'snapshot', done, total: 3_000_000, phase: 'read' })
  }
  progress.show({ source: '', kind: 'table', done: 0, total: null, phase: 'score' })
  progress.clear()
  expect(written).toEqual(['reading votes (snapshot)\n', 'scoring\n'])
})

test('bytes are told in units', () => {
  const { written, clock, progress } = recorded(true)
  clock.ms = 0
  progress.show({ source: 'v', kind: 'table', done: 1, total: null, phase: 'read' })
  clock.ms = 2_000
  progress.show({ source: 'v', kind: 'table', done: 3_000_000, total: null, phase: 'read' })
  expect(written.at(-1)).toBe('\r\u001b[2Kreading v (table): 3.0 MB, 1.5 MB/s')
})
