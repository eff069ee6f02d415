// `equalizer init --yes`: what is found becomes a charter that can be measured; nothing is written over unasked.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCharter } from '@equalizer/core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { exitCodes } from '../exit-codes.ts'
import { runBin } from '../run-bin.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'equalizer-init-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: string[]) => runBin(args, { cwd: folder })

function charter() {
  const read = readCharter(readFileSync(join(folder, 'equalizer.yaml'), 'utf8'), 'equalizer.yaml')
  if (!read.ok) throw new Error(read.refusal.reason)
  return read.value
}

test('a repository: only the surfaces that have evidence are written', async () => {
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore' })
  git('init', '-q')
  git('-c', 'user.name=Ada', '-c', 'user.email=a@x.org', 'commit', '-q', '--allow-empty', '-m', 'first')
  const { code, out } = await run('init', '--yes', '--name', 'Köln: a DAO')
  expect(code).toBe(exitCodes.ok)
  expect(out).toContain('Wrote equalizer.yaml. 1 source found, telling about 1 of 5 units.')
  const { organization, units, sources } = charter()
  expect(organization).toMatchObject({ id: 'koln-a-dao', name: 'Köln: a DAO' })
  expect(units.flatMap(unit => unit.surfaces.map(surface => surface.id))).toEqual(['ships'])
  expect(sources).toEqual([{ id: 'repository', kind: 'git', path: '.' }])
  expect((await run('charter', 'check')).out).toBe(
    'equalizer.yaml is in order: 5 units, 1 source, 0 people.\n',
  )
  expect((await run('measure', '--quiet', '--fail-under', 'technology=0')).code).toBe(exitCodes.ok)
})

test('files of a folder, a charter written over only with --force', async () => {
  writeFileSync(join(folder, 'pay.csv'), 'date,from,to,amount,currency\n2026-01-01,a,b,1,EUR\n')
  expect((await run('init', '--yes', '--schema', 'charter.schema.json')).code).toBe(exitCodes.ok)
  const first = readFileSync(join(folder, 'equalizer.yaml'), 'utf8')
  expect(first).toMatch(/^# yaml-language-server: \$schema=charter\.schema\.json\n/)
  const again = await run('init', '--yes')
  expect(again).toMatchObject({ code: exitCodes.cannotWrite, out: '' })
  expect(again.err).toContain('There is equalizer.yaml already')
  expect(readFileSync(join(folder, 'equalizer.yaml'), 'utf8')).toBe(first)
  expect((await run('init', '--yes', '--force')).code).toBe(exitCodes.ok)
  expect(charter().sources.map(source => source.path)).toEqual(['pay.csv'])
})

test('an empty folder gets a charter to fill in', async () => {
  const { code, out } = await run('init', '--yes')
  expect(code).toBe(exitCodes.ok)
  expect(out).toContain('No evidence was recognised here')
  expect(charter().units).toHaveLength(5)
})
