// Every planted bug is caught by the simulator, and the list of them fits the kernel as it is.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { foundAt } from './found-at.ts'
import { mutants } from './mutants.ts'
import type { Finding } from './mutation-check.ts'

const program = fileURLToPath(new URL('./mutation-check.ts', import.meta.url))
const processes = 2
/** Organizations in which each is looked for, at most. */
const seeds = 600

async function findings(part: number): Promise<Finding[]> {
  const args = [program, part, processes, seeds].map(String)
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 24 })
  return stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Finding)
}

test('each has its one place in the source', () => {
  const lost = mutants.filter(({ file, find }) => {
    const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
    return text.split(find).length !== 2
  })
  expect(lost).toEqual([])
  const names = new Set(mutants.map(({ name }) => name))
  expect(Object.keys(foundAt).filter(name => !names.has(name))).toEqual([])
})

test('every planted bug is caught', async () => {
  const parts = await Promise.all(Array.from({ length: processes }, (_, part) => findings(part)))
  const found = parts.flat()
  expect(found.map(({ name }) => name).sort()).toEqual(mutants.map(({ name }) => name).sort())
  expect(found.filter(({ caught }) => caught === null)).toEqual([])
  // A bug that only stops the program from loading would say nothing of the simulator.
  const broken = found.filter(({ caught }) => /SyntaxError|ReferenceError/.test(caught?.by ?? ''))
  expect(broken).toEqual([])
  expect(mutants.length).toBeGreaterThanOrEqual(40)
  const list = found.map(({ name, caught }) => `${name}: organization ${caught?.seed}, ${caught?.by}`)
  process.stdout.write(`${list.join('\n')}\n`)
}, 900_000)
