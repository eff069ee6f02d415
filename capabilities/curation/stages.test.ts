// From "the community recommends" to "the community decides": the same acts, sent in the same way, at three stages.
import type { Stage } from '@equalizer/core'
import { describe, expect, test } from 'vitest'
import { charter } from '../charter/index.ts'
import { createDoorDesk, everythingAt, members, openToAll, steward } from '../testing/desk.ts'
import { curation } from './index.ts'

const [bob, cyd, dan] = members
const link = { kind: 'url', url: 'https://example.org/lamps' }
const lamps = { item: 'lamps', title: 'How to mend lamps', link }
const why = { item: 'lamps', reason: 'Wrong about mains voltage' }

/** The library recommends to everybody at every stage; who publishes and removes is what the slider says. */
function library(stage: Stage) {
  const desk = createDoorDesk([charter, curation])
  const classes = [openToAll('recommending', ['curation.recommend']), everythingAt(stage)]
  expect(desk.act(steward, 'rule.move', 'library', { unit: 'library', classes })).toBe('executed')
  const act = (by: string, type: string, payload: object) => desk.act(by, type, 'library', payload)
  const item = () => desk.ledger.books.stream('curation/item/lamps') as { status: string } | null
  const ballot = (by: string, decision: string, choice: number) =>
    desk.send(by, { kind: 'ballot', decision, choice })
  return { desk, act, ballot, status: () => item()?.status ?? null }
}

describe('at Team', () => {
  test('the community recommends, and the team publishes and removes at once', () => {
    const { act, status } = library(0)
    expect(act(bob, 'curation.recommend', lamps)).toBe('executed')
    expect(status()).toBe('recommended')
    expect(act(bob, 'curation.publish', lamps)).toBe('act.not_yours')
    expect(act(steward, 'curation.publish', lamps)).toBe('executed')
    expect(act(steward, 'curation.remove', why)).toBe('executed')
    expect(act(steward, 'curation.appeal', why)).toBe('executed')
    expect(status()).toBe('published')
  })
})

describe('at Consulted', () => {
  test('the community is asked before something is removed, and against its advice it takes a published answer', () => {
    const { desk, act, ballot, status } = library(1)
    expect(act(steward, 'curation.publish', lamps)).toBe('opened')
    for (const member of [bob, cyd]) expect(ballot(member, 'D-1', 0)).toBe('taken')
    desk.wait(3)
    expect(status()).toBe('published')
    expect(act(steward, 'curation.remove', why)).toBe('opened')
    for (const member of [bob, cyd, dan]) expect(ballot(member, 'D-2', 1)).toBe('taken')
    desk.wait(3)
    expect([status(), desk.ledger.decision('D-2').phase]).toEqual(['published', 'answer'])
    const reason = 'Somebody was hurt'
    expect(desk.send(steward, { kind: 'answer', decision: 'D-2', proceed: true, reason })).toBe('taken')
    expect(status()).toBe('removed')
    expect(desk.ledger.decision('D-2').answer).toMatchObject({ person: steward, reason })
  })
})

describe('at Community', () => {
  test('the community publishes and removes by its vote, and the team cannot', () => {
    const { desk, act, ballot, status } = library(3)
    expect(act(bob, 'curation.publish', lamps)).toBe('opened')
    expect(ballot(bob, 'D-1', 0)).toBe('taken')
    expect(ballot(cyd, 'D-1', 0)).toBe('taken')
    // The steward is a member too, and one of four.
    expect(ballot(steward, 'D-1', 1)).toBe('taken')
    expect(desk.send(steward, { kind: 'veto', decision: 'D-1', reason: 'No' })).toMatch(/^decision\./)
    desk.wait(6)
    expect(status()).toBe('published')
    expect(act(steward, 'curation.remove', why)).toBe('opened')
    for (const member of [bob, cyd]) ballot(member, 'D-2', 1)
    desk.wait(6)
    expect([status(), desk.ledger.decision('D-2').phase]).toEqual(['published', 'rejected'])
  })

  test('an appeal that is sent on the last day is decided after it, and still counts', () => {
    const { desk, act, ballot, status } = library(3)
    const vote = (id: string) => {
      for (const member of [bob, cyd, dan]) expect(ballot(member, id, 0)).toBe('taken')
    }
    act(bob, 'curation.publish', lamps)
    vote('D-1')
    desk.wait(6)
    act(bob, 'curation.remove', why)
    vote('D-2')
    desk.wait(6)
    expect(status()).toBe('removed')
    desk.wait(29)
    expect(act(cyd, 'curation.appeal', { item: 'lamps', reason: 'It was right' })).toBe('opened')
    vote('D-3')
    desk.wait(6)
    expect([status(), desk.ledger.decision('D-3').phase]).toEqual(['published', 'executed'])
    desk.wait(40)
    expect(act(bob, 'curation.appeal', why)).toBe('curation.not_removed')
  })
})
