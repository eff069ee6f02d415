// The README's commands, run as they stand there in a folder like the reader's.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { reportSchema } from '@equalizer/measure'
import { startTestServer } from '@equalizer/server/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ended, runBin } from './run-bin.ts'
import { runHere } from './run-here.ts'

const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8')
// What looks at a log on a server is typed as the log's own page has it, in server/log-page.browser.test.ts.
const ofLogs = /^(?:verify|mirror|witness) /
const commands = [...readme.matchAll(/^npx equalizer (.+?) *#/gm)]
  .map(([, words = '']) => words.trim())
  .filter(command => !ofLogs.test(command))

const dayOf = (index: number) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10)
const thirty = <T>(make: (index: number) => T) => Array.from({ length: 30 }, (_, index) => make(index))
const commits = thirty(index => {
  const email = `dev${index % 3}@example.org`
  const hash = index.toString(16).padStart(40, '0')
  const commit = { hash, parents: [], author: `Dev ${index % 3}`, author_email: email, date: dayOf(index) }
  return `${JSON.stringify({ ...commit, commit_date: dayOf(index), co_authors: [], numstat: [[1, 0, 'a.ts']] })}\n`
}).join('')
const payments = [
  'date,payer,payee,amount,currency',
  ...thirty(index => `${dayOf(index)},Funder ${index % 2},Vendor ${index},${100 + index},USD`),
].join('\n')

let desk = ''
let above = ''
const ended = new Map<string, Ended>()
beforeAll(async () => {
  above = mkdtempSync(join(tmpdir(), 'equalizer-readme-'))
  desk = join(above, 'desk')
  mkdirSync(join(desk, 'evidence'), { recursive: true })
  writeFileSync(join(desk, 'evidence', 'commits.jsonl'), commits)
  writeFileSync(join(desk, 'evidence', 'payments.csv'), payments)
  cpSync(join(desk, 'evidence'), desk, { recursive: true })
  // A repository is any folder with evidence to the program; a real one is read in evidence/git's tests.
  mkdirSync(join(above, 'my-repository'))
  cpSync(join(desk, 'commits.jsonl'), join(above, 'my-repository', 'commits.jsonl'))
  for (const command of commands) ended.set(command, await runBin(command.split(' '), { cwd: desk }))
}, 120_000)
afterAll(() => rmSync(above, { recursive: true, force: true }))

const endedOf = (verb: RegExp) => [...ended].filter(([command]) => verb.test(command))

test('there are five, and what measures or explains does so', () => {
  expect(commands).toHaveLength(5)
  for (const [command, { code, err }] of endedOf(/^(measure [.][./](?!.*--fail)|explain)/)) {
    expect([command, code, err.includes('rror')]).toEqual([command, 0, false])
  }
})

test('--html writes a page; explain names the unit', () => {
  expect(existsSync(join(desk, 'report.html'))).toBe(true)
  const [[, { out } = { out: '' }] = []] = endedOf(/^explain finance/)
  expect(out).toMatch(/finance/i)
})

test('the pipeline gets JSON, and an exit code that says whether finance is under 30', () => {
  const [[, { code, out } = { code: null, out: '' }] = []] = endedOf(/--json --fail-under finance=30/)
  const report = reportSchema.parse(JSON.parse(out))
  const finance = report.units.find(unit => unit.id === 'finance')?.measured.score ?? 0
  expect(code === 0).toBe(finance >= 30)
})

test('init asks; where nobody can answer it says so in one sentence, and --yes takes what is proposed', async () => {
  const [[command = '', asked] = []] = endedOf(/^init/)
  expect(asked?.code).not.toBe(0)
  expect(asked?.err).toContain('--yes')
  const forced = await runBin([...command.split(' '), '--yes', '--force'], { cwd: desk })
  expect(forced.code).toBe(0)
})

test('acting, line by line as it stands there, on the example that a new server offers', async () => {
  const block = /## Act through the one door.*?```sh\n(.*?)```/s.exec(readme)?.[1] ?? ''
  const lines = [...block.matchAll(/^npx equalizer (.+)$/gm)].map(([, words = '']) => words.split(' '))
  expect(lines).toHaveLength(9)
  const server = await startTestServer({ listen: true })
  try {
    const start = { from: 'example' } as const
    const made = await server.stewardCall('POST /api/organizations', {}, { body: { start } })
    if (!made.ok) throw new Error(made.problem.reason)
    const [, ...scopes] = /with the scopes (\w+), (\w+) and (\w+)$/m.exec(block) ?? []
    const body = {
      name: 'cli',
      organization: made.value.organization.id,
      scopes: scopes as ('read' | 'act')[],
    }
    const key = await server.stewardCall('POST /api/keys', {}, { body })
    if (!key.ok) throw new Error(key.problem.reason)
    const env = { EQUALIZER_URL: server.origin, EQUALIZER_KEY: key.value.secret }
    const said: string[] = []
    for (const words of lines) {
      const { code, out, err } = await runHere(words, env)
      expect([words.join(' '), code, code === 0 ? '' : err]).toEqual([words.join(' '), 0, ''])
      said.push(out.trim())
    }
    const [first, , , moved, second, vote] = said.slice(3)
    expect([first, moved, vote]).toEqual(['executed', 'executed', expect.stringContaining('D-1')])
    expect(second).toMatch(/^decision D-1 opened: Community votes until .*; Team may veto until /)
    await server.desk.jobs.idle()
  } finally {
    await server.close()
  }
}, 120_000)
