// The files of a log's keys, on a disk that is full: a whole key or none, and room again is all that is needed.
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newKey, placeKey, readKeys, replaceKey } from './key-files.ts'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'key-files-'))
})
afterAll(() => rm(root, { recursive: true }))

const module = new URL('./key-files.ts', import.meta.url).href
const key = () => newKey(() => 'log.example/log/keys').signer

/** In a process that can open files and write nothing into them. */
async function withoutRoom(call: string, ...args: string[]): Promise<string> {
  const script = `import { placeKey, replaceKey } from ${JSON.stringify(module)}
    const args = process.argv.slice(1)
    await ${call}.catch(error => console.log(error.code))`
  const sh = `trap '' XFSZ; ulimit -f 0; exec "$0" --input-type=module -e "$@"`
  const { stdout } = await promisify(execFile)('sh', ['-c', sh, process.execPath, script, ...args])
  return stdout.trim()
}

test.skipIf(process.platform === 'win32')(
  'a key that could not be written is made once there is room',
  async () => {
    const folder = join(root, 'first')
    expect(await withoutRoom('placeKey(args[0], args[1])', folder, key())).toBe('EFBIG')
    expect(await readKeys(folder, 0)).toBeNull()
    expect(await readdir(folder)).toEqual([])
    await placeKey(folder, key())
    const first = (await readKeys(folder, 0))?.current.vkey.text
    await expect(placeKey(folder, key())).rejects.toThrow('EEXIST')
    expect(await withoutRoom('replaceKey(args[0], args[1], 5)', folder, key())).toBe('EFBIG')
    expect(await readKeys(folder, 0)).toMatchObject({ current: { vkey: { text: first } }, older: [] })
    await replaceKey(folder, key(), 5)
    expect(await readKeys(folder, 0)).toMatchObject({ older: [{ vkey: { text: first } }] })
  },
)
