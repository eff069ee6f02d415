// A server that lies, with its own key and a tree that fits: each lie is found, at its entry and by its name.
import { canonical, drawJury, type Entry, type JsonObject, type LogEvent } from '@equalizer/core'
import { utf8Bytes } from '@equalizer/tlog'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Report } from './report.ts'
import { day, founded, members, payment, stewards, variety, votedPayment } from './testing/organization.ts'
import { type Published, publish } from './testing/published.ts'
import { type VerifyOptions, verifyLog } from './verify-log.ts'

type Told = { -readonly [K in keyof Entry]: Entry[K] } & {
  command: Record<string, unknown>
  events: Mutable[]
}
type Mutable = { -readonly [K in keyof LogEvent]: LogEvent[K] } & { data: Record<string, unknown> }

let texts: readonly string[] = []
let nowMs = 0
const entries = (): Entry[] => texts.map(text => JSON.parse(text))

beforeAll(() => {
  const made = founded()
  variety(made)
  for (let i = 0; i < 30; i += 1) votedPayment(made, 10 + i)
  texts = made.texts
  nowMs = made.nowMs
})

const checked = (published: Published, options: Partial<VerifyOptions> = {}): Promise<Report> =>
  verifyLog(published.source, { nowMs, vkeys: [published.log.vkey], ...options })

/** What is wrong with the log when one of its entries is told otherwise. */
async function told(seq: number, lie: (entry: Told) => void): Promise<Report['problem']> {
  const entry = JSON.parse(texts[seq] as string) as Told
  lie(entry)
  return (await checked(await publish(texts.with(seq, canonical(entry))))).problem
}

async function otherwise(lied: readonly (string | Entry)[]): Promise<Report['problem']> {
  return (await checked(await publish(lied.map(one => (typeof one === 'string' ? one : canonical(one))))))
    .problem
}

const find = (what: (entry: Entry) => boolean): number => entries().findIndex(what)
const has = (type: string) => (entry: Entry) => entry.events.some(event => event.type === type)
const eventOf = (entry: Told, type: string): Mutable =>
  entry.events.find(event => event.type === type) as Mutable
const renumbered = (list: readonly Entry[]): Entry[] => list.map((entry, seq) => ({ ...entry, seq }))

test('the log as it is holds, and all of it was looked at', async () => {
  const report = await checked(await publish(texts))
  expect(report.problem).toBeNull()
  expect(report).toMatchObject({
    ok: true,
    size: texts.length,
    entries: { replayed: texts.length },
    decisions: { draws: 1 },
  })
  expect(report.ballots.signed).toBeGreaterThan(50)
  expect(report.state?.streams).toBeGreaterThan(40)
})

describe('an entry told otherwise', () => {
  const signedBallot = () => find(({ command }) => command.kind === 'ballot' && command.signed !== undefined)

  test('a signed ballot that says something else', async () => {
    const seq = signedBallot()
    const problem = await told(seq, entry => {
      entry.command.choice = null
      eventOf(entry, 'decision.ballot_cast').data.choice = null
    })
    expect(problem).toMatchObject({ code: 'signature.invalid', seq })
  })

  test('a ballot whose event says something else than its command', async () => {
    const seq = find(({ command }) => command.kind === 'ballot')
    const problem = await told(seq, entry => {
      eventOf(entry, 'decision.ballot_cast').data.choice = null
    })
    expect(problem).toMatchObject({ code: 'replay.differs', seq, facts: { where: 'events[0].data.choice' } })
  })

  test('a ballot that is heavier than its voter', async () => {
    const seq = find(({ command, events }) => command.kind === 'ballot' && events.length === 1)
    const problem = await told(seq, entry => {
      eventOf(entry, 'decision.ballot_cast').data.weight = '100'
    })
    expect(problem).toMatchObject({ code: 'replay.differs', seq, facts: { expected: '"1"', found: '"100"' } })
  })

  test('a ballot of somebody who is no member', async () => {
    const seq = find(({ command, events }) => command.kind === 'ballot' && events.length === 1)
    const problem = await told(seq, entry => {
      entry.by = 'p-nobody'
      eventOf(entry, 'decision.ballot_cast').data.person = 'p-nobody'
    })
    expect(problem).toMatchObject({ code: 'replay.refused', seq, facts: { code: 'ballot.not_eligible' } })
  })

  test('a tally that comes to something else', async () => {
    const seq = find(has('decision.closed'))
    const problem = await told(seq, entry => {
      const { result } = eventOf(entry, 'decision.closed').data as { result: Record<string, unknown> }
      result.scores = ['5', '1']
    })
    expect(problem).toMatchObject({ code: 'replay.differs', seq })
    expect(problem?.facts.where).toMatch(/result\.scores/)
  })

  test('another rule than the one that was moved', async () => {
    const seq = find(has('rules.changed'))
    const problem = await told(seq, entry => {
      const [one] = eventOf(entry, 'rules.changed').data.classes as { consequence: number }[]
      if (one) one.consequence = 1
    })
    expect(problem).toMatchObject({ code: 'replay.differs', seq })
    expect(problem?.facts.where).toMatch(/consequence/)
  })

  test('a rule that changes by nobody’s act', async () => {
    const seq = find(has('treasury.declared')) === -1 ? 12 : find(has('treasury.declared'))
    const moved = entries()[find(has('rules.changed'))] as Entry
    const problem = await told(seq, entry => {
      entry.events.push(...(moved.events as unknown as Mutable[]))
    })
    expect(problem).toMatchObject({ code: 'replay.differs', seq })
  })

  test('an act that is carried out at once although its class is voted on', async () => {
    const done = entries().find(has('treasury.paid')) as Entry
    const seq = find(
      ({ command, events }) =>
        command.kind === 'act' && events.some(({ type }) => type === 'decision.opened'),
    )
    const problem = await told(seq, entry => {
      entry.by = stewards[0]
      entry.command = {
        kind: 'act',
        act: { type: 'treasury.pay', unit: 'finance', payload: payment(99) },
        class: 'everything',
        stage: 0,
      }
      entry.events = done.events.filter(({ type }) => type.startsWith('treasury')) as unknown as Mutable[]
    })
    // Whoever is no member of those who propose cannot even send it.
    expect(problem).toMatchObject({ seq })
    expect(['replay.differs', 'replay.refused']).toContain(problem?.code)
  })

  test('a payment of a decision that goes to somebody else', async () => {
    const seq = find(has('treasury.paid'))
    const problem = await told(seq, entry => {
      const data = eventOf(entry, 'treasury.paid').data as { to: JsonObject }
      data.to = { kind: 'vendor', name: 'A friend' }
    })
    expect(problem).toMatchObject({ code: 'replay.differs', seq })
  })

  test('a jury that was not drawn, or by another value', async () => {
    const seq = find(({ events }) => events.some(({ data }) => typeof data.draw === 'string'))
    const other = await told(seq, entry => {
      const data = eventOf(entry, 'decision.opened').data as { juries: { jury: string[] } }
      data.juries.jury = members.slice(0, 3)
    })
    expect(other).toMatchObject({ code: 'replay.differs', seq })
    // Drawn rightly, by a value that whoever lies has chosen.
    const chosen = 'ab'.repeat(32)
    const drawn = await told(seq, entry => {
      const data = eventOf(entry, 'decision.opened').data as {
        draw: string
        id: string
        juries: { jury: string[] }
      }
      data.draw = chosen
      const people = [...stewards, ...members]
      data.juries.jury = drawJury(chosen, `${data.id} jury`, people, 3)
    })
    expect(drawn).toMatchObject({ code: 'replay.bad_draw', seq, facts: { draw: chosen } })
  })

  test('a founding with one more steward than it says, or none', async () => {
    const more = await told(0, entry => {
      entry.events.push({
        stream: 'standing',
        type: 'standing.set',
        data: { key: 'role:steward', person: 'p-evil', amount: '1' },
      })
    })
    expect(more).toMatchObject({ code: 'replay.differs', seq: 0 })
    const none = await told(0, entry => {
      entry.command = { kind: 'found', how: 'otherwise' }
    })
    expect(none).toMatchObject({ code: 'replay.differs', seq: 0 })
  })

  test('a command with more in it than anybody can send', async () => {
    const seq = find(({ command }) => command.kind === 'ballot')
    const problem = await told(seq, entry => {
      entry.command.remark = 'x'
    })
    expect(problem).toMatchObject({ code: 'replay.no_command', seq })
  })
})

describe('entries that come, go and come again', () => {
  test('one left out leaves a gap', async () => {
    expect(await otherwise(entries().toSpliced(100, 1))).toMatchObject({ code: 'entry.wrong_seq', seq: 100 })
  })

  test('a ballot left out, with all others counted on, does not come to the same tally', async () => {
    const ballot = find(({ command }) => command.kind === 'ballot' && command.decision === 'D-5')
    const close = find(({ events }) =>
      events.some(({ stream, type }) => stream === 'decision/D-5' && type === 'decision.closed'),
    )
    const problem = await otherwise(renumbered(entries().toSpliced(ballot, 1)))
    expect(problem).toMatchObject({ code: 'replay.differs', seq: close - 1 })
  })

  test('a signed ballot that is sent once more', async () => {
    const seq = find(({ command }) => command.kind === 'ballot' && command.signed !== undefined)
    const list = entries()
    const problem = await otherwise(renumbered(list.toSpliced(seq + 1, 0, list[seq] as Entry)))
    expect(problem).toMatchObject({
      code: 'replay.refused',
      seq: seq + 1,
      facts: { code: 'signature.replayed' },
    })
  })

  test('an entry that stands there twice', async () => {
    const list = entries()
    expect(await otherwise(list.toSpliced(3, 0, list[3] as Entry))).toMatchObject({
      code: 'entry.wrong_seq',
      seq: 4,
    })
    const problem = await otherwise(renumbered(list.toSpliced(3, 0, list[3] as Entry)))
    expect(problem).toMatchObject({
      code: 'replay.refused',
      seq: 4,
      facts: { code: 'charter.already_a_member' },
    })
  })
})

describe('time and form', () => {
  test('an entry from the future, and one that goes back', async () => {
    const last = texts.length - 1
    const future = await told(last, entry => {
      entry.atMs = nowMs + day
    })
    expect(future).toMatchObject({ code: 'entry.in_the_future', seq: last })
    const back = await told(50, entry => {
      entry.atMs -= 10 * day
    })
    expect(back).toMatchObject({ code: 'entry.time_goes_back', seq: 50 })
  })

  test.each([
    ['a space', (text: string) => text.replace('{', '{ '), 'entry.not_canonical'],
    ['a key twice', (text: string) => text.replace('{', '{"atMs":1,'), 'entry.not_canonical'],
    [
      'a character written otherwise',
      (text: string) => text.replace('"by"', '"\\u0062y"'),
      'entry.not_canonical',
    ],
    ['a field more', (text: string) => `${text.slice(0, -1)},"z":1}`, 'entry.malformed'],
    ['no JSON', (text: string) => text.slice(1), 'entry.not_json'],
    ['brackets without end', () => '['.repeat(60_000), 'entry.not_json'],
  ])('an entry with %s', async (_, lie, code) => {
    expect(await otherwise(texts.with(40, lie(texts[40] as string)))).toMatchObject({ code, seq: 40 })
  })

  test('without a replay the form is looked at all the same', async () => {
    const lied = await publish(texts.with(40, (texts[40] as string).replace('{', '{ ')))
    const report = await checked(lied, { replay: false })
    expect(report.problem).toMatchObject({ code: 'entry.not_canonical', seq: 40 })
    expect(report.notChecked.map(({ what }) => what)).toContain('replay')
    expect((await checked(await publish(texts), { replay: false })).problem).toBeNull()
    const odd = (texts[40] as string).replace('"type":"', '"type":"un')
    const shape = await checked(await publish(texts.with(40, odd)), { replay: false })
    expect(shape.problem).toMatchObject({ code: 'entry.not_in_schema', seq: 40 })
  })
})

describe('what the server says its log comes to', () => {
  const withState = async (lie: (state: string) => string) => {
    const published = await publish(texts)
    const state = new TextDecoder().decode(published.files.get('state'))
    published.files.set('state', utf8Bytes(lie(state)))
    return (await checked(published)).problem
  }

  test.each([
    ['another balance', (state: string) => state.replace(/("balance":")\d+/, '$11'), 'state.wrong'],
    ['a stream less', (state: string) => state.replace(/^.*"stream":"rules"}\n/m, ''), 'state.missing'],
    ['a stream more', (state: string) => `${state}{"state":{},"stream":"zzz"}\n`, 'state.unknown'],
    [
      'a decision that ended otherwise',
      (state: string) => state.replace('"phase":"executed"', '"phase":"rejected"'),
      'state.wrong',
    ],
    ['of no size', (state: string) => state.replace(/\d+/, 'x'), 'state.malformed'],
  ])('%s', async (_, lie, code) => {
    expect(await withState(lie)).toMatchObject({ code, path: 'state' })
  })

  test('it is held against the replay at the size that it names', async () => {
    const published = await publish(texts)
    const earlier = await publish(texts.slice(0, 200))
    published.files.set('state', earlier.files.get('state') as Uint8Array)
    const report = await checked(published)
    expect(report.problem).toBeNull()
    expect(report.state?.size).toBe(200)
    expect(report.notChecked).toContainEqual({
      what: 'state.behind',
      why: expect.stringContaining('as of 200 entries only'),
      facts: { state: 200, signed: texts.length },
    })
  })
})
