// Curation, given, when, then: what is recommended, published, removed and brought back.
import { describe, expect, test } from 'vitest'
import { project } from '../testing/project.ts'
import { createWorld, type World } from '../testing/world.ts'
import { curation } from './index.ts'
import { appealMs } from './words.ts'

const library = { unit: 'library' }
const link = { kind: 'url', url: 'https://example.org/lamps' }
const lamps = { item: 'lamps', title: 'How to mend lamps', link }
const why = { item: 'lamps', reason: 'Wrong about mains voltage' }
const codeOf = (result: ReturnType<World['act']>) => (result.ok ? 'accepted' : result.refusal.code)
const status = (world: World) =>
  project([curation], world.entries).get('curation_items')?.get('["lamps"]')?.status

function published(): World {
  const world = createWorld([curation])
  world.given('curation.publish', lamps, library)
  return world
}

describe('recommending', () => {
  test('counts each person once and publishes nothing', () => {
    const world = createWorld([curation])
    world.given('curation.recommend', { ...lamps, reason: 'It saved mine' }, { ...library, by: 'p-ada1' })
    world.given('curation.recommend', { ...lamps, title: 'Other' }, { ...library, by: 'p-bob1' })
    const again = world.act('curation.recommend', lamps, { ...library, by: 'p-ada1' })
    expect(codeOf(again)).toBe('curation.already_recommended')
    expect(world.state('curation/item/lamps')).toMatchObject({
      recommendations: 2,
      title: 'How to mend lamps',
      status: 'recommended',
    })
    expect(status(world)).toBe('recommended')
  })

  test('leaves what is published published', () => {
    const world = published()
    world.given('curation.recommend', lamps, library)
    expect([status(world), world.state('curation/item/lamps')]).toMatchObject([
      'published',
      { status: 'published' },
    ])
  })
})

describe('a removal', () => {
  test('says why, and publishing anew does not go round it', () => {
    const world = published()
    expect(codeOf(world.act('curation.remove', { item: 'lamps' }, library))).toBe('act.invalid')
    world.given('curation.remove', why, library)
    expect(codeOf(world.act('curation.publish', lamps, library))).toBe('curation.already_removed')
    expect(codeOf(world.act('curation.remove', why, library))).toBe('curation.not_published')
    world.given('curation.recommend', lamps, { ...library, by: 'p-bob1' })
    expect(world.state('curation/item/lamps')).toMatchObject({
      status: 'removed',
      removedMs: world.clock.atMs,
    })
  })

  test('is for the unit whose item it is', () => {
    expect(codeOf(published().act('curation.remove', why, { unit: 'shop' }))).toBe('curation.other_unit')
  })
})

describe('an appeal', () => {
  test('brings the item back within its window, and not after', () => {
    const world = published()
    world.given('curation.remove', why, library)
    const removedMs = world.clock.atMs
    world.clock.atMs = removedMs + appealMs
    expect(world.act('curation.appeal', why, library)).toMatchObject({
      refusal: { code: 'curation.appeal_window_over', facts: { untilMs: removedMs + appealMs } },
    })
    world.clock.atMs = removedMs + appealMs - 1
    world.given('curation.appeal', why, library)
    expect(status(world)).toBe('published')
    expect(codeOf(world.act('curation.appeal', why, library))).toBe('curation.not_removed')
  })

  test('that was sent in time stays in time while it is decided', () => {
    const world = published()
    world.given('curation.remove', why, library)
    const openedMs = world.clock.atMs + appealMs - 1
    world.put({ stream: 'decision/D-1', type: 'decision.opened', data: { openedMs } })
    world.clock.atMs = openedMs + appealMs
    expect(codeOf(world.act('curation.appeal', why, { ...library, decision: 'D-1' }))).toBe('accepted')
  })
})

test('every step stands in the history with its reason', () => {
  const world = published()
  world.given('curation.remove', why, library)
  world.given('curation.appeal', { item: 'lamps', reason: 'It was right' }, library)
  const rows = [...(project([curation], world.entries).get('curation_history')?.values() ?? [])]
  expect(rows.map(({ what, reason }) => [what, reason])).toEqual([
    ['curation.published', null],
    ['curation.removed', 'Wrong about mains voltage'],
    ['curation.restored', 'It was right'],
  ])
})
