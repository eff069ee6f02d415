// Who and what a row of the evidence names, where source, party and handle say different things.
import { expect, test } from 'vitest'
import { aboutOf, kindText, partyOf, whoOf } from './columns.tsx'

const party = { id: 'organization:tern', name: 'Tern Research' }
const row = { actor: 'github:marta', name: 'Marta Kowalczyk', party }

test('a person first, and the party they count as beside it', () => {
  expect([whoOf(row), partyOf(row)]).toEqual(['Marta Kowalczyk', 'Tern Research'])
  expect([whoOf({ ...row, name: null }), partyOf({ ...row, name: null })]).toEqual(['Tern Research', null])
  expect(whoOf({ ...row, name: null, party: null })).toBe('github:marta')
})

test('nobody is said to be nobody', () => {
  expect(whoOf({ actor: null, name: null, party: null })).toBe(null)
})

test('what is about itself says so once', () => {
  expect(aboutOf({ about: '4e1243bd', reference: '4e1243bd' })).toBe(null)
  expect(aboutOf({ about: 'northwind/desk#731', reference: 'pulls.jsonl:12' })).toBe('northwind/desk#731')
})

test('a kind that a mapping invented is shown as it stands', () => {
  expect(kindText('vote.cast')).toBe('Vote')
  expect(kindText('lantern.lit')).toBe('lantern.lit')
})
