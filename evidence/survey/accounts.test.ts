// Every account adds up, whatever the source: what was read was used, passed over, or refused.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { charterSchema, limits } from '@equalizer/core'
import type { Observation, Report } from '@equalizer/measure'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { expect, test } from 'vitest'
import { SourceRefused } from '../reader.ts'
import { Intake } from './intake.ts'
import { prepareSurvey } from './prepare.ts'
import { surveyOrganization } from './survey.ts'

async function surveyed(path: string): Promise<Report> {
  const prepared = await prepareSurvey(path, { asOf: '2026-06-30' })
  if (!prepared.ok) throw new Error(prepared.refusal.reason)
  return surveyOrganization(prepared.value)
}

const total = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

function unbalanced(report: Report): string[] {
  return report.sources
    .filter(
      ({ rowsRead, rowsUsed, passedOver, rowsRefused, refusedByCode }) =>
        rowsRead !== rowsUsed + total(passedOver) + rowsRefused || rowsRefused !== total(refusedByCode),
    )
    .map(source => source.path)
}

describeWithData('all shared data at once', ['votes', 'tokens', 'payments', 'git', 'issues'], folders => {
  test.each(folders)(
    '%s',
    async folder => {
      const report = await surveyed(folder)
      expect(report.sources.length).toBeGreaterThan(0)
      expect(unbalanced(report)).toEqual([])
    },
    120_000,
  )
})

test('a source that is refused at its first row refuses that row with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'equalizer-accounts-'))
  writeFileSync(join(folder, 'list.csv'), 'wallet,color\na,red\nb,blue\n')
  writeFileSync(
    join(folder, 'list.json'),
    '[{"wallet": "a", "color": "red"}, {"wallet": "b", "color": "blue"}]',
  )
  const charter = charterSchema.parse({
    equalizer: 1,
    organization: { id: 'test', name: 'Test' },
    sources: ['list.csv', 'list.json'].map((path, at) => ({ id: `s${at}`, kind: 'holders', path })),
  })
  const report = await surveyOrganization({ charter, charterGiven: true, folder, asOf: '2026-06-30' })
  expect(report.sources.map(source => source.refused?.code)).toEqual([
    'evidence.missing_columns',
    'evidence.missing_columns',
  ])
  expect(unbalanced(report)).toEqual([])
  expect(report.sources[1]?.rowsRead).toBeGreaterThan(0)
  rmSync(folder, { recursive: true })
})

test('actors without end are refused before they end our memory, and known ones still count', () => {
  const charter = charterSchema.parse({ equalizer: 1, organization: { id: 'test', name: 'Test' } })
  const intake = new Intake(charter, 20_000, { actorsLimit: 3 })
  const taken = { observations: 0, duplicates: 0, unrouted: 0, later: 0 }
  const held = (actor: string, actorName: string, id: number): Observation => ({
    id: `${id}`,
    source: 's',
    kind: 'balance.held',
    actor: `name:${actor}`,
    actorName,
    weight: 1n,
    decimals: 0,
    asset: 'token',
    atMs: null,
    reference: `f:${id}`,
  })
  for (const [at, name] of ['', '', ''].entries()) intake.take(held(`a${at}`, name, at), taken)
  intake.take(held('a0', '', 3), taken)
  expect(() => intake.take(held('a0', 'a new name', 4), taken)).toThrow(SourceRefused)
  expect(() => intake.take(held('a4', '', 5), taken)).toThrow(/more than 3 actors/)
  expect(limits.actors).toBeLessThan(2 ** 24)
})
