// What a killed process leaves is taken away, at any depth, and nothing else.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { sweepUnfinished } from './sweep.ts'

const id = '0f8fad5b-d9cb-469f-a165-70867728950e'
let folder = ''
afterAll(() => rm(folder, { recursive: true, force: true }))

test('drafts of files and of keys, and nothing that is called nearly so', async () => {
  folder = await mkdtemp(join(tmpdir(), 'sweep-'))
  const drafts = [`.unfinished-${id}`, `tile/0/x001/.unfinished-${id}`, `key.unfinished-${id}`]
  const others = ['checkpoint', 'key', 'tile/0/000', '.unfinished-x', `.unfinished-${id}.txt`]
  for (const path of [...drafts, ...others]) {
    await mkdir(join(folder, dirname(path)), { recursive: true })
    await writeFile(join(folder, path), 'x')
  }
  await mkdir(join(folder, `a.unfinished-${id}`))
  expect(await sweepUnfinished(folder)).toBe(drafts.length)
  const left = await readdir(folder, { recursive: true, withFileTypes: true })
  expect(left.filter(one => one.isFile()).length).toBe(others.length)
  expect(await sweepUnfinished(folder)).toBe(0)
  expect(await sweepUnfinished(join(folder, 'none'))).toBe(0)
})
