// What options, ballots and proposals are called, and what is left of a decision's time.
import { expect, test } from 'vitest'
import { byMethod, people, voting } from '../../fixtures/decisions.ts'
import { againstOf, choiceWords, leftWords, optionWords, standsWords, titleWords } from './words.ts'

test('options are called by what they are: yes, no, people, proposals', () => {
  expect(optionWords(voting('single-choice', ['for', 'against']), 'vote')).toEqual(['For', 'Against'])
  expect(optionWords(voting('schulze', [people[1]?.id ?? '', 'p-gone0']), 'vote')).toEqual([
    'Bo Diddley',
    'p-gone0',
  ])
  expect(optionWords(voting('approval', ['0', 'none']), 'ratify')).toEqual([
    'Keep it stopped',
    'Let it go on',
  ])
})

test('proposals are told apart by the fields in which they differ', () => {
  const decision = voting('approval', ['0', '1', 'none'], { payload: { tool: 'saw', price: 4 } })
  const [opened, ...rest] = decision.timeline
  const act = { alternatives: [{ tool: 'saw', price: 7 }] }
  const timeline = [{ ...opened, data: { act } }, ...rest] as typeof decision.timeline
  expect(optionWords({ ...decision, timeline }, 'vote')).toEqual([
    'Proposal 1: 4',
    'Proposal 2: 7',
    'None of these',
  ])
})

test('an election has no option that says no', () => {
  expect(againstOf({ options: ['for', 'against'] }, 'vote')).toBe(1)
  expect(againstOf({ options: ['0', '1', 'none'] }, 'vote')).toBe(2)
  expect(againstOf({ options: ['p-a', 'p-b'] }, 'vote')).toBeNull()
})

test('a ballot is said by its form', () => {
  const labels = ['Ada', 'Bo', 'Grace']
  expect(choiceWords(2, labels, false)).toBe('Grace')
  expect(choiceWords([2, 0], labels, false)).toBe('Grace, Ada')
  expect(choiceWords([2, 0], labels, true)).toBe('1. Grace, 2. Ada')
  expect(choiceWords({ 0: 7, 1: 0 }, labels, false)).toBe('Ada: 7')
  expect([null, [], { 1: 0 }].map(choice => choiceWords(choice, labels, false))).toEqual([
    'abstention',
    'abstention',
    'abstention',
  ])
})

test('what is left of its time, until it is about to move on', () => {
  const due = '2026-11-26T12:00:00.000Z'
  const at = (iso: string) => leftWords({ due, phase: 'vote' }, Date.parse(iso))
  expect(at('2026-11-23T12:00:00Z')).toBe('3 days left')
  expect(at('2026-11-26T11:30:00Z')).toBe('30 minutes left')
  expect(at('2026-11-26T12:00:00Z')).toBe('about to move on')
  expect(leftWords({ due, phase: 'executed' }, 0)).toBeNull()
})

test('where it stands, and a move in words', () => {
  expect(standsWords(byMethod['D-17'] ?? voting('approval', []))).toBe('Community votes.')
  expect(standsWords(voting('approval', [], { phase: 'veto', vote: null }))).toBe(
    'It passed. Team may still veto.',
  )
  const pay = voting('approval', [])
  expect(titleWords(pay)).toBe('Pay 4,000.00 EUR to Hetzner: servers for the winter')
  const { payload } = pay
  expect(titleWords({ ...pay, asked: { ...payload, amount: '1' } })).toBe(titleWords(pay))
  const move = { ...pay, type: 'rule.move', payload: { unit: 'finance', classes: [] } }
  expect(titleWords(move)).toBe('Change who decides in Finance')
  expect(titleWords({ ...move, type: 'orchard.plant', title: 'Plant a tree' })).toBe('Plant a tree')
})
