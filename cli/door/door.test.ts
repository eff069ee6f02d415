// The command line against a real server: acts, decisions, votes, moves, people, tables and the log, by people with keys.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exitCodes } from '../exit-codes.ts'
import { runBin } from '../run-bin.ts'
import { type DoorServer, type Environment, openDoorServer } from './testing.ts'

const day = 86_400_000
const folder = mkdtempSync(join(tmpdir(), 'equalizer-door-cli-'))
let desk: DoorServer
let ada: Environment
let ines: Environment & { readonly id: string }
let bo: Environment & { readonly id: string }

beforeAll(async () => {
  desk = await openDoorServer(Date.parse('2026-03-01T12:00:00Z'), ['finance', 'content'])
  ada = desk.steward
  ines = await desk.addMember('Ines')
  bo = await desk.addMember('Bo')
})
afterAll(async () => {
  await desk?.close()
  rmSync(folder, { recursive: true, force: true })
})

const pay = (amount: string) => [
  ...['act', 'treasury.pay', '--unit', 'finance', 'account=ops', `amount=${amount}`, 'currency=EUR'],
  ...['to.kind=vendor', 'to.name=Hetzner', 'purpose=Servers'],
]

describe('acts', () => {
  test('are listed, and one with its fields', async () => {
    expect(await desk.said(ada, 'acts')).toMatch(/^treasury\.pay +Pay somebody outside$/m)
    const fields = await desk.said(ada, 'acts', 'treasury.pay')
    expect(fields).toMatch(/^ +amount +text +In smallest units/m)
    expect(fields).toMatch(/^ +to\.kind +person or vendor or customer or public/m)
    expect(fields).toMatch(/^ +\[reference\]/m)
  })

  test('are executed at once at Team; text keeps its digits, numbers become numbers', async () => {
    const said = await desk.said(ada, 'act', 'treasury.declare_currency', 'currency=EUR', 'decimals=2')
    expect(said).toBe('executed')
    const open = [
      'act',
      'treasury.open_account',
      '--unit',
      'finance',
      'account=ops',
      'name=42',
      'currency=EUR',
    ]
    expect(await desk.said(ada, ...open)).toBe('executed')
    const receive = ['act', 'treasury.receive', '--unit', 'finance', '--payload']
    const payload = '{"account":"ops","currency":"EUR","from":{"kind":"customer","name":"Bigg"}}'
    expect(await desk.said(ada, ...receive, payload, 'amount=1000000')).toBe('executed')
    expect(await desk.said(ada, ...pay('400000'))).toBe('executed')
    const rows = JSON.parse(
      await desk.said(ada, 'view', 'treasury.payments', '--by', 'account=ops', '--json'),
    )
    expect(rows).toMatchObject([{ account: 'ops', to_whom: 'Hetzner' }])
    expect(await desk.said(ada, 'view', 'treasury.accounts')).toMatch(/\b42\b/)
  })

  test('are foreseen and not done', async () => {
    const before = await desk.said(ada, 'entries')
    expect(await desk.said(ada, ...pay('5').with(0, 'foresee'))).toMatch(
      /, stage 0 team: executed at once\.$/,
    )
    expect(await desk.said(ada, 'entries')).toBe(before)
  })

  test.each(['k1', 'x'.repeat(65), 'no spaces'])('a --key of another form, %s, is wrong use', async key => {
    for (const asked of [
      ['act', 'charter.grant_role', 'person=ines', 'role=lead'],
      ['move', 'finance', '--stage', 'shared'],
    ]) {
      const { code, err } = await desk.run(ada, ...asked, '--key', key)
      expect([code, err.includes('8 to 64 letters, digits, - and _'), err.includes('pattern')]).toEqual([
        64,
        true,
        false,
      ])
    }
  })

  test('people are named by their name, and --key sends once', async () => {
    const grant = ['act', 'charter.grant_role', 'person=ines', 'role=lead', '--key', 'grant-0001']
    expect(await desk.said(ada, ...grant)).toBe('executed')
    expect(await desk.said(ada, ...grant, '--json')).toContain('"outcome": "executed"')
    expect(await desk.said(ada, 'members', '--search', 'Ines')).toBe(`${ines.id}  Ines  member, lead`)
    const log = JSON.parse(await desk.said(ada, 'entries', '--json'))
    const granted = log.filter((entry: object) => JSON.stringify(entry).includes('charter.grant_role'))
    expect(granted).toHaveLength(1)
  })
})

describe('decisions', () => {
  test('a move, a vote, a veto: in the same words', async () => {
    expect(await desk.said(ada, 'move', 'finance', '--stage', 'shared')).toBe('executed')
    expect(await desk.said(ada, 'rules')).toMatch(/^finance +Finance +at 50/m)
    const opened = await desk.said(ines, ...pay('100000'))
    expect(opened).toBe(
      'decision D-1 opened: Community votes until Friday 6 March, 12:00 UTC; Team may veto until Sunday 8 March, 12:00 UTC',
    )
    expect(await desk.said(bo, 'decisions', '--open')).toMatch(
      /^\* +D-1 +vote until 2026-03-06 12:00 UTC +2 shared/,
    )
    await desk.said(ines, 'vote', 'D-1', 'for')
    await desk.said(bo, 'vote', 'D-1', 'abstain', '--reason', 'I know them')
    const shown = await desk.said(bo, 'decision', 'D-1')
    expect(shown).toContain('so far: for 1, against 0')
    expect(shown).toMatch(/you can: vote/)
    await desk.wait(5 * day)
    const veto = await desk.said(ada, 'veto', 'D-1', '--reason', 'Twice the usual price')
    expect(veto).toBe('decision D-1 is vetoed')
    expect(await desk.said(ada, 'decision', 'D-1')).toContain('vetoed by')
    expect(await desk.said(ada, 'decisions', '--past', '--unit', 'finance')).toMatch(/D-1 +vetoed/)
  })

  test('alternatives are chosen by their number, and a proposal is taken back', async () => {
    const other =
      '{"account":"ops","amount":"7","currency":"EUR","to":{"kind":"vendor","name":"OVH"},"purpose":"Servers"}'
    expect(await desk.said(ines, ...pay('9'), '--alternative', other)).toContain('decision D-2 opened')
    await desk.said(ines, 'vote', 'D-2', '1')
    expect(await desk.said(ines, 'decision', 'D-2', '--json')).toContain('"choice": 1')
    expect(await desk.said(ines, 'cancel', 'D-2', '--reason', 'A typo')).toBe('decision D-2 is cancelled')
  })

  test('votes are delegated and taken back', async () => {
    await desk.said(ines, 'delegate', 'Bo', '--unit', 'finance')
    expect(await desk.said(bo, 'delegate')).toMatch(/^from +Ines +in finance +since 2026-03-06 12:00 UTC$/)
    await desk.said(ines, 'revoke', '--unit', 'finance')
    expect(await desk.said(ines, 'delegate')).toBe('0 delegations')
  })

  test('rules are shown in words', async () => {
    const shown = await desk.said(ines, 'rules', 'finance')
    expect(shown).toContain('Community votes within 5 days: single-choice, quorum 1/5, threshold 1/2')
    expect(shown).toContain('any one of Team may veto for 2 days')
  })
})

describe('the charter as a file', () => {
  test('goes out, comes back changed as acts, and changes nothing twice', async () => {
    const file = join(folder, 'equalizer.yaml')
    await desk.said(ada, 'charter', 'export', file)
    const text = readFileSync(file, 'utf8')
    expect(text).toContain('deciding:')
    expect(await desk.said(ada, 'charter', 'import', file)).toBe('The file changes nothing.')
    writeFileSync(file, text.replace('name: Content', 'name: Contents'))
    expect(await desk.said(ada, 'charter', 'import', file, '--dry-run')).toBe(
      'charter.edit in organization\n1 act; none sent.',
    )
    expect(await desk.said(ada, 'charter', 'import', file)).toBe('charter.edit in organization: executed')
    expect(await desk.said(ada, 'charter', 'export')).toContain('name: Contents')
  })
})

describe('refusals', () => {
  const cases: readonly (readonly [string, readonly string[], number, RegExp])[] = [
    [
      'an act that is not theirs',
      ['act', 'charter.dismiss', 'person=Bo'],
      exitCodes.notAllowed,
      /\(act\.not_yours: /,
    ],
    [
      'an unknown type',
      ['act', 'treasury.pya', '--unit', 'finance'],
      exitCodes.usage,
      /There are treasury\.pay, /,
    ],
    [
      'an unknown field',
      ['act', 'charter.admit', 'persn=Bo'],
      exitCodes.usage,
      /has no field persn; there are person\./,
    ],
    ['no unit', ['act', 'treasury.pay'], exitCodes.usage, /--unit says which/],
    [
      'a wrong number',
      ['act', 'treasury.declare_currency', 'decimals=two'],
      exitCodes.usage,
      /is a whole number, not two/,
    ],
    ['a payload that does not fit', ['act', 'charter.admit'], exitCodes.usage, /\(act\.bad_payload: /],
    ['an unknown decision', ['approve', 'D-99'], exitCodes.notFound, /\(decision\.unknown/],
    ['a vote that is over', ['vote', 'D-1', 'for'], exitCodes.refused, /\(decision\.(closed|window_over)/],
    ['an unknown person', ['delegate', 'Nobody'], exitCodes.notFound, /Nobody here is called Nobody/],
    [
      'an option that is not there',
      ['vote', 'D-1', 'maybe'],
      exitCodes.usage,
      /there are for, against, and abstain/,
    ],
    ['an unknown unit', ['move', 'fin', '--stage', '3'], exitCodes.usage, /Did you mean finance\?/],
    ['an unknown view', ['view', 'treasury.nothing'], exitCodes.notFound, /\(view\.unknown/],
    ['what needs to manage', ['members', 'add', 'Cy'], exitCodes.notAllowed, /\(access\./],
  ]
  test.each(cases)('%s', async (_, args, code, message) => {
    const ended = await desk.run(ines, ...args)
    expect(ended.err).toMatch(message)
    expect(ended).toMatchObject({ code, out: '' })
  })

  test('are JSON where JSON is asked for', async () => {
    const { code, err } = await desk.run(ines, 'approve', 'D-99', '--json')
    expect(code).toBe(exitCodes.notFound)
    expect(JSON.parse(err)).toMatchObject({ code: 'decision.unknown', facts: { decision: 'D-99' } })
  })

  test('no key, a wrong key, no server, no address', async () => {
    const without = await desk.run({ EQUALIZER_URL: desk.server.origin }, 'rules')
    expect(without).toMatchObject({ code: exitCodes.notAllowed })
    expect(without.err).toContain('EQUALIZER_KEY is not set')
    const wrong = await desk.run({ ...ada, EQUALIZER_KEY: 'eq_wrong' }, 'rules')
    expect(wrong).toMatchObject({ code: exitCodes.notAllowed })
    const nobody = await desk.run(ada, 'rules', '--url', 'http://127.0.0.1:9')
    expect(nobody).toMatchObject({ code: exitCodes.unavailable })
    expect(nobody.err).toContain('No answer from http://127.0.0.1:9')
    expect((await desk.run(ada, 'rules', '--url', 'ftp://x')).code).toBe(exitCodes.usage)
  })
})

test('units and open decisions are listed for completion, and nothing where nobody answers', async () => {
  expect((await desk.said(ada, 'units')).split('\n')).toEqual(expect.arrayContaining(['finance', 'content']))
  expect(await desk.said(ines, ...pay('11'))).toContain('decision D-3 opened')
  expect(await desk.said(ada, 'open-decisions')).toBe('D-3')
  const nobody = { ...ada, EQUALIZER_URL: 'http://127.0.0.1:9' }
  expect(await desk.run(nobody, 'open-decisions')).toEqual({ code: 0, out: '', err: '' })
})

test('the real program does the same; the organization is the only one of the key', async () => {
  const { EQUALIZER_ORGANIZATION: _, ...env } = ada
  const ended = await runBin(['decisions', '--past'], { cwd: folder, env })
  expect(ended.err).toBe('')
  expect(ended.out).toMatch(/D-1 +vetoed/)
  const refused = await runBin(['retry', 'D-99'], { cwd: folder, env })
  expect(refused.code).toBe(exitCodes.notFound)
})

test('a link to enter by is whole, at the address that was asked', async () => {
  const { origin } = desk.server
  const { id } = JSON.parse(await desk.said(ada, 'members', 'add', 'Dov', '--json'))
  expect(await desk.said(ada, 'act', 'charter.admit', `person=${id}`)).toBe('executed')
  const said = await desk.said(ada, 'members', 'link', 'Dov')
  expect(said.startsWith(`${origin}/enter#`)).toBe(true)
  const other = origin.replace('127.0.0.1', 'localhost')
  const json = JSON.parse(await desk.said(ada, 'members', 'link', 'Dov', '--url', `${other}/`, '--json'))
  expect(json.link.startsWith(`${other}/enter#`)).toBe(true)
})

test('what is known of somebody is erased when that is meant, and then their key does nothing', async () => {
  const unsure = await desk.run(ines, 'erase')
  expect(unsure).toMatchObject({ code: exitCodes.usage, out: '' })
  expect(unsure.err).toContain('--yes does it')
  expect(await desk.run(ines, 'erase', 'Bo', '--yes')).toMatchObject({ code: exitCodes.notAllowed })
  expect(await desk.said(ada, 'members', '--search', 'ines')).toContain('Ines')
  expect(await desk.said(ines, 'erase', '--yes')).toBe('noted')
  expect(await desk.said(ada, 'members', '--search', 'ines')).toBe('0 people')
  expect(await desk.run(ines, 'rules')).toMatchObject({ code: exitCodes.notAllowed })
  expect(await desk.said(ada, 'erase', 'Bo', '--yes')).toBe('executed')
  expect(await desk.run(ada, 'erase', 'Bo', '--yes')).toMatchObject({ code: exitCodes.notFound })
})
