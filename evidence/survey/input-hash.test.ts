// The input hash recomputed as docs/recompute.md says, from the evidence as a stranger would read it.
import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { charterSchema } from '@equalizer/core'
import { expect, test } from 'vitest'
import { surveyOrganization } from './survey.ts'

const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, sorted(inner)]),
      )
    : Array.isArray(value)
      ? value.map(sorted)
      : value

test('a stranger who follows the page gets the same hash', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'equalizer-hash-'))
  writeFileSync(
    join(folder, 'removals.csv'),
    'id,who,day\n1,Ada Lovelace,2026-06-02\n2,Bo Diddley,2026-06-01\n3,release-bot,2026-06-01\n4,,2026-06-03\n',
  )
  const charter = charterSchema.parse({
    equalizer: 1,
    organization: { id: 'test', name: 'Test' },
    people: [{ id: 'ada', name: 'Ada', identities: ['name:Ada Lovelace'] }],
    units: [
      {
        id: 'curation',
        name: 'Curation',
        surfaces: [
          { id: 'removes', name: 'Removes', evidence: [{ source: 'removals', kinds: ['content.removed'] }] },
        ],
      },
    ],
    sources: [
      {
        id: 'removals',
        kind: 'table',
        path: 'removals.csv',
        mapping: {
          kind: 'content.removed',
          actor: { column: 'who', scheme: 'name' },
          time: { column: 'day' },
          asset: 'item',
          id: 'id',
        },
      },
    ],
  })
  const report = await surveyOrganization({ charter, charterGiven: true, folder, asOf: '2026-06-30' })

  const said = { ...charter, sources: charter.sources.map(({ path: _, ...source }) => source) }
  const lines = [
    JSON.stringify(sorted({ asOf: '2026-06-30', charter: said, rulebook: report.rulebook })),
    '["name:Ada Lovelace","person:ada"]',
    '["name:release-bot",null]',
    '["curation/removes","item",0]',
    '["","20607","","","","1"]',
    '["name:Ada Lovelace","20606","","","","1"]',
    '["name:Bo Diddley","20605","","","","1"]',
    '["name:release-bot","20605","","","","1"]',
  ]
  const hash = createHash('sha256')
    .update(lines.map(line => `${line}\n`).join(''))
    .digest('hex')
  expect(report.inputHash).toBe(hash)
})
