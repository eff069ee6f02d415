// Circles are found, all of them, and nothing else.
import { expect, test } from 'vitest'
import { cycles } from './cycles.ts'

const graph = (edges: Record<string, string[]>) => new Map(Object.entries(edges))

test('a tree and a diamond have none', () => {
  expect(cycles(graph({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }))).toEqual([])
})

test('a file that imports itself is one', () => {
  expect(cycles(graph({ a: ['a'], b: ['a'] }))).toEqual([['a']])
})

test('two circles that share no node are both found, sorted', () => {
  const edges = { z: ['y'], y: ['x'], x: ['z', 'b'], a: ['b'], b: ['a'] }
  expect(cycles(graph(edges))).toEqual([
    ['a', 'b'],
    ['x', 'y', 'z'],
  ])
})

test('circles that share a node are one', () => {
  expect(cycles(graph({ a: ['b', 'c'], b: ['a'], c: ['a'] }))).toEqual([['a', 'b', 'c']])
})

test('edges out of the graph are ignored', () => {
  expect(cycles(graph({ a: ['node:fs'] }))).toEqual([])
})

test('a chain of 100,000 does not overflow', () => {
  const chain = new Map<string, string[]>()
  for (let i = 0; i < 100_000; i += 1) chain.set(`n${i}`, [`n${i + 1}`])
  chain.set('n100000', ['n99999'])
  expect(cycles(chain)).toEqual([['n100000', 'n99999']])
})
