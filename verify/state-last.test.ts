// The state may be large: it is read once the signed tree is there, and of a log that grows meanwhile it is held all the same.
import { tilePath } from '@equalizer/tlog'
import { expect, test } from 'vitest'
import type { Progress } from './report.ts'
import { founded, votedPayment } from './testing/organization.ts'
import { publish, sourceOf } from './testing/published.ts'
import { verifyLog } from './verify-log.ts'

const made = founded()
for (let i = 0; i < 6; i += 1) votedPayment(made, 10 + i)
const half = Math.floor(made.texts.length / 2)
const pause = async () => {}

test('of a log whose tree is not the one that is signed no state is read', async () => {
  const { files, log } = await publish(made.texts)
  const tile = files.get(tilePath(0, 0, log.size()))
  if (!tile) throw new Error('no tile')
  tile[5] = (tile[5] ?? 0) ^ 1
  const asked: string[] = []
  const whole = sourceOf(files)
  const source = {
    ...whole,
    read: (path: string, atMost: number) => {
      asked.push(path)
      return whole.read(path, atMost)
    },
  }
  const report = await verifyLog(source, { nowMs: made.nowMs, vkeys: [log.vkey], pause })
  expect(report.ok).toBe(false)
  expect(report.problem?.code).not.toMatch(/^state\./)
  expect(asked).toContain('checkpoint')
  expect(asked).not.toContain('state')
})

test('a log that grows between its tree and its state is checked at its newer checkpoint', async () => {
  const before = await publish(made.texts.slice(0, half))
  const after = await publish(made.texts)
  let grown = false
  const source = {
    ...sourceOf(before.files),
    grows: true,
    read: async (path: string) => {
      if (path === 'state') grown = true
      // Tiles of older widths are served on.
      const old = before.files.get(path) ?? null
      return (grown ? after.files.get(path) : null) ?? old
    },
  }
  const options = { nowMs: made.nowMs, vkeys: [after.log.vkey], pause }
  const sizes: number[] = []
  const progress = ({ phase, total }: Progress) => {
    if (phase === 'tree') sizes.push(total)
  }
  const report = await verifyLog(source, { ...options, progress })
  expect([...new Set(sizes)]).toEqual([half, made.texts.length])
  expect(report.problem).toBeNull()
  expect(report).toMatchObject({
    size: made.texts.length,
    remembered: null,
    state: { size: made.texts.length },
  })
})

test('of more entries than are signed it is not compared, and both sizes are said', async () => {
  const published = await publish(made.texts.slice(0, half))
  const { files } = await publish(made.texts)
  published.files.set('state', files.get('state') as Uint8Array)
  for (const grows of [false, true]) {
    const source = { ...published.source, grows }
    const report = await verifyLog(source, { nowMs: made.nowMs, vkeys: [published.log.vkey], pause })
    expect(report).toMatchObject({ ok: true, problem: null, size: half, state: null })
    expect(report.notChecked.find(({ what }) => what.startsWith('state'))).toMatchObject({
      what: 'state.ahead',
      why: expect.stringContaining('not compared'),
      facts: { state: made.texts.length, signed: half },
    })
  }
})
