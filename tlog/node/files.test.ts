// Files of a folder and in memory, by one contract; and that a process killed while it writes leaves whole files behind.
import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fc } from '@equalizer/testkit/laws'
import { afterAll, describe, expect, test } from 'vitest'
import { failingFiles, InjectedFailure } from '../testing/failing-files.ts'
import { memoryFiles } from '../testing/memory-files.ts'
import { type Files, folderFiles, WrittenOtherwise } from './files.ts'

const folders: string[] = []
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'equalizer-files-'))
  folders.push(folder)
  return folder
}
afterAll(() => Promise.all(folders.map(folder => rm(folder, { recursive: true, force: true }))))

const bytes = (text: string) => new TextEncoder().encode(text)
const textOf = (read: Uint8Array | null) => read && new TextDecoder().decode(read)

const kinds: [string, () => Promise<Files>][] = [
  ['a folder', async () => folderFiles(join(await newFolder(), 'not', 'yet'))],
  ['memory', async () => memoryFiles()],
]

describe.each(kinds)('files in %s', (_, open) => {
  test('are read as they were written last, and not at all where there are none', async () => {
    const files = await open()
    expect(await files.read('a/b')).toBeNull()
    await files.write('a/b', bytes('one'))
    await files.write('a/b', bytes('two'))
    expect(textOf(await files.read('a/b'))).toBe('two')
    expect(await files.read('a')).toBeNull()
    await files.remove('a/b')
    await files.remove('a/b')
    expect(await files.read('a/b')).toBeNull()
  })

  test('that are written once stay', async () => {
    const files = await open()
    await files.write('tile/0/000', bytes('one'), { once: true })
    await files.write('tile/0/000', bytes('one'), { once: true })
    await expect(files.write('tile/0/000', bytes('two'), { once: true })).rejects.toThrow(WrittenOtherwise)
    expect(textOf(await files.read('tile/0/000'))).toBe('one')
  })

  test('are listed by folder, in order', async () => {
    const files = await open()
    expect(await files.list('')).toEqual([])
    for (const path of ['b', 'a/z', 'a/y/x', 'a.p/1']) await files.write(path, bytes(path))
    expect(await files.list('')).toEqual(['a.p/', 'a/', 'b'])
    expect(await files.list('a')).toEqual(['y/', 'z'])
    expect(await files.list('c')).toEqual([])
  })

  test('written by several at a time are each whole', async () => {
    const files = await open()
    const texts = Array.from({ length: 8 }, (_, i) => String(i).repeat(10_000))
    await Promise.all(texts.map(text => files.write('deep/er/same', bytes(text))))
    expect(texts).toContain(textOf(await files.read('deep/er/same')))
    const results = await Promise.allSettled(
      texts.map(text => files.write('once', bytes(text), { once: true })),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await files.list('')).toEqual(['deep/', 'once'])
  })

  test.each([
    '',
    '/etc/passwd',
    '../up',
    'a/../../up',
    'a//b',
    'a/',
    './a',
    'a\\b',
    'a\u0000b',
    '.unfinished-x',
  ])('%j is no path', async path => {
    const files = await open()
    await expect((async () => files.read(path))()).rejects.toThrow(RangeError)
    await expect((async () => files.write(path, bytes('x')))()).rejects.toThrow(RangeError)
  })
})

test('while a process writes, and after it was killed, there is one content or the other and nothing half', async () => {
  const folder = await newFolder()
  const size = 300_000
  const program = join(folder, 'write.ts')
  const module = new URL('./files.ts', import.meta.url)
  await writeFile(
    program,
    `import { folderFiles } from ${JSON.stringify(module.href)}
const files = folderFiles(${JSON.stringify(join(folder, 'files'))})
const contents = ['a', 'b'].map(letter => new TextEncoder().encode(letter.repeat(${size})))
await files.write('f', contents[0])
process.stdout.write('writing')
for (let i = 1; ; i++) await files.write('f', contents[i % 2])
`,
  )
  const isWhole = async () => {
    const read = await folderFiles(join(folder, 'files')).read('f')
    expect(read !== null && Buffer.alloc(size, read[0]).equals(read)).toBe(true)
  }
  for (let round = 0; round < 3; round++) {
    const child = spawn(process.execPath, [fileURLToPath(new URL(`file://${program}`))], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise(resolve => child.stdout.once('data', resolve))
    const ended = new Promise(resolve => child.once('exit', resolve))
    for (let read = 0; read < 150; read++) await isWhole()
    child.kill('SIGKILL')
    await ended
    await isWhole()
    expect(await folderFiles(join(folder, 'files')).list('')).toEqual(['f'])
  }
})

test('no draft is left where a write fails', async () => {
  const folder = await newFolder()
  const files = folderFiles(folder)
  await files.write('once', bytes('one'), { once: true })
  await expect(files.write('once', bytes('two'), { once: true })).rejects.toThrow(WrittenOtherwise)
  expect(await readdir(folder)).toEqual(['once'])
})

describe('files that fail', () => {
  const seeded = (seed: number) => () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 2 ** 32
  }

  test('tell whether a write was made, and one seed fails in one way', async () => {
    const run = async (seed: number) => {
      const beneath = memoryFiles()
      const files = failingFiles(beneath, seeded(seed), 0.5)
      const seen: string[] = []
      for (let i = 0; i < 60; i++) {
        const before = textOf(await beneath.read('f'))
        try {
          await files.write('f', bytes(String(i)))
          seen.push('written')
          expect(textOf(await beneath.read('f'))).toBe(String(i))
        } catch (error) {
          if (!(error instanceof InjectedFailure)) throw error
          seen.push(error.persisted ? 'persisted' : 'lost')
          expect(textOf(await beneath.read('f'))).toBe(error.persisted ? String(i) : before)
        }
      }
      return seen
    }
    const seen = await run(7)
    expect(new Set(seen)).toEqual(new Set(['written', 'persisted', 'lost']))
    expect(await run(7)).toEqual(seen)
    expect(await run(8)).not.toEqual(seen)
  })

  test('what is tried again until it holds is there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async seed => {
        const beneath = memoryFiles()
        const files = failingFiles(beneath, seeded(seed), 0.4)
        const again = async (act: () => Promise<unknown>) => {
          for (let tries = 0; tries < 100; tries++) {
            try {
              return await act()
            } catch (error) {
              if (!(error instanceof InjectedFailure)) throw error
            }
          }
          throw new Error('failed a hundred times')
        }
        for (let i = 0; i < 5; i++)
          await again(() => files.write(`tile/${i}`, bytes(String(i)), { once: true }))
        await again(() => files.remove('tile/0'))
        expect(await beneath.list('tile')).toEqual(['1', '2', '3', '4'])
      }),
      { numRuns: 30 },
    )
  })
})
