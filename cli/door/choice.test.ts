// A choice as it is typed, in the options of a decision.
import { expect, test } from 'vitest'
import { Stop } from '../stop.ts'
import { choiceOf } from './choice.ts'

const yesNo = { options: ['for', 'against'], names: {} }
const payloads = { options: ['0', '1', 'none'], names: {} }
const people = {
  options: ['p-aaaa', 'p-bbbb', 'p-cccc'],
  names: { 'p-aaaa': 'Ada', 'p-bbbb': 'Ben', 'p-cccc': 'Ben' },
}

test.each([
  ['for', yesNo, 0],
  ['against', yesNo, 1],
  ['abstain', yesNo, null],
  ['1', payloads, 1],
  ['none', payloads, 2],
  ['ada', people, 0],
  ['p-cccc,Ada', people, [2, 0]],
  ['Ada,', { options: ['Ada', ''], names: {} }, [0, 1]],
  ['Ada=3,p-bbbb=1', people, { 0: 3, 1: 1 }],
  ['[2,0]', people, [2, 0]],
  ['{"0":5}', people, { 0: 5 }],
])('%s', (text, options, choice) => {
  expect(choiceOf(text, options)).toEqual(choice)
})

test.each([
  ['maybe', yesNo, /there are for, against, and abstain/],
  ['Ben', people, /is the name of several/],
  ['[1', people, /or JSON/],
])('%s is wrong use', (text, options, reason) => {
  expect(() => choiceOf(text, options)).toThrow(Stop)
  expect(() => choiceOf(text, options)).toThrow(reason)
})
