// The fader's arithmetic: every key, both ends, and the pull of the stages.
import { describe, expect, test } from 'vitest'
import { moved, positionAt, snapped } from './fader-keys.ts'

describe('keys', () => {
  test.each([
    [38, 'ArrowUp', false, 39],
    [38, 'ArrowRight', true, 43],
    [38, 'ArrowDown', false, 37],
    [3, 'ArrowLeft', true, 0],
    [99, 'ArrowUp', true, 100],
    [38, 'PageUp', false, 50],
    [50, 'PageUp', false, 75],
    [38, 'PageDown', false, 25],
    [50, 'PageDown', false, 25],
    [0, 'PageDown', false, 0],
    [100, 'PageUp', false, 100],
    [38, 'Home', false, 0],
    [38, 'End', false, 100],
    [37.6, 'ArrowUp', false, 39],
    [38, 'a', false, null],
    [38, 'Tab', false, null],
  ])('%d, %s, shift %s: %d', (from, key, shift, to) => expect(moved(from, key, shift)).toBe(to))
})

describe('a hand', () => {
  test.each([
    [48.4, false, 50],
    [52, false, 50],
    [53, false, 53],
    [48.4, true, 48],
    [-4, false, 0],
    [140, false, 100],
    [1.6, false, 0],
  ])('at %d, freely %s, stands at %d', (at, freely, to) => expect(snapped(at, freely)).toBe(to))

  const track = { left: 100, width: 200, bottom: 400, height: 300 }
  test('on a standing track goes from below upwards', () => {
    expect(positionAt({ clientX: 0, clientY: 400 }, track, false)).toBe(0)
    expect(positionAt({ clientX: 0, clientY: 250 }, track, false)).toBe(50)
    expect(positionAt({ clientX: 0, clientY: 0 }, track, false)).toBe(100)
  })
  test('on a lying one from left to right', () => {
    expect(positionAt({ clientX: 150, clientY: 0 }, track, true)).toBe(25)
    expect(positionAt({ clientX: 20, clientY: 0 }, track, true)).toBe(0)
  })
})
