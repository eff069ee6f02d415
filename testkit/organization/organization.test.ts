// The simulated organization is the same for the same seed and day, and says in its charter that it is made up.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCharter } from '@equalizer/core'
import { observationKinds } from '@equalizer/measure'
import { describe, expect, test } from 'vitest'
import { dayBefore, daysOfLife } from './calendar.ts'
import { cast, identitiesOf } from './cast.ts'
import { generateOrganization, writeOrganization } from './organization.ts'

const options = { seed: 'northwind', end: '2026-11-21' }
const files = generateOrganization(options)
const linesOf = (name: string) => (files.get(name) ?? '').trimEnd().split('\n')

describe('the generated organization', () => {
  test('depends on seed and day alone', () => {
    expect(generateOrganization(options)).toEqual(files)
    const other = generateOrganization({ ...options, seed: 'eastwind' })
    expect(other.get('payments.csv')).not.toBe(files.get('payments.csv'))
    expect(other.get('equalizer.yaml')).toBe(files.get('equalizer.yaml'))
  })

  test('has forty people with handles that are nobody else’s', () => {
    expect(cast).toHaveLength(40)
    const identities = cast.flatMap(({ id }) => identitiesOf(id))
    expect(new Set(identities).size).toBe(identities.length)
  })

  test('its charter reads without a warning and says that it is simulated', () => {
    const reading = readCharter(files.get('equalizer.yaml') ?? '', 'equalizer.yaml', {
      kinds: observationKinds,
    })
    if (!reading.ok) throw new Error(reading.refusal.reason)
    expect(reading.warnings).toEqual([])
    expect(reading.value.organization).toMatchObject({
      name: 'Northwind Commons (simulated)',
      simulated: true,
    })
    expect(reading.value.people).toHaveLength(40)
    expect(reading.value.sources.map(({ path }) => path).filter(path => !files.has(path))).toEqual([
      'governance',
    ])
  })

  test.each(['2026-11-21', '2024-03-01', '2027-01-01'])(
    'its record fills the two years that end on %s',
    end => {
      const first = dayBefore(end, daysOfLife - 1)
      const days = [
        ...(generateOrganization({ seed: 'northwind', end }).get('commits.jsonl') ?? '').matchAll(
          /"date":"([^T]+)T/g,
        ),
      ].map(match => match[1] ?? '')
      expect(days.length).toBeGreaterThan(1_500)
      expect(days.every(day => day >= first && day <= end)).toBe(true)
      expect(days.at(0)).toBe([...days].sort().at(-1))
    },
  )

  test('nothing is dated after its last day', () => {
    const merged = linesOf('pulls.jsonl').map(line => JSON.parse(line).closedAt as string | null)
    expect(merged.filter(at => at !== null && at.slice(0, 10) > options.end)).toEqual([])
    expect(merged).toContain(null)
    const cast = linesOf('governance/votes.csv')
      .slice(1)
      .map(line => Number(line.split(',').at(-1)))
    expect(Math.max(...cast)).toBeLessThanOrEqual(Date.parse(`${options.end}T23:59:59Z`) / 1_000)
  })

  test('its records hang together: parents come before, votes are about proposals', () => {
    const commits = linesOf('commits.jsonl')
      .slice(0, -1)
      .map(line => JSON.parse(line))
    const seen = new Set<string>()
    for (const commit of commits.reverse()) {
      for (const parent of commit.parents) expect(seen.has(parent)).toBe(true)
      seen.add(commit.hash)
    }
    const proposals = new Set(
      linesOf('governance/proposals.csv')
        .slice(1)
        .map(line => line.split(',')[0]),
    )
    const about = linesOf('governance/votes.csv')
      .slice(1)
      .map(line => line.split(',')[3])
    expect(about.filter(id => !proposals.has(id))).toEqual([])
    expect(proposals.size).toBeGreaterThan(40)
  })

  test('has damaged rows for every reader to refuse', () => {
    expect(() => JSON.parse(linesOf('commits.jsonl').at(-1) ?? '')).toThrow()
    expect(files.get('pulls.jsonl')).toContain('the day before yesterday')
    expect(files.get('governance/votes.csv')).toContain('0xnot-an-address')
    expect(files.get('payments.csv')).toContain('"1,250.00"')
    expect(files.get('curation.csv')).toContain('30 February')
  })

  test('a day that is none is refused', () => {
    expect(() => generateOrganization({ seed: 'a', end: '21 Nov' })).toThrow(RangeError)
    expect(() => generateOrganization({ seed: 'a', end: '2026-19-45' })).toThrow(RangeError)
  })

  test('is written as it is, and twice over itself', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'equalizer-organization-'))
    try {
      await writeOrganization(folder, options)
      await writeOrganization(folder, options)
      const written = await readdir(folder, { recursive: true })
      expect(written.filter(name => name !== 'governance').sort()).toEqual([...files.keys()].sort())
      expect(await readFile(join(folder, 'governance', 'votes.csv'), 'utf8')).toBe(
        files.get('governance/votes.csv'),
      )
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
