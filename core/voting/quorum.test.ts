// A last-minute quorum puts the close off, at most so often; one that came in time does not.
import { describe, expect, test } from 'vitest'
import { extendedClose } from './quorum.ts'

const rule = { extension: { lastMs: 100, byMs: 50, atMost: 2 } }
const close = { closesMs: 1_000, extensions: 0 }
/** The quorum is there from then on. */
const since = (reachedMs: number) => (atMs: number) => atMs >= reachedMs

describe('the close', () => {
  test('moves where the quorum came within the last stretch', () => {
    expect(extendedClose(rule, close, since(901))).toEqual({ closesMs: 1_050, extensions: 1 })
    expect(extendedClose(rule, close, since(1_000))).toEqual({ closesMs: 1_050, extensions: 1 })
  })

  test('stays where it came before, at its very beginning, or not at all', () => {
    expect(extendedClose(rule, close, since(500))).toBeNull()
    expect(extendedClose(rule, close, since(900))).toBeNull()
    expect(extendedClose(rule, close, since(1_001))).toBeNull()
  })

  test('stays without the rule', () => {
    expect(extendedClose({ extension: null }, close, since(950))).toBeNull()
  })

  test('moves again while it is still late, at most so often', () => {
    const moves = [close]
    for (let last = close; ; ) {
      const next = extendedClose(rule, last, since(1_000))
      if (next === null) break
      moves.push(next)
      last = next
    }
    expect(moves.map(({ closesMs }) => closesMs)).toEqual([1_000, 1_050, 1_100])
    expect(extendedClose(rule, { closesMs: 1_050, extensions: 1 }, since(950))).toBeNull()
  })

  test('a quorum that was there and is lost again by a revoked delegation moves nothing', () => {
    expect(extendedClose(rule, close, atMs => atMs < 990)).toBeNull()
  })
})
