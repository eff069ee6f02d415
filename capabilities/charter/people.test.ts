// People, given, when, then: members, roles, balances, and the councils they elect.
import type { Group, LogEvent } from '@equalizer/core'
import { foundingDraft, presetRule } from '@equalizer/core'
import { describe, expect, test } from 'vitest'
import { createWorld, type World } from '../testing/world.ts'
import { charter } from './index.ts'

const day = 86_400_000
const byPerson = { by: 'person' } as const
const groups: Record<string, Group> = {
  team: { id: 'team', name: 'Team', kind: 'role', role: 'steward', weight: byPerson },
  community: { id: 'community', name: 'Community', kind: 'everyone', weight: byPerson },
  council: {
    id: 'council',
    name: 'Council',
    kind: 'council',
    seats: 2,
    termMs: 180 * day,
    electedBy: 'community',
    weight: byPerson,
  },
}
const rule = presetRule(3, { center: 'team', edge: 'community', council: 'council' })
const everything = {
  id: 'everything',
  name: 'Everything',
  filter: { acts: ['*'], where: [] },
  consequence: 1,
  rule,
}
const people = ['p-ada1', 'p-bob1', 'p-cyd1', 'p-dan1']

function rules(decidedBy = 'community'): LogEvent {
  const decide = { ...rule.decide, group: decidedBy }
  const classes = [{ ...everything, rule: { ...rule, decide } }]
  const data = { groups, classes, draws: null }
  return { stream: 'rules', type: 'rules.founded', data: data as never }
}

const standing = (key: string, person: string, amount = '1'): LogEvent => ({
  stream: 'standing',
  type: 'standing.set',
  data: { key, person, amount },
})

/** Ada and Bob founded it; Ada has the role that the founding gave her. */
function founded(): World {
  const world = createWorld([charter])
  world.put(rules(), ...people.map(person => standing('member', person)), standing('role:steward', 'p-ada1'))
  return world
}

const codeOf = (result: ReturnType<World['act']>) => (result.ok ? 'accepted' : result.refusal.code)

describe('members and roles', () => {
  test('come and go one at a time', () => {
    const world = founded()
    const eve = { person: 'p-eve1' }
    expect(codeOf(world.act('charter.grant_role', { ...eve, role: 'reviewer' }))).toBe('charter.not_a_member')
    world.given('charter.admit', eve)
    expect(codeOf(world.act('charter.admit', eve))).toBe('charter.already_a_member')
    world.given('charter.grant_role', { ...eve, role: 'reviewer' })
    expect(codeOf(world.act('charter.grant_role', { ...eve, role: 'reviewer' }))).toBe('charter.has_role')
    world.given('charter.revoke_role', { ...eve, role: 'reviewer' })
    expect(codeOf(world.act('charter.revoke_role', { ...eve, role: 'reviewer' }))).toBe('charter.lacks_role')
    expect([world.standing('member', 'p-eve1'), world.standing('role:reviewer', 'p-eve1')]).toEqual([1n, 0n])
  })

  test('whoever leaves takes along no role, no seat, and none that the founding gave', () => {
    const world = founded()
    world.put(standing('seat:council', 'p-ada1', String(world.clock.atMs + day)))
    world.given('charter.grant_role', { person: 'p-ada1', role: 'reviewer' })
    world.given('charter.dismiss', { person: 'p-ada1' })
    const keys = ['member', 'role:steward', 'role:reviewer', 'seat:council']
    expect(keys.map(key => world.standing(key, 'p-ada1'))).toEqual([0n, 0n, 0n, 0n])
    expect(codeOf(world.act('charter.dismiss', { person: 'p-ada1' }))).toBe('charter.not_a_member')
    world.given('charter.admit', { person: 'p-ada1' })
    expect(world.standing('role:reviewer', 'p-ada1')).toBe(0n)
  })

  test('the role of the founding goes even where no rule asks for it any more', () => {
    const world = createWorld([charter])
    world.put(standing('member', 'p-ada1'), standing('role:steward', 'p-ada1'))
    world.given('charter.dismiss', { person: 'p-ada1' })
    expect(world.standing('role:steward', 'p-ada1')).toBe(0n)
  })

  test('the last one by whom something is proposed or decided stays', () => {
    const world = createWorld([charter])
    world.put(...foundingDraft({ stewards: ['p-ada1', 'p-bob1'], draws: null }).events)
    const revoke = (person: string) => codeOf(world.act('charter.revoke_role', { person, role: 'steward' }))
    expect([revoke('p-ada1'), revoke('p-bob1')]).toEqual(['accepted', 'charter.last_of_group'])
    expect(world.act('charter.dismiss', { person: 'p-bob1' })).toMatchObject({
      refusal: { code: 'charter.last_of_group', facts: { group: 'team' } },
    })
    expect(codeOf(world.act('charter.dismiss', { person: 'p-ada1' }))).toBe('accepted')
    world.given('charter.admit', { person: 'p-cyd1' })
    world.given('charter.grant_role', { person: 'p-cyd1', role: 'steward' })
    expect(revoke('p-bob1')).toBe('accepted')
  })

  test('are erased once, and nobody is admitted under that id again', () => {
    const world = founded()
    const bob = { person: 'p-bob1' }
    expect(world.act('charter.erase_person', bob)).toMatchObject({
      value: [{ stream: 'person/p-bob1', type: 'charter.person_erased', data: bob }],
    })
    expect(codeOf(world.act('charter.erase_person', bob))).toBe('person.erased')
    expect(world.standing('member', 'p-bob1')).toBe(1n)
    world.given('charter.dismiss', bob)
    expect(codeOf(world.act('charter.admit', bob))).toBe('person.erased')
  })

  test('the last one by whom something is decided is not erased by others: nobody could act any more', () => {
    const world = createWorld([charter])
    world.put(...foundingDraft({ stewards: ['p-ada1'], draws: null }).events)
    expect(codeOf(world.act('charter.erase_person', { person: 'p-ada1' }))).toBe('charter.last_of_group')
    world.given('charter.admit', { person: 'p-bob1' })
    world.given('charter.grant_role', { person: 'p-bob1', role: 'steward' })
    expect(codeOf(world.act('charter.erase_person', { person: 'p-ada1' }))).toBe('accepted')
  })

  test('nor is anybody else taken away while only erased ones are left beside them', () => {
    const world = createWorld([charter])
    world.put(...foundingDraft({ stewards: ['p-ada1', 'p-bob1'], draws: null }).events)
    world.given('charter.erase_person', { person: 'p-bob1' })
    const ada = { person: 'p-ada1' }
    for (const [type, payload] of [
      ['charter.erase_person', ada],
      ['charter.dismiss', ada],
      ['charter.revoke_role', { ...ada, role: 'steward' }],
    ] as const)
      expect(codeOf(world.act(type, payload))).toBe('charter.last_of_group')
    // Who was erased goes as ever.
    expect(codeOf(world.act('charter.dismiss', { person: 'p-bob1' }))).toBe('accepted')
  })

  test('of several groups that would be left empty the same one is named, in whatever order they came', () => {
    const named = [Object.entries(groups), Object.entries(groups).toReversed()].map(ordered => {
      const world = createWorld([charter])
      const classes = [{ ...everything, rule: { ...rule, propose: 'team' } }]
      const data = { groups: Object.fromEntries(ordered), classes, draws: null }
      world.put({ stream: 'rules', type: 'rules.founded', data: data as never })
      world.put(standing('member', 'p-ada1'), standing('role:steward', 'p-ada1'))
      const answer = world.act('charter.dismiss', { person: 'p-ada1' })
      return answer.ok ? null : answer.refusal.facts.group
    })
    expect(named).toEqual(['community', 'community'])
  })

  test('names of people are not understood', () => {
    expect(codeOf(founded().act('charter.admit', { person: 'Ada Lovelace' }))).toBe('act.invalid')
  })
})

describe('balances and scores', () => {
  const record = (key: string, ...standings: { person: string; amount: string }[]) =>
    founded().act('charter.record_standings', { key, standings })

  test('are recorded for people as a list, each once', () => {
    const two = [
      { person: 'p-ada1', amount: '5' },
      { person: 'p-bob1', amount: '0' },
    ]
    expect(record('asset:GOV', ...two)).toMatchObject({ ok: true, value: [{ type: 'standing.set' }, {}] })
    expect(codeOf(record('score:work', ...two, { person: 'p-ada1', amount: '6' }))).toBe(
      'charter.listed_twice',
    )
  })

  test.each(['member', 'role:steward', 'seat:council', 'asset:', 'asset:GOV extra'])(
    '%s is not theirs to record',
    key => {
      expect(codeOf(record(key, { person: 'p-ada1', amount: '1' }))).toBe('act.invalid')
    },
  )
})

describe('an election', () => {
  const asked = { group: 'council', candidates: people }
  const decided = (world: World, group = 'community') =>
    world.put({ stream: 'decision/D-1', type: 'decision.opened', data: { rule: { decide: { group } } } })
  const elect = (world: World, ranking: number[][]) =>
    world.act('charter.elect', asked, { decision: 'D-1', ranking })
  const seats = (world: World) =>
    people.filter(person => world.standing('seat:council', person) > BigInt(world.clock.atMs))

  test('seats the best, and whoever sat there and was not elected again leaves', () => {
    const world = founded()
    decided(world)
    expect(elect(world, [[1], [3], [0, 2]])).toMatchObject({ ok: true })
    expect(seats(world)).toEqual(['p-bob1', 'p-dan1'])
    expect(world.standing('seat:council', 'p-bob1')).toBe(BigInt(world.clock.atMs + 180 * day))
    world.clock.atMs += 30 * day
    expect(
      elect(world, [
        [0, 3],
        [1, 2],
      ]),
    ).toMatchObject({ ok: true })
    expect(seats(world)).toEqual(['p-ada1', 'p-dan1'])
  })

  test('with a tie at the cut elects nobody and says so', () => {
    const world = founded()
    decided(world)
    expect(elect(world, [[1], [0, 2], [3]])).toMatchObject({
      refusal: { code: 'charter.tie', facts: { candidates: 2, seats: 1 } },
    })
    expect(codeOf(elect(world, []))).toBe('charter.no_vote')
    expect(seats(world)).toEqual([])
  })

  test('is by those who elect the council, whoever decides about the rest', () => {
    const world = founded()
    decided(world, 'team')
    expect(codeOf(elect(world, [[0], [1], [2, 3]]))).toBe('charter.other_electors')
    const other = createWorld([charter])
    other.put(rules('team'), ...people.map(person => standing('member', person)))
    expect(codeOf(other.act('charter.elect', asked))).toBe('charter.other_electors')
  })

  test('is of members, to a council', () => {
    const world = founded()
    expect(codeOf(world.act('charter.elect', asked))).toBe('accepted')
    expect(codeOf(world.act('charter.elect', { ...asked, group: 'team' }))).toBe('charter.no_council')
    expect(codeOf(world.act('charter.elect', { ...asked, candidates: ['p-eve1'] }))).toBe(
      'charter.not_a_member',
    )
  })
})
