// Output files: whole or not at all, and never something else than a plain file.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { exitCodes } from '../exit-codes.ts'
import { Stop } from '../stop.ts'
import { writeOutput } from './write-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'equalizer-out-'))
})

async function refusalOf(path: string, kept: readonly string[] = []): Promise<string> {
  const stop = await writeOutput(path, 'new', kept).catch((error: unknown) => error)
  if (!(stop instanceof Stop)) throw new Error('it was written')
  expect(stop.exitCode).toBe(exitCodes.cannotWrite)
  return stop.message
}

test('writes a new file and replaces an old one, leaving nothing beside it', async () => {
  const path = join(folder, 'report.json')
  await writeOutput(path, 'old')
  await writeOutput(path, 'new')
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(readdirSync(folder)).toEqual(['report.json'])
})

test('refuses folders, links, devices, missing folders and what was read', async () => {
  const target = join(folder, 'target.txt')
  writeFileSync(target, 'old')
  symlinkSync(target, join(folder, 'link.txt'))
  mkdirSync(join(folder, 'sub'))
  expect(await refusalOf(join(folder, 'sub'))).toMatch(/is a folder/)
  expect(await refusalOf(join(folder, 'link.txt'))).toMatch(/is a link/)
  expect(await refusalOf('/dev/null')).toMatch(/not a plain file/)
  expect(await refusalOf(join(folder, 'none', 'x.txt'))).toMatch(/there is no folder/)
  expect(await refusalOf(target, [target])).toMatch(/was read as input/)
  expect(readFileSync(target, 'utf8')).toBe('old')
  expect(readdirSync(folder).sort()).toEqual(['link.txt', 'sub', 'target.txt'])
})
