// The rules in a charter file: read, written and read again, and every name that points nowhere found with its line.
import { expect, test } from 'vitest'
import { readCharter } from './read.ts'
import { writeCharter } from './write.ts'

const text = `equalizer: 1
organization: {id: harbour, name: Harbour}
units:
  - {id: finance, name: Finance}
deciding:
  groups:
    - {id: team, name: Team, kind: role, role: steward}
    - {id: community, name: Community, kind: everyone}
    - {id: council, name: Council, kind: council, seats: 3, termMs: 15552000000, electedBy: community}
  units:
    - unit: finance
      classes:
        - id: small
          name: Payments up to 5,000
          filter: {acts: [treasury.pay], where: [{field: amount, atMost: "500000"}]}
          consequence: 10
          rule: &rule
            center: team
            edge: community
            propose: team
            advise: null
            decide: {group: team, process: {kind: some, of: 1, windowMs: 604800000}}
            veto: null
            pause: null
            delayMs: 0
            expiresMs: 2592000000
            change: null
        - {id: rest, name: Everything else, filter: {acts: ["*"]}, consequence: 100, rule: *rule}
      gates:
        - {stage: 3, measure: position, atLeast: 40}
`
const problems = (changed: string) => {
  const reading = readCharter(changed, 'c')
  return reading.ok
    ? []
    : reading.problems.map(({ line, path, message, expected }) => ({ line, path, message, expected }))
}

test('what is written reads back the same', () => {
  const reading = readCharter(text, 'c')
  if (!reading.ok) throw new Error(reading.refusal.reason)
  expect(reading.value.deciding?.units[0]?.classes).toHaveLength(2)
  const again = readCharter(writeCharter(reading.value), 'again')
  expect(again).toMatchObject({ ok: true, value: reading.value })
})

test('names that point nowhere are found with their place', () => {
  expect(problems(text.replace('electedBy: community', 'electedBy: comunity'))).toEqual([
    {
      line: 9,
      path: 'deciding.groups[2].electedBy',
      message: 'there is no group "comunity"',
      expected: 'did you mean community?',
    },
  ])
  const paths = (changed: string) => problems(changed).map(({ path }) => path)
  expect(paths(text.replace('unit: finance', 'unit: finances'))).toEqual(['deciding.units[0].unit'])
  expect(paths(text.replace('decide: {group: team', 'decide: {group: teem'))).toEqual([
    'deciding.units[0].classes[0].rule.decide.group',
    'deciding.units[0].classes[1].rule.decide.group',
  ])
  expect(paths(text.replace('edge: community', 'edge: nobody'))).toHaveLength(2)
  expect(paths(text.replace('id: rest', 'id: small'))).toEqual(['deciding.units[0].classes[1].id'])
  expect(paths(text.replace('id: community', 'id: team'))).toContain('deciding.groups[1].id')
})

test('what is not understood says what would be', () => {
  expect(problems(text.replace('role: steward', 'rolle: steward'))).toContainEqual(
    expect.objectContaining({ path: 'deciding.groups[0].rolle', expected: 'did you mean role?' }),
  )
  expect(problems(text.replace('kind: everyone', 'kind: all'))).toMatchObject([
    { path: 'deciding.groups[1].kind', line: 8 },
  ])
})
