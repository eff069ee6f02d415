// Signed ballots: who has a key signs every ballot with it, over exactly what is cast, once and now.
import { describe, expect, test } from 'vitest'
import { commandSchema } from '../kernel/command.ts'
import { createKernel } from '../kernel/create-kernel.ts'
import { createLedger } from '../kernel/ledger.ts'
import {
  ada,
  createTrial,
  day,
  everything,
  hour,
  m1,
  m2,
  m6,
  outsider,
  payment,
  purse,
  start,
  type Trial,
} from '../kernel/trial.ts'
import { canonical } from '../log/canonical.ts'
import { cidOf } from '../log/cid.ts'
import { presetRule } from '../stage/preset.ts'
import { subjectOf } from './subject.ts'
import { settingKey, signedBallot, trialKey } from './trial-keys.ts'

const sides = { center: 'team', edge: 'community', council: 'council' }
const decision = 'D-1'
const key = trialKey(1)
const other = trialKey(2)
const atMs = start + hour

/** m1 has a key; a vote of the community is open. */
function voting(stage: 2 | 3 = 3): Trial {
  const trial = createTrial()
  trial.move('finance', [everything(presetRule(stage, sides))])
  trial.does(m1, settingKey(m1, key), start)
  trial.does(ada, payment(100), start)
  return trial
}

const casting = { person: m1, decision, phase: 'vote', choice: 0, signedMs: atMs } as const
const signed = (trial: Trial, more: object = {}, by = key) => signedBallot(trial, { ...casting, ...more }, by)

describe('a ballot of somebody who has a key', () => {
  test('given the right signature, it is taken, the entry keeps it, and the key is used', () => {
    const trial = voting()
    const command = signed(trial)
    expect(trial.does(m1, command, atMs)).toMatchObject({ outcome: 'taken' })
    const entry = trial.entries.at(-1)
    expect(entry?.command).toEqual(command)
    expect(entry?.events.map(({ stream, type }) => [stream, type])).toEqual([
      [`decision/${decision}`, 'decision.ballot_cast'],
      [`key/${m1}`, 'key.used'],
    ])
    expect(entry?.events[0]?.data).not.toHaveProperty('signed')
    expect(entry?.events[1]?.data).toEqual({ person: m1, signedMs: atMs })
    expect(trial.books.stream(`key/${m1}`)).toEqual({ key: key.text, usedMs: atMs })
  })

  test('given none, it is refused', () => {
    const trial = voting()
    expect(trial.refuses(m1, { kind: 'ballot', decision, choice: 0 }, atMs)).toMatchObject({
      code: 'ballot.unsigned',
      facts: { person: m1, key: key.text },
    })
  })

  test.each([
    ['another choice', { choice: 1 }],
    ['another person', { person: m2 }],
    ['another vote of the same decision', { phase: 'advice' }],
    ['another time', { signedMs: atMs - 1 }],
  ])('given a signature over %s, it is refused', (_, more) => {
    const trial = voting()
    const { signature } = signed(trial, more).signed ?? { signature: '' }
    const command = { kind: 'ballot', decision, choice: 0, signed: { signedMs: atMs, signature } } as const
    expect(trial.refuses(m1, command, atMs).code).toBe('signature.invalid')
    expect(trial.does(m1, signed(trial), atMs)).toMatchObject({ outcome: 'taken' })
  })

  test('given a signature over another decision, or about a decision that was opened otherwise, it is refused', () => {
    const trial = voting()
    trial.does(ada, payment(200), start)
    const { signed: there } = signed(trial, { decision: 'D-2' })
    expect(trial.refuses(m1, { ...signed(trial), ...(there ? { signed: there } : {}) }, atMs).code).toBe(
      'signature.invalid',
    )
    const elsewhere = createTrial()
    elsewhere.move('finance', [everything(presetRule(3, sides))])
    elsewhere.does(ada, payment(101), start)
    expect(trial.refuses(m1, signed(elsewhere), atMs).code).toBe('signature.invalid')
  })

  test('given a signature of another key, it is refused', () => {
    const trial = voting()
    expect(trial.refuses(m1, signed(trial, {}, other), atMs).code).toBe('signature.invalid')
  })

  test('sent again, or signed no later than the one before, it is refused', () => {
    const trial = voting()
    const first = signed(trial)
    trial.does(m1, first, atMs)
    expect(trial.refuses(m1, first, atMs)).toMatchObject({
      code: 'signature.replayed',
      facts: { usedMs: atMs },
    })
    expect(trial.refuses(m1, signed(trial, { choice: 1, signedMs: atMs - 1 }), atMs).code).toBe(
      'signature.replayed',
    )
    trial.does(m1, signed(trial, { choice: 1, signedMs: atMs + 1 }), atMs)
  })

  test('signed more than ten minutes ago or ahead, it is refused; ten minutes are taken', () => {
    const within = 600_000
    for (const by of [-1, 1]) {
      const trial = voting()
      const late = signed(trial, { signedMs: atMs + by * (within + 1) })
      expect(trial.refuses(m1, late, atMs)).toMatchObject({ code: 'signature.stale', facts: { atMs } })
      trial.does(m1, signed(trial, { signedMs: atMs + by * within }), atMs)
    }
  })

  test('in the vote that ratifies a pause, it says so', () => {
    const trial = voting()
    trial.has('seat:council', m6, BigInt(start + 4_000 * day))
    trial.does(ada, payment(200), start)
    const [about, later] = ['D-2', start + 2 * hour]
    trial.does(m6, { kind: 'pause', decision: about, reason: 'Wait' }, start + hour)
    const said = { decision: about, signedMs: later }
    expect(trial.refuses(m1, signed(trial, said), later).code).toBe('signature.invalid')
    expect(trial.does(m1, signed(trial, { ...said, phase: 'ratify' }), later)).toMatchObject({
      phase: 'paused',
    })
  })
})

describe('a key', () => {
  test('is of a member, and one at a time; dropped, ballots need no signature, and take none', () => {
    const trial = voting()
    expect(trial.refuses(outsider, settingKey(outsider, other), start).code).toBe('key.not_member')
    expect(trial.refuses(m1, settingKey(m1, other), start).code).toBe('key.already_set')
    expect(trial.does(m1, { kind: 'drop_key' }, start)).toEqual({ outcome: 'noted' })
    expect(trial.refuses(m1, { kind: 'drop_key' }, start).code).toBe('key.none')
    expect(trial.refuses(m1, signed(trial), atMs).code).toBe('key.none')
    trial.does(m1, { kind: 'ballot', decision, choice: 0 }, atMs)
    expect(trial.entries.at(-1)?.events).toHaveLength(1)
  })

  test('is shown to be held, by whoever sets it', () => {
    const trial = voting()
    expect(trial.refuses(m2, settingKey(m1, key), start).code).toBe('signature.invalid')
    const { signature } = settingKey(m2, other)
    expect(trial.refuses(m2, { kind: 'set_key', key: key.text, signature }, start).code).toBe(
      'signature.invalid',
    )
  })

  test('that follows another one goes on from when that one was used', () => {
    const trial = voting()
    const first = signed(trial)
    trial.does(m1, first, atMs)
    trial.does(m1, { kind: 'drop_key' }, atMs)
    trial.does(m1, settingKey(m1, key), atMs)
    expect(trial.refuses(m1, first, atMs).code).toBe('signature.replayed')
  })

  test('whose text is spelled otherwise does not get through the door, nor does a signature', () => {
    const set = settingKey(m1, key)
    expect(commandSchema.safeParse(set).success).toBe(true)
    const last = (text: string, put: string) => text.replace(/[^=](?==*$)/, put)
    for (const more of [
      { key: set.key.slice(8) },
      { key: set.key.slice(0, -1) },
      { key: last(set.key, 'B') },
      { signature: last(set.signature, 'B') },
      { signature: `${set.signature}\n` },
    ]) {
      expect(commandSchema.safeParse({ ...set, ...more }).success, JSON.stringify(more)).toBe(false)
    }
  })
})

test('the subject is the CID of what the opening says, however far the decision has come', () => {
  const trial = voting()
  trial.does(m1, signed(trial), atMs)
  const opened = trial.entries.flatMap(({ events }) => events).find(({ type }) => type === 'decision.opened')
  const subject = cidOf(canonical(opened?.data))
  expect(subjectOf(trial.decision(decision))).toBe(subject)
  trial.tick(start + 30 * day)
  expect(trial.decision(decision).closedMs).not.toBeNull()
  expect(subjectOf(JSON.parse(JSON.stringify(trial.decision(decision))))).toBe(subject)
})

test('a kernel that is told how to verify asks that and nothing else', () => {
  const asked: number[] = []
  const verify = (...parts: Uint8Array[]) => asked.push(...parts.map(({ length }) => length)) > 0
  const ledger = createLedger(createKernel([purse], { verify }))
  ledger.found({ stewards: [ada], draws: null }, start)
  const forged = { ...settingKey(ada, key), signature: settingKey(ada, other).signature }
  expect(ledger.send(forged, ada, start).ok).toBe(true)
  expect(asked).toEqual([32, expect.any(Number), 64])
})
