// The same jury from the same seed in any order, the lowest tickets by Node's own SHA-256, nobody twice, everybody alike.
import { createHash } from 'node:crypto'
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { drawJury, juryTicket } from './jury.ts'

const seed = '00ff'.repeat(16)
const people = Array.from({ length: 200 }, (_, i) => `p-${i}`)

/** Written a second time, by the description alone. */
function ticket(seedHex: string, decision: string, person: string): string {
  const framed = (bytes: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    return [length, bytes]
  }
  const parts = [Buffer.from('equalizer/jury/1'), Buffer.from(seedHex, 'hex'), Buffer.from(decision)]
  const key = createHash('sha256').update(Buffer.concat(parts.flatMap(framed)))
  return createHash('sha256').update(key.digest()).update(person, 'utf8').digest('hex')
}

const naive = (pool: readonly string[], size: number, decision: string) =>
  [...new Set(pool)]
    .map(person => ({ person, ticket: ticket(seed, decision, person) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .slice(0, size)
    .map(({ person }) => person)

describe('a draw', () => {
  test('is the lowest tickets, in any order, people named twice counted once', () => {
    const pools = fc.array(fc.constantFrom(...people.slice(0, 40)), { maxLength: 80 })
    fc.assert(
      fc.property(pools, fc.nat(20), fc.string(), (pool, size, decision) => {
        const drawn = drawJury(seed, decision, pool, size)
        expect(drawn).toEqual(naive(pool, size, decision))
        expect(drawJury(seed, decision, pool.toReversed(), size)).toEqual(drawn)
      }),
    )
  })

  test('larger begins with the smaller', () => {
    const all = drawJury(seed, 'D-1', people, 500)
    expect(all).toHaveLength(200)
    expect(drawJury(seed, 'D-1', people, 12)).toEqual(all.slice(0, 12))
    expect(drawJury(seed, 'D-1', people, 0)).toEqual([])
    expect(drawJury(seed, 'D-1', [], 12)).toEqual([])
  })

  test('differs by seed and by decision; hex and bytes are the same', () => {
    const first = drawJury(seed, 'D-1', people, 12)
    expect(drawJury(Buffer.from(seed, 'hex'), 'D-1', people, 12)).toEqual(first)
    expect(drawJury(seed, 'D-2', people, 12)).not.toEqual(first)
    expect(drawJury('00', 'D-1', people, 12)).not.toEqual(first)
  })

  test('reads the pool once and keeps no more than the jury', () => {
    let read = 0
    function* pool() {
      for (; read < 20_000; read += 1) yield `p-${read}`
    }
    expect(drawJury(seed, 'D-1', pool(), 5)).toHaveLength(5)
    expect(read).toBe(20_000)
  })

  test('takes everybody alike: over 2,000 draws of 5 in 20, each about 500 times', () => {
    const times = new Map<string, number>()
    for (let draw = 0; draw < 2_000; draw += 1) {
      for (const person of drawJury(seed, `D-${draw}`, people.slice(0, 20), 5)) {
        times.set(person, (times.get(person) ?? 0) + 1)
      }
    }
    // Five standard deviations of a binomial of 2,000 at 1/4 are 97. The seeds are fixed, so that this cannot flicker.
    expect([...times.values()].every(count => Math.abs(count - 500) < 97)).toBe(true)
    expect(times.size).toBe(20)
  })
})

describe('a ticket', () => {
  test('is what its description says, also for letters beyond ASCII', () => {
    for (const person of ['p-1', '', 'Zoë 🜁']) {
      expect(juryTicket(seed, 'D-17', person)).toBe(ticket(seed, 'D-17', person))
    }
  })

  test('never runs seed, decision and person together', () => {
    const alike = [juryTicket('6161', 'b', 'c'), juryTicket('61', 'ab', 'c'), juryTicket('6161', 'bc', '')]
    expect(new Set(alike).size).toBe(3)
  })
})

test('what is not a seed or a size', () => {
  for (const bad of ['', 'xyz', '0', '00'.repeat(65), new Uint8Array()]) {
    expect(() => drawJury(bad, 'D-1', people, 1)).toThrow()
  }
  for (const size of [-1, 1.5, Number.NaN])
    expect(() => drawJury(seed, 'D-1', people, size)).toThrow(RangeError)
})
