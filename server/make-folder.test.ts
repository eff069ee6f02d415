// A folder and those above it are made for their owner; where none can be made that is said, and it ends.
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFolder } from './make-folder.ts'

let above = ''
beforeAll(async () => {
  above = await mkdtemp(join(tmpdir(), 'equalizer-folder-'))
})
afterAll(() => rm(above, { recursive: true, force: true }))

test('it is made with those above it, for its owner, and again without harm', async () => {
  const folder = join(above, 'a', 'b', 'c')
  await Promise.all([makeFolder(folder), makeFolder(folder)])
  await makeFolder(folder)
  for (const one of [folder, join(above, 'a')]) expect((await stat(one)).mode & 0o777).toBe(0o700)
})

test('below a file there is none', async () => {
  const file = join(above, 'file')
  await writeFile(file, '')
  await expect(makeFolder(join(file, 'data'))).rejects.toThrow(/ENOTDIR/)
})

test.skipIf(process.platform !== 'linux')('where nobody can make one, as in /proc, it ends', async () => {
  await expect(makeFolder('/proc/x')).rejects.toThrow(/ENOENT/)
  await expect(makeFolder('/proc/x/y')).rejects.toThrow(/ENOENT/)
})
