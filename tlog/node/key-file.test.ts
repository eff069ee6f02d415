// Private keys as files: for their owner's eyes, never written over, and the same key when they are read again.
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openNote } from '../note/open.ts'
import { signNote } from '../note/signer.ts'
import { signatureTypes } from '../note/vkey.ts'
import { createKey, readKey } from './key-file.ts'

const folder = await mkdtemp(join(tmpdir(), 'equalizer-keys-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a new key is readable by its owner alone and signs when it is read again', async () => {
  const file = join(folder, 'new', 'key')
  const made = await createKey(file, 'example.org/log', signatureTypes.ed25519)
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600)
  const read = await readKey(file)
  expect(read?.vkey).toEqual(made.vkey)
  const note = signNote('a text\n', read === null ? [] : [read])
  expect(openNote(note, [made.vkey]).ok).toBe(true)
  expect(await readdir(join(folder, 'new'))).toEqual(['key'])
})

test('a key that is there is not written over', async () => {
  const file = join(folder, 'kept')
  const made = await createKey(file, 'example.org/log', signatureTypes.cosignature)
  await expect(createKey(file, 'example.org/log', signatureTypes.cosignature)).rejects.toThrow(/EEXIST/)
  expect((await readKey(file))?.vkey).toEqual(made.vkey)
  expect((await readdir(folder)).filter(name => name.includes('unfinished'))).toEqual([])
})

test('two keys are two keys', async () => {
  const [a, b] = await Promise.all(['a', 'b'].map(name => createKey(join(folder, name), 'same', 1)))
  expect(a?.vkey.text).not.toBe(b?.vkey.text)
})

test('no file is no key, and another file a fault that does not show it', async () => {
  expect(await readKey(join(folder, 'none'))).toBeNull()
  const file = join(folder, 'broken')
  const made = await createKey(join(folder, 'whole'), 'example.org/log', 1)
  const text = await readFile(join(folder, 'whole'), 'utf8')
  const secret = text.trim().split('+').slice(4).join('+')
  for (const wrong of ['', 'secret', text.replace('log', 'other'), text.slice(0, -5), `${text}\n\n`]) {
    await writeFile(file, wrong)
    const fault = await readKey(file).then(
      () => null,
      (error: Error) => error.message,
    )
    expect(fault).toMatch(/broken holds/)
    expect(fault).not.toContain(secret)
  }
  expect(made.vkey.name).toBe('example.org/log')
})
