// A circle is refused in whichever class it would be, and no order of giving and revoking makes one.
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { delegationProblem } from './problem.ts'
import { type Delegation, delegationsFor, type Scope, scopeKey } from './scope.ts'

const everything: Scope = { kind: 'everything' }
const finance: Scope = { kind: 'unit', unit: 'finance' }
const pay: Scope = { kind: 'class', unit: 'finance', class: 'pay' }
const news: Scope = { kind: 'class', unit: 'press', class: 'news' }
const gives = (from: string, to: string, scope: Scope = everything): Delegation => ({ from, to, scope })
const code = (existing: Delegation[], added: Delegation) => delegationProblem(existing, added)?.code ?? null

describe('what is refused', () => {
  test('oneself', () => {
    expect(code([], gives('ada', 'ada'))).toBe('delegation.self')
  })

  test('a circle, with its path', () => {
    const existing = [gives('ben', 'cleo'), gives('cleo', 'dora')]
    expect(delegationProblem(existing, gives('dora', 'ben'))).toEqual({
      code: 'delegation.cycle',
      reason: 'The delegation would close a circle',
      facts: { path: 'dora → ben → cleo → dora', scope: '[]' },
    })
    expect(code(existing, gives('dora', 'ada'))).toBeNull()
    expect(code(existing, gives('ada', 'ben'))).toBeNull()
  })

  test('a circle that only one class has', () => {
    const existing = [gives('ben', 'cleo', finance), gives('cleo', 'ada', pay)]
    expect(delegationProblem(existing, gives('ada', 'ben'))?.facts).toMatchObject({
      scope: '["finance","pay"]',
    })
    expect(code(existing, gives('ada', 'ben', news))).toBeNull()
  })

  test('scopes that do not meet make no circle', () => {
    expect(code([gives('ben', 'ada', pay)], gives('ada', 'ben', news))).toBeNull()
    expect(code([gives('ben', 'cleo', pay), gives('cleo', 'ada', news)], gives('ada', 'ben'))).toBeNull()
  })

  test('a circle that a more specific delegation hides until it is revoked', () => {
    const existing = [gives('ada', 'ben'), gives('ada', 'cleo', pay)]
    expect(code(existing, gives('ben', 'ada', pay))).toBe('delegation.cycle')
  })

  test('a new one takes the place of the old one in its scope', () => {
    const many = Array.from({ length: limits.delegationsPerPerson }, (_, i) =>
      gives('ada', 'ben', { kind: 'unit', unit: `u${i}` }),
    )
    expect(code(many, gives('ada', 'cleo', { kind: 'unit', unit: 'u7' }))).toBeNull()
    expect(code(many, gives('ada', 'cleo', { kind: 'unit', unit: 'other' }))).toBe('delegation.too_many')
    const before = [gives('ada', 'ben'), gives('ben', 'cleo')]
    expect(code(before, gives('ben', 'dora'))).toBeNull()
  })

  test('a chain of more hops than the limit, counted from the giver', () => {
    const chain = Array.from({ length: limits.delegationHops }, (_, i) => gives(`p${i}`, `p${i + 1}`))
    expect(code(chain, gives('new', 'p1'))).toBeNull()
    expect(code(chain, gives('new', 'p0'))).toBe('delegation.too_long')
    expect(code(chain, gives(`p${limits.delegationHops}`, 'new'))).toBeNull()
  })

  test('a chain is as long as its longest branch, also where branches meet', () => {
    const tail = Array.from({ length: limits.delegationHops - 3 }, (_, i) => gives(`t${i}`, `t${i + 1}`))
    const short = gives('ben', 't0', pay)
    const long = [gives('ben', 'cleo', finance), gives('cleo', 't0')]
    const longer = [gives('ben', 'cleo', finance), gives('cleo', 'dora'), gives('dora', 't0')]
    expect(code([...tail, short, ...long], gives('ada', 'ben'))).toBeNull()
    for (const orders of [
      [short, ...longer],
      [...longer, short],
    ]) {
      expect(code([...tail, ...orders], gives('ada', 'ben'))).toBe('delegation.too_long')
    }
  })

  test('more than can be walked through', () => {
    const wide = Array.from({ length: 400 }, (_, i) => gives('hub', `p${i}`, { kind: 'unit', unit: `u${i}` }))
    const deep = Array.from({ length: 400 }, (_, i) =>
      Array.from({ length: 300 }, (_, j) =>
        gives(`p${i}`, `q${j}`, { kind: 'class', unit: `u${i}`, class: `c${j}` }),
      ),
    ).flat()
    expect(code([...wide, ...deep], gives('ada', 'hub'))).toBe('delegation.too_tangled')
  })

  test('a circle that is there already, which cannot be, ends the walk all the same', () => {
    expect(code([gives('ben', 'cleo'), gives('cleo', 'ben')], gives('ada', 'ben'))).toBe(
      'delegation.too_long',
    )
  })
})

const classes = ['a', 'b'].flatMap(unit =>
  ['x', 'y'].map(name => ({ kind: 'class', unit, class: name }) as const),
)
const scopes: Scope[] = [everything, { kind: 'unit', unit: 'a' }, { kind: 'unit', unit: 'b' }, ...classes]
const people = ['p', 'q', 'r', 's']

function hasCircle(inForce: Iterable<Delegation>): boolean {
  const all = [...inForce]
  return classes.some(about => {
    const to = delegationsFor(about, all)
    return people.some(person => {
      let at: string | undefined = person
      for (let hop = 0; hop <= people.length && at !== undefined; hop += 1) at = to.get(at)?.to
      return at !== undefined
    })
  })
}

test('no order of giving, replacing and revoking leaves a circle in any class', () => {
  const step = fc.record({
    from: fc.constantFrom(...people),
    to: fc.constantFrom(...people),
    scope: fc.constantFrom(...scopes),
    revoke: fc.nat(3).map(one => one === 0),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), steps => {
      const inForce = new Map<string, Delegation>()
      for (const { revoke, ...delegation } of steps) {
        const key = `${delegation.from} ${scopeKey(delegation.scope)}`
        if (revoke) inForce.delete(key)
        else if (delegationProblem(inForce.values(), delegation) === null) inForce.set(key, delegation)
        expect(hasCircle(inForce.values())).toBe(false)
      }
    }),
    { numRuns: 500 },
  )
})

test('where nobody has two delegations that fit one class, only true circles are refused', () => {
  const pairs = fc.array(fc.tuple(fc.constantFrom(...people), fc.constantFrom(...people)), { maxLength: 12 })
  fc.assert(
    fc.property(pairs, fc.constantFrom(...scopes), (steps, scope) => {
      const inForce = new Map<string, Delegation>()
      for (const [from, to] of steps) {
        const added = { from, to, scope }
        const after = new Map(inForce).set(from, added)
        const problem = delegationProblem(inForce.values(), added)
        expect(problem !== null).toBe(from === to || hasCircle(after.values()))
        if (problem === null) inForce.set(from, added)
      }
    }),
  )
})
