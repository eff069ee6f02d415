// From a path to a survey: charters, repositories, folders and files, and what is refused on the way.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { limits } from '@equalizer/core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type PrepareOptions, prepareSurvey } from './prepare.ts'
import { surveyOrganization } from './survey.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'equalizer-prepare-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, content: string | Uint8Array) {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), content)
}

const payments = 'date,from,to,amount,currency\n2026-01-01,a,b,1,EUR\n'
const charter = 'equalizer: 1\norganization: {id: test, name: Test}\n'

async function prepared(path = '.', options: Partial<PrepareOptions> = {}) {
  const found = await prepareSurvey(join(folder, path), { asOf: '2026-06-30', ...options })
  if (!found.ok) throw new Error(found.refusal.reason)
  return found.value
}

async function refusal(path: string, options: Partial<PrepareOptions> = {}): Promise<string> {
  const found = await prepareSurvey(join(folder, path), { asOf: '2026-06-30', ...options })
  return found.ok ? 'it was taken' : found.refusal.code
}

describe('a charter', () => {
  test('in a folder, by its own path, or lying elsewhere', async () => {
    write('equalizer.yaml', charter)
    write('other/mine.yml', charter.replace('Test', 'Other'))
    const options = await prepared('.', { allowOutside: true })
    expect(options).toMatchObject({ charterGiven: true, folder, asOf: '2026-06-30', allowOutside: true })
    expect((await prepared('equalizer.yaml')).folder).toBe(folder)
    expect(await prepared('other/mine.yml')).toMatchObject({
      folder: join(folder, 'other'),
      charter: { organization: { name: 'Other' } },
    })
    const elsewhere = await prepared('.', { charterFile: join(folder, 'other/mine.yml') })
    expect(elsewhere).toMatchObject({ folder, charter: { organization: { name: 'Other' } } })
  })

  test('its warnings are notes', async () => {
    write('equalizer.yaml', `${charter}units: [{id: a, name: A, surfaces: [{id: s, name: S}]}]\n`)
    expect((await prepared()).notes?.join()).toMatch(/^equalizer\.yaml:3:\d+: warning: .* has no evidence/)
  })

  test('refused: not there, not UTF-8, too large, a folder, wrong', async () => {
    expect(await refusal('.', { charterFile: join(folder, 'none.yaml') })).toBe('charter.not_found')
    write('a.yaml', Uint8Array.from([0x65, 0xff, 0xfe]))
    expect(await refusal('.', { charterFile: join(folder, 'a.yaml') })).toBe('charter.bad_encoding')
    write('b.yaml', '#'.repeat(limits.charterBytes + 1))
    expect(await refusal('.', { charterFile: join(folder, 'b.yaml') })).toBe('charter.too_large')
    expect(await refusal('.', { charterFile: folder })).toBe('charter.unreadable')
    write('equalizer.yaml', 'equalizer: 3\n')
    const wrong = await prepareSurvey(folder, { asOf: '2026-06-30' })
    expect(wrong).toMatchObject({ ok: false, refusal: { code: 'charter.refused' } })
    expect(wrong.ok ? [] : wrong.problems).toHaveLength(2)
  })

  test.skipIf(process.getuid?.() === 0)('refused: one that may not be read is not passed over', async () => {
    write('equalizer.yaml', charter)
    chmodSync(join(folder, 'equalizer.yaml'), 0o000)
    expect(await refusal('.')).toBe('charter.unreadable')
  })
})

describe('without a charter', () => {
  test('a repository is one source, whatever else lies in it', async () => {
    const day = '2026-06-01T12:00:00Z'
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', folder, ...args], {
        stdio: 'ignore',
        env: { ...process.env, GIT_AUTHOR_DATE: day, GIT_COMMITTER_DATE: day },
      })
    git('init', '-q')
    git('-c', 'user.name=Ada', '-c', 'user.email=a@x.org', 'commit', '-q', '--allow-empty', '-m', 'first')
    write('payments.csv', payments)
    const options = await prepared()
    expect(options.charterGiven).toBe(false)
    expect(options.charter.sources).toEqual([{ id: 'repository', kind: 'git', path: '.' }])
    const report = await surveyOrganization(options)
    expect(report.units.find(unit => unit.id === 'technology')?.surfaces.map(surface => surface.id)).toEqual([
      'ships',
    ])
  })

  test('a folder: files and folders below, each with an id of its own; the rest is told', async () => {
    write('2025/payments.csv', payments)
    write('2026/payments.csv', payments)
    write('notes.txt', 'Dear reader,\n')
    write('.hidden/payments.csv', payments)
    write('node_modules/x/payments.csv', payments)
    write('empty.csv', '')
    const { charter, notes } = await prepared()
    expect(charter.sources.map(({ id, path }) => `${id} ${path}`)).toEqual([
      'payments 2025/payments.csv',
      'payments-2 2026/payments.csv',
    ])
    expect(notes).toContain('Not recognised as evidence and left aside: "empty.csv", "notes.txt".')
    expect(notes?.join('\n')).toContain(
      '"2025/payments.csv" is read as payments (source payments). It lists payments',
    )
  })

  test('links are not followed', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'equalizer-outside-'))
    writeFileSync(join(outside, 'payments.csv'), payments)
    symlinkSync(outside, join(folder, 'link'))
    symlinkSync(join(outside, 'payments.csv'), join(folder, 'link.csv'))
    expect(await refusal('.')).toBe('survey.no_evidence')
    write('payments.csv', payments)
    const { charter, notes } = await prepared()
    expect(charter.sources).toHaveLength(1)
    expect(notes).toContain('2 links were not followed.')
    rmSync(outside, { recursive: true })
  })

  test('folders within folders without end are looked into so far and no further', async () => {
    write(`${'deep/'.repeat(limits.folderDepth + 2)}payments.csv`, payments)
    write('payments.csv', payments)
    const { charter, notes } = await prepared()
    expect(charter.sources.map(source => source.path)).toEqual(['payments.csv'])
    expect(notes?.join()).toMatch(/One folder was not looked into: nested deeper than 8/)
  })

  test('one file', async () => {
    write('our payments.csv', payments)
    const options = await prepared('our payments.csv')
    expect(options.folder).toBe(folder)
    expect(options.charter).toMatchObject({
      organization: { name: 'our payments.csv' },
      sources: [{ id: 'our-payments', kind: 'payments', path: 'our payments.csv' }],
    })
  })

  test('refused: not there, not evidence, a device', async () => {
    write('letter.txt', 'Dear reader,\n')
    expect(await refusal('none')).toBe('survey.not_found')
    expect(await refusal('letter.txt')).toBe('survey.unrecognized')
    expect(await refusal('letter.txt/inside')).toBe('survey.not_found')
    expect(await refusal('../../../../../../../../dev/null')).toBe('survey.unreadable')
  })

  test('a pipe is refused, and not waited for', async () => {
    mkdirSync(join(folder, 'piped'))
    for (const name of ['piped/equalizer.yaml', 'pipe.yaml']) execFileSync('mkfifo', [join(folder, name)])
    expect(await refusal('piped')).toBe('charter.unreadable')
    expect(await refusal('piped/equalizer.yaml')).toBe('survey.unreadable')
    expect(await refusal('pipe.yaml')).toBe('survey.unreadable')
  })
})
