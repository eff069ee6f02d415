// The simulator on its command line: what it takes, and that wrong use is a sentence.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { asked, usage } from './options.ts'

const program = fileURLToPath(new URL('./run.ts', import.meta.url))
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' })

test('what is left out, and what is said', () => {
  const left = { help: false, seed: null, seeds: 1_000, from: 0, steps: 60, folder: null, entries: 100_000 }
  expect(asked([])).toEqual(left)
  const said = [
    '--seeds',
    '7',
    '--from',
    '3',
    '--seed',
    'x',
    '--steps',
    '9',
    '--export',
    'f',
    '--entries',
    '5',
  ]
  expect(asked(said)).toEqual({
    help: false,
    seed: 'x',
    seeds: 7,
    from: 3,
    steps: 9,
    folder: 'f',
    entries: 5,
  })
})

test.each([['--sead', '1'], ['--seeds'], ['--seeds', 'many'], ['--from', '-1'], ['17']])(
  '%s %s is wrong use, in one line',
  (...args) => {
    expect(asked(args.filter(arg => arg !== undefined))).toMatch(/^[^\n]+$/)
  },
)

test('the program says how it is used, ends with 64 where it is not, and runs', () => {
  expect(run('--help')).toMatchObject({ status: 0, stdout: usage, stderr: '' })
  const bad = run('--sead')
  expect(bad).toMatchObject({ status: 64, stdout: '' })
  expect(bad.stderr).toBe("simulate: Unknown option '--sead' (--help says what there is)\n")
  const done = run('--seed', '17', '--steps', '5')
  expect(done.status).toBe(0)
  expect(done.stdout).toMatch(/^1 organizations, \d+ steps, \d+ taken\n/)
})
