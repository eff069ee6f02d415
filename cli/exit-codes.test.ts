// Every exit code, by running the real program on small folders and repositories.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { reportSchema } from '@equalizer/measure'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exitCodeOfServer, exitCodes, exitCodeWords } from './exit-codes.ts'
import { runBin } from './run-bin.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'equalizer-cli-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: string[]) => runBin(args, { cwd: folder })
const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

function payments(people: number) {
  const rows = Array.from(
    { length: 30 },
    (_, i) => `2026-01-0${(i % 9) + 1},payer ${i % people},payee ${i},10,EUR`,
  )
  write('payments.csv', ['date,from,to,amount,currency', ...rows, ''].join('\n'))
}

const charter = `equalizer: 1
organization: {id: test, name: Test}
units:
  - id: finance
    name: Finance
    declared: 50
    surfaces: [{id: pays, name: Who pays, evidence: [{source: money, kinds: [payment.made]}]}]
sources: [{id: money, kind: payments, path: payments.csv}]
`

describe('0, done', () => {
  test('a repository without a charter', async () => {
    const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore' })
    git('init', '-q')
    for (const name of ['Ada Lovelace', 'Bo \u001b[31mDiddley']) {
      git(
        '-c',
        `user.name=${name}`,
        '-c',
        'user.email=x@example.org',
        'commit',
        '-q',
        '--allow-empty',
        '-m',
        name,
      )
    }
    const { code, out, err } = await run('measure')
    expect({ code, err }).toEqual({ code: exitCodes.ok, err: 'reading repository (git)\nscoring\n' })
    expect(out).toContain('There is no charter')
    expect(out).not.toContain('\u001b')
  })

  test('the report as JSON follows its schema and says that it was inferred', async () => {
    payments(3)
    const { code, out } = await run('measure', 'payments.csv', '--json', '--quiet')
    expect(code).toBe(exitCodes.ok)
    const report = reportSchema.parse(JSON.parse(out))
    expect(report.organization.charter).toBe('inferred')
    const surfaces = report.units.find(unit => unit.id === 'finance')?.surfaces
    expect(surfaces?.map(({ id, K }) => `${id} ${K}`)).toEqual(['pays 2', 'paid 16'])
  })

  test('files beside the table', async () => {
    payments(3)
    write('equalizer.yaml', charter)
    const { code, out } = await run('measure', '--json', 'a.json', '--csv', 'a.csv', '--as-of', '2026-02-01')
    expect(code).toBe(exitCodes.ok)
    expect(out).toContain('Finance')
    const report = reportSchema.parse(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8')))
    expect(report).toMatchObject({ asOf: '2026-02-01', organization: { charter: 'given' } })
    expect(readFileSync(join(folder, 'a.csv'), 'utf8').split('\r\n')).toHaveLength(3)
  })

  test('a charter that lies elsewhere', async () => {
    payments(2)
    mkdirSync(join(folder, 'elsewhere'))
    write('elsewhere/mine.yaml', charter)
    const { code, out } = await run('explain', 'finance', '.', '--charter', 'elsewhere/mine.yaml')
    expect(code).toBe(exitCodes.ok)
    expect(out).toContain('K = 2: two parties can decide together.')
  })

  test('--unit shows that one alone', async () => {
    payments(2)
    const { out } = await run('measure', '.', '--unit', 'finance', '--quiet', '--csv')
    expect(out).toContain('finance')
    expect(out).not.toContain('technology')
  })
})

test('the page, or 69 where the web part was never built', async () => {
  payments(2)
  const { code, err } = await run('measure', '.', '--quiet', '--html', 'report.html')
  const built = existsSync(fileURLToPath(new URL('../web/dist/report.html', import.meta.url)))
  if (built) expect(readFileSync(join(folder, 'report.html'), 'utf8')).toMatch(/^<!doctype html>/i)
  else expect(err).toContain('npm start in the checkout builds it')
  expect(code).toBe(built ? exitCodes.ok : exitCodes.unavailable)
})

test('69, git is not there', async () => {
  mkdirSync(join(folder, '.git'))
  const { code, err } = await runBin(['measure', '--quiet'], { cwd: folder, env: { PATH: folder } })
  expect(err).toContain('git')
  expect(code).toBe(exitCodes.unavailable)
})

describe('1, --fail-under is not met', () => {
  test.each([
    ['30', exitCodes.ok],
    ['31', exitCodes.notMet],
    ['finance=30', exitCodes.ok],
    ['finance=48', exitCodes.notMet],
  ])('%s with two payers ends with %i', async (threshold, code) => {
    payments(2)
    write('equalizer.yaml', charter)
    const ended = await run('measure', '--quiet', '--fail-under', threshold)
    expect(ended.code).toBe(code)
    expect(ended.err === '').toBe(code === exitCodes.ok)
  })

  test('a unit without a score meets nothing', async () => {
    payments(2)
    const ended = await run('measure', '--quiet', '--fail-under', 'technology=0')
    expect(ended).toEqual({
      code: exitCodes.notMet,
      out: '',
      err: 'equalizer: Technology has no score; at least 0 is asked.\n',
    })
  })
})

describe('64, wrong use', () => {
  test.each([
    [['mesure'], /Did you mean measure/],
    [['measure', '--jsn'], /Did you mean --json/],
    [['measure', '--as-of', '2026-02-30'], /It is a day/],
    [['measure', '--fail-under', '101'], /from 0 to 100/],
    [['measure', '--json', '--csv'], /Only one of/],
    [['measure', '--json', 'a', '--csv', './a'], /is named for two outputs/],
    [['measure', '--json', ''], /An output file has no name/],
    [['measure', '--fail-under', 'fin=3'], /There is no unit "fin". Did you mean finance\?/],
    [['explain', 'nobody'], /There is no unit "nobody". There are /],
    [['schema', 'chart'], /Allowed choices/],
    [['init'], /there is no terminal to ask on/],
    [[], /Usage: equalizer/],
  ])('%j', async (args, message) => {
    payments(2)
    const { code, err } = await run(...args)
    expect(err).toMatch(message)
    expect(code).toBe(exitCodes.usage)
  })
})

test.each([
  ['door.busy', exitCodes.busy],
  ['access.too_often', exitCodes.busy],
  ['door.too_often', exitCodes.busy],
  ['access.sign_in', exitCodes.notAllowed],
  ['act.not_yours', exitCodes.notAllowed],
  ['decision.not_in_group', exitCodes.notAllowed],
  ['ballot.not_eligible', exitCodes.notAllowed],
  ['server.fault', exitCodes.broken],
  ['server.unclear', exitCodes.unavailable],
  ['request.invalid', exitCodes.usage],
  ['act.unknown', exitCodes.usage],
  ['act.bad_payload', exitCodes.usage],
  ['act.needs_vote', exitCodes.refused],
  ['decision.unknown', exitCodes.notFound],
  ['decision.window_over', exitCodes.refused],
  ['treasury.balance_exceeded', exitCodes.refused],
])('the server’s %s ends with %i', (refusal, code) => {
  expect(exitCodeOfServer(refusal)).toBe(code)
})

test.each([
  [['explain', 'nobody']],
  [['measure', '--unit', 'nobody']],
  [['measure', '--fail-under', 'nobody=30']],
])('64 before anything is read: %j', async args => {
  payments(2)
  write('equalizer.yaml', charter)
  expect(await run(...args)).toEqual({
    code: exitCodes.usage,
    out: '',
    err: 'equalizer: There is no unit "nobody". There are finance.\n',
  })
})

describe('65, bad input', () => {
  test('a charter with problems: each with its line and column', async () => {
    write('equalizer.yaml', charter.replace('declared', 'declard').replace('source: money', 'source: mony'))
    const { code, err } = await run('measure')
    expect(code).toBe(exitCodes.badInput)
    expect(err).toContain(
      'equalizer.yaml:6:5: units[0].declard: there is no key "declard" here; did you mean declared?\n',
    )
    expect(err).toContain('equalizer: equalizer.yaml has one problem; nothing was measured.\n')
  })

  test('every source refused', async () => {
    write('equalizer.yaml', charter)
    const { code, err } = await run('measure', '--quiet')
    expect(code).toBe(exitCodes.badInput)
    expect(err).toContain('there is no payments.csv')
  })

  test('a source outside of the folder, unless that is allowed', async () => {
    payments(2)
    mkdirSync(join(folder, 'inner'))
    symlinkSync(join(folder, 'payments.csv'), join(folder, 'inner', 'payments.csv'))
    write('inner/equalizer.yaml', charter)
    const refused = await run('measure', 'inner', '--quiet')
    expect(refused.code).toBe(exitCodes.badInput)
    expect(refused.err).toContain("outside the charter's folder")
    expect((await run('measure', 'inner', '--quiet', '--allow-outside')).code).toBe(exitCodes.ok)
  })

  test('nothing that is evidence', async () => {
    write('letter.txt', 'Dear reader,\n')
    expect(await run('measure')).toMatchObject({ code: exitCodes.badInput, out: '' })
    expect(await run('measure', 'letter.txt')).toMatchObject({ code: exitCodes.badInput, out: '' })
  })
})

test('66, there is no such path', async () => {
  for (const args of [
    ['measure', 'none'],
    ['measure', '--charter', 'none.yaml'],
    ['charter', 'check'],
    ['init', 'none'],
  ]) {
    expect(await run(...args)).toMatchObject({ code: exitCodes.notFound, out: '' })
  }
})

test('73, an output cannot be written', async () => {
  payments(2)
  for (const target of ['.', 'payments.csv', 'none/a.json']) {
    expect(await run('measure', '--quiet', '--json', target)).toMatchObject({ code: exitCodes.cannotWrite })
  }
  // Said before the reading, which may take minutes: nothing is said about reading.
  expect((await run('measure', '--json', 'none/a.json')).err).toMatch(
    /^equalizer: none\/a.json cannot be written/,
  )
  expect(readFileSync(join(folder, 'payments.csv'), 'utf8')).toContain('payer 1')
})

test('130, interrupted', async () => {
  // Enough to read that it is still reading when the signal comes.
  const rows = Array.from({ length: 400_000 }, (_, i) => `2026-01-01,payer ${i},payee ${i},1,EUR`)
  write('payments.csv', ['date,from,to,amount,currency', ...rows].join('\n'))
  write('equalizer.yaml', charter)
  const ended = await runBin(['measure'], { cwd: folder, onFirstWord: kill => kill('SIGINT') })
  expect(ended).toMatchObject({ code: exitCodes.interrupted, out: '' })
  expect(ended.err).toContain('equalizer: interrupted.')
})

test('--help lists every exit code and shows an example of every verb', async () => {
  const { code, out } = await run('--help')
  expect(code).toBe(exitCodes.ok)
  for (const [number, words] of exitCodeWords)
    expect(out).toContain(`${String(number).padStart(3)}  ${words}`)
  for (const verb of ['measure', 'explain', 'init', 'charter check', 'schema', 'completion']) {
    expect(out).toMatch(new RegExp(`(\\$|<\\() ?equalizer ${verb}`))
  }
})

test('all codes of the table are different and explained', () => {
  expect(exitCodeWords.map(([code]) => code)).toEqual(Object.values(exitCodes))
})
