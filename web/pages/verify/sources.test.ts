// Exports as archives and folders: found as real tar writes them, read no further than asked, and refused where they are none.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { folderSource, tarSource } from './sources.ts'
import { tarFiles } from './tar.ts'

const folder = mkdtempSync(join(tmpdir(), 'equalizer-tar-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const long = `tile/entries/${'x001/'.repeat(20)}234.p/17`
const files = { checkpoint: 'signed', 'log.json': '{}', [long]: 'entries', 'tile/0/000': 'x'.repeat(8_192) }

/** As tar makes it, of the files in a folder called `in`. */
function archive(...args: string[]): File {
  for (const [path, content] of Object.entries(files)) {
    const place = join(folder, 'in', path)
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, content)
  }
  const made = join(folder, 'out.tar')
  execFileSync('tar', ['--format=ustar', '-cf', made, ...args], { cwd: folder })
  return new File([readFileSync(made)], 'out.tar')
}
const textOf = (bytes: Uint8Array | null | undefined) => bytes && new TextDecoder().decode(bytes)

describe('an archive', () => {
  test.each([
    ['of the log', ['-C', 'in', '.']],
    ['of the folder that it lies in', ['in']],
  ])('%s', async (_, args) => {
    const source = await tarSource(archive(...args))
    expect(textOf(await source?.read('checkpoint', 100))).toBe('signed')
    expect(textOf(await source?.read(long, 100))).toBe('entries')
    expect((await source?.read('tile/0/000', 100))?.length).toBe(101)
    expect(await source?.read('state', 100)).toBeNull()
    expect([...((await source?.list?.()) ?? [])].sort()).toEqual(Object.keys(files).sort())
  })

  test('that breaks off, has a wrong head, or is none, is no archive', async () => {
    const whole = new Uint8Array(await archive('in').arrayBuffer())
    expect(await tarFiles(new Blob([whole.subarray(0, 1_500)]))).toBeNull()
    const wrong = whole.slice()
    wrong[0] = 33
    expect(await tarFiles(new Blob([wrong]))).toBeNull()
    expect(await tarFiles(new Blob(['c2sp.org/tlog-proof@v1\n']))).toBeNull()
    expect(await tarSource(new File([new Uint8Array(1_024)], 'empty.tar'))).toBeNull()
  })
})

test('a chosen folder is read from where its checkpoint lies; without one it is none', async () => {
  const chosen = Object.entries(files).map(
    ([path, content]) => [`some/deep/${path}`, new File([content], 'x')] as const,
  )
  const source = folderSource(chosen)
  expect(textOf(await source?.read('log.json', 10))).toBe('{}')
  expect(folderSource(chosen.filter(([path]) => !path.endsWith('checkpoint')))).toBeNull()
  expect(folderSource([])).toBeNull()
})
