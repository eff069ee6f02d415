// Lending, given, when, then: a tool is with one person at a time.
import { expect, test } from 'vitest'
import { project } from '../testing/project.ts'
import { createWorld } from '../testing/world.ts'
import { lending } from './index.ts'

const workshop = { unit: 'workshop' }

test('given a tool, when it is lent, then nobody else gets it until it is back', () => {
  const world = createWorld([lending], 0)
  world.given('lending.add', { tool: 'drill', name: 'The big drill' }, workshop)
  world.given('lending.lend', { tool: 'drill', to: 'p-ada1', days: 2 }, workshop)
  expect(world.act('lending.lend', { tool: 'drill', to: 'p-bob1', days: 1 }, workshop)).toMatchObject({
    refusal: { code: 'lending.lent_already', facts: { person: 'p-ada1' } },
  })
  const loans = () => [...(project([lending], world.entries).get('lending_loans')?.values() ?? [])]
  expect(loans()).toEqual([{ tool: 'drill', person: 'p-ada1', due_ms: '172800000' }])
  world.given('lending.take_back', { tool: 'drill' }, workshop)
  expect(loans()).toEqual([])
  world.given('lending.lend', { tool: 'drill', to: 'p-bob1', days: 1 }, workshop)
})

test('given a tool of one unit, when another unit lends it, then it is refused', () => {
  const world = createWorld([lending])
  world.given('lending.add', { tool: 'drill', name: 'The big drill' }, workshop)
  const lent = world.act('lending.lend', { tool: 'drill', to: 'p-ada1', days: 1 }, { unit: 'shop' })
  expect(lent).toMatchObject({ refusal: { code: 'lending.other_unit', facts: { unit: 'workshop' } } })
})
