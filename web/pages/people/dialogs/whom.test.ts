// Whom a merging and an employer are about: the person meant, and never their colleagues.
import type { Party } from '@equalizer/client'
import { expect, test } from 'vitest'
import { actorsAtMost } from '../party.ts'
import { handlesToName } from './handles-to-name.ts'
import { peopleToBond } from './people-to-bond.ts'

const member = (actor: string, observations: number, person: string | null = null) => ({
  actor,
  name: null,
  observations,
  person,
})
const person = (id: string, employer: string | null = null) => ({
  id,
  name: `The ${id}`,
  employer,
  payer: null,
  funder: null,
})
const party = (id: string, members: Party['members'], people: Party['people'] = []): Party => ({
  id,
  name: id,
  observations: 1,
  members,
  reasons: [],
  people,
})

const alone = party('bo', [member('github:bo', 2), member('email:bo@x.org', 1)])
const firm = party(
  'acme',
  [member('github:ada', 9, 'ada'), member('email:ada@x.org', 1, 'ada'), member('github:cy', 4, 'cy')],
  [person('ada', 'Acme'), person('cy', 'Acme')],
)

test('all handles of a person, and of a firm only its busiest person', () => {
  expect(handlesToName([alone, firm])).toEqual([
    'github:bo',
    'email:bo@x.org',
    'github:ada',
    'email:ada@x.org',
  ])
})

test('where all are too many, the busiest of each', () => {
  const many = party(
    'many',
    Array.from({ length: actorsAtMost + 1 }, (_, i) => member(`github:${i}`, i)),
  )
  expect(handlesToName([alone, many])).toEqual(['github:bo', `github:${actorsAtMost}`])
})

test('an employer is written down person by person', () => {
  const withRest = party('x', [member('github:ada', 9, 'ada'), member('eth:0x1', 1)], [person('ada')])
  expect(peopleToBond([alone, firm, withRest])).toEqual([
    { actors: ['github:bo', 'email:bo@x.org'], name: 'bo', employer: null },
    { actors: ['github:ada', 'email:ada@x.org'], name: 'The ada', employer: 'Acme' },
    { actors: ['github:cy'], name: 'The cy', employer: 'Acme' },
    { actors: ['github:ada'], name: 'The ada', employer: null },
  ])
})
