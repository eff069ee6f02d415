// What a reader types to say whom they trust: keys, a policy, nothing, or something that is none of these.
import { vkeyOf } from '@equalizer/tlog'
import { expect, test } from 'vitest'
import { policyOf, trustedIn } from './trusted.ts'

const key = vkeyOf('log.example/log/a', 1, new Uint8Array(32).fill(7))

test('keys stand one a line, a policy begins its lines with words of its own', () => {
  expect(trustedIn(' \n ')).toEqual({ kind: 'nothing' })
  expect(trustedIn(`  ${key.text} \n`)).toEqual({ kind: 'keys', vkeys: [key] })
  expect(trustedIn(`log ${key.text}\nquorum none`)).toMatchObject({ kind: 'policy' })
  expect(policyOf([key]).logs.map(({ vkey }) => vkey)).toEqual([key])
})

test('an empty policy trusts nobody; a word is neither', () => {
  expect(trustedIn('# nothing in it').kind).toBe('refused')
  expect(trustedIn('please').kind).toBe('refused')
  expect(trustedIn(`${key.text}\nplease`).kind).toBe('refused')
})
