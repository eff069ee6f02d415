// A survey from files to report: accounts, duplicates, the hash, and sources that are not to be read.
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { type CharterInput, charterSchema } from '@equalizer/core'
import { reportSchema } from '@equalizer/measure'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type SurveyOptions, surveyOrganization } from './survey.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'equalizer-survey-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const mapping: NonNullable<CharterInput['sources']>[number]['mapping'] = {
  kind: 'content.removed',
  actor: { column: 'who', scheme: 'name' },
  weight: { column: 'size', decimals: 0 },
  time: { column: 'day' },
  asset: 'post',
  id: 'id',
}

const rows = [
  'id,who,size,day',
  '1,Ada Lovelace,3,2026-06-01',
  '2,Bo Diddley,3,2026-06-02',
  '3,,2,2026-06-03',
  '4,Ada Lovelace,9,2026-07-09',
  '5,Cy Twombly,not a number,2026-06-04',
]

function charter(paths: readonly string[], more: Partial<CharterInput> = {}) {
  return charterSchema.parse({
    equalizer: 1,
    organization: { id: 'test', name: 'Test' },
    units: [
      {
        id: 'curation',
        name: 'Curation',
        declared: 50,
        surfaces: [
          {
            id: 'removes',
            name: 'Who removes',
            evidence: paths.map((_, index) => ({ source: `s${index}`, kinds: ['content.removed'] })),
          },
        ],
      },
    ],
    sources: paths.map((path, index) => ({ id: `s${index}`, kind: 'table', path, mapping })),
    ...more,
  } satisfies CharterInput)
}

function survey(
  paths: readonly string[],
  more: Partial<SurveyOptions> = {},
  said: Partial<CharterInput> = {},
) {
  return surveyOrganization({
    charter: charter(paths, said),
    charterGiven: true,
    folder,
    asOf: '2026-06-30',
    ...more,
  })
}

const write = (name: string, lines: readonly string[]) =>
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`)

describe('a survey', () => {
  test('reads, accounts for every row, keeps the unknown apart, and fits the published schema', async () => {
    write('a.csv', rows)
    const report = await survey(['a.csv'])
    expect(reportSchema.parse(report)).toEqual(report)
    const [source] = report.sources
    expect(source).toMatchObject({ rowsRead: 5, rowsUsed: 4, rowsRefused: 1, observations: 3, duplicates: 0 })
    expect(source?.refusals[0]).toMatchObject({ file: 'a.csv', line: 6, column: 'size' })
    const [removes] = report.units[0]?.surfaces ?? []
    expect(removes).toMatchObject({
      K: 2,
      total: '8',
      parties: 2,
      coverage: 0.75,
      unknown: { share: 0.25, count: 1 },
    })
    expect(report.units[0]).toMatchObject({ state: 'unproven' })
    expect(report.notes.join()).toContain('1 observations are dated after 2026-06-30')
  })

  test('the same facts in two files count once', async () => {
    write('a.csv', rows)
    write('b.csv', rows)
    const report = await survey(['a.csv', 'b.csv'])
    expect(report.sources[1]).toMatchObject({ observations: 0, duplicates: 3 })
    expect(report.units[0]?.surfaces[0]?.total).toBe('8')
  })

  test('a fact counts once on every surface that asks for it, whichever source held it first', async () => {
    write('a.csv', rows)
    write('b.csv', rows)
    const evidence = (...sources: string[]) =>
      sources.map(source => ({ source, kinds: ['content.removed'], weigh: 'count' as const }))
    const surfaces = [
      { id: 'first', name: 'First', evidence: evidence('s0') },
      { id: 'second', name: 'Second', evidence: evidence('s1') },
      { id: 'both', name: 'Both', evidence: evidence('s0', 's1') },
      { id: 'twice', name: 'Twice', evidence: evidence('s0', 's0') },
    ]
    const report = await survey(['a.csv', 'b.csv'], {}, { units: [{ id: 'curation', name: 'C', surfaces }] })
    expect(report.units[0]?.surfaces.map(surface => surface.total)).toEqual(['3', '3', '3', '3'])
    expect(report.sources[1]).toMatchObject({ observations: 0, duplicates: 3 })
  })

  test('the input hash is of the facts: not of their order or the file, but of every weight and of the day', async () => {
    write('a.csv', rows)
    write('b.csv', [rows[0] as string, ...rows.slice(1).reverse()])
    write(
      'c.csv',
      rows.map(row => row.replace(',3,', ',4,')),
    )
    const [a, b, c] = await Promise.all([survey(['a.csv']), survey(['b.csv']), survey(['c.csv'])])
    expect(b.inputHash).toBe(a.inputHash)
    expect(c.inputHash).not.toBe(a.inputHash)
    expect((await survey(['a.csv'], { asOf: '2026-06-29' })).inputHash).not.toBe(a.inputHash)
  })

  test('a source that is not there, or lies outside, is refused and the others are measured', async () => {
    write('a.csv', rows)
    symlinkSync('/etc/hostname', join(folder, 'link.csv'))
    const report = await survey(['a.csv', 'gone.csv', relative(folder, '/etc/passwd'), 'link.csv'])
    expect(report.sources.map(source => source.refused?.code ?? null)).toEqual([
      null,
      'evidence.not_found',
      'evidence.outside_folder',
      'evidence.outside_folder',
    ])
    expect(report.units[0]?.surfaces[0]?.parties).toBe(2)
  })

  test('an aborted survey rejects', async () => {
    write('a.csv', rows)
    await expect(survey(['a.csv'], { signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow(
      'stopped',
    )
  })

  test('surfaces without evidence stay when they were declared, and go when they were inferred', async () => {
    write('a.csv', [rows[0] as string])
    expect((await survey(['a.csv'])).units[0]?.surfaces).toHaveLength(1)
    expect((await survey(['a.csv'], { charterGiven: false })).units[0]?.surfaces).toHaveLength(0)
  })

  test('people, bots and merges of the charter are followed and reported', async () => {
    write('a.csv', rows)
    const said: Partial<CharterInput> = {
      people: [{ id: 'ada', name: 'Ada', identities: ['name:Ada Lovelace', 'name:Bo Diddley'] }],
      bots: ['name:cy *'],
    }
    const report = await survey(['a.csv'], {}, said)
    expect(report.units[0]?.surfaces[0]).toMatchObject({ K: 1, parties: 1 })
    expect(report.identities.merges[0]?.members.map(member => member.actor)).toEqual([
      'name:Ada Lovelace',
      'name:Bo Diddley',
    ])
  })
})
