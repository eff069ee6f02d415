// One line a step, rewritten only where there is a terminal to rewrite it.
import { expect, test } from 'vitest'
import { createSteps } from './steps.ts'

function written(
  isTTY: boolean,
  play: (steps: ReturnType<typeof createSteps>, tick: (ms: number) => void) => void,
) {
  let text = ''
  let now = 0
  const out = { write: (more: string) => (text += more), isTTY, columns: 30 }
  play(
    createSteps(out, () => now),
    ms => {
      now += ms
    },
  )
  return text
}

const play: Parameters<typeof written>[1] = (steps, tick) => {
  const step = steps.step('measuring')
  step.update('10%')
  step.update('11%')
  tick(200)
  step.update('a very long text that would wrap')
  step.done('7 observations')
  steps.say('ready')
}

test('into a file: the result alone', () => {
  expect(written(false, play)).toBe('equalizer: measuring: 7 observations\nequalizer: ready\n')
})

test('on a terminal: a running line, not too often, never wider than the terminal', () => {
  const text = written(true, play)
  expect(text).toContain('measuring: 10%')
  expect(text).not.toContain('11%')
  const lines = text.replaceAll('\r\u001b[2K', '\n').split('\n')
  expect(Math.max(...lines.map(line => line.length))).toBeLessThan(37)
  expect(lines).toContain('equalizer: measuring: a very '.slice(0, 29))
  expect(text.endsWith('equalizer: measuring: 7 observations\nequalizer: ready\n')).toBe(true)
})
