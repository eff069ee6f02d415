// Truth: whatever is changed in whatever order, what was measured step by step is what measuring from nothing says.
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Charter, limits } from '@equalizer/core'
import { prepareSurvey, surveyOrganization } from '@equalizer/evidence'
import { reportSchema } from '@equalizer/measure'
import { fc } from '@equalizer/testkit/laws'
import { startPostgres } from '@equalizer/testkit/postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { currentCharter } from '../charter/current.ts'
import { callBot, splitOff, unite } from '../people/charter-people.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { openTestStore } from '../store/testing.ts'
import { newestRecorded, unitsOfDay } from './report-rows.ts'
import { acts, smallCharter } from './test-organization.ts'
import { editCharter, putFolder, putOrganization, putReading, testDesk } from './testing.ts'

const today = '2026-06-01'
const postgres = await startPostgres()
let store: Store
let onPostgres: Store | null = null
let folder: string
beforeAll(async () => {
  store = await openTestStore()
  const opened = postgres ? await openStore({ url: postgres.url, folder: '' }) : null
  if (opened?.ok) onPostgres = opened.value
  folder = await mkdtemp(join(tmpdir(), 'equalizer-truth-'))
})
afterAll(async () => {
  await store.close()
  await onPostgres?.close()
  await postgres?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function all(organization: string, among = store) {
  const day = await newestRecorded(among.db, organization)
  const units = await unitsOfDay(among.db, organization, day?.day ?? '')
  const actors = await among.db
    .selectFrom('actors')
    .select(['actor', 'name', 'party_id', 'bot_rule', 'observations'])
    .where('organization_id', '=', organization)
    .orderBy('actor')
    .execute()
  const parties = await among.db
    .selectFrom('parties')
    .select(['party_id', 'name', 'members', 'observations', 'reasons'])
    .where('organization_id', '=', organization)
    .orderBy('party_id')
    .execute()
  return { report: { ...day?.report, units }, actors, parties }
}

const handles = ['github:ada', 'github:bo', 'email:bo@x.org', 'github:cy', 'github:dee', 'email:dee@y.org']
const anyHandle = fc.constantFrom(...handles)
const unit = fc.constantFrom('writes', 'merges')

type Step = { readonly edit: (charter: Charter) => Charter } | { readonly observe: number }
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ observe: fc.integer({ min: 0, max: 12 }) }),
  fc.tuple(unit, fc.integer({ min: 0, max: 100 })).map(([id, declared]) => ({
    edit: (charter: Charter) => ({
      ...charter,
      units: charter.units.map(one => (one.id === id ? { ...one, declared } : one)),
    }),
  })),
  fc.tuple(anyHandle, anyHandle).map(([a, b]) => ({
    edit: (charter: Charter) => (a === b ? charter : unite(charter, [a, b], undefined, a).charter),
  })),
  fc.tuple(anyHandle, anyHandle).map(([a, b]) => ({
    edit: (charter: Charter) => (a === b ? charter : splitOff(charter, [a], [b], () => a)),
  })),
  anyHandle.map(actor => ({ edit: (charter: Charter) => callBot(charter, actor) })),
  fc.constant({ edit: (charter: Charter) => ({ ...charter, units: charter.units.toReversed() }) }),
)

/** A dozen acts of whoever comes next, half of them merges. */
function evidence(first: number) {
  const line = (i: number) =>
    `2026-0${1 + (i % 5)}-1${i % 9} ${handles[(i * 5 + first) % handles.length]} Name ${i % 4}`
  const lines = Array.from({ length: first }, (_, i) => line(i))
  return [...acts('commit.authored', ...lines), ...acts('commit.merged', ...lines.slice(first / 2))]
}

test('step by step is as good as from nothing', () => stepByStep(store))

test.skipIf(!postgres)('the same on a Postgres server', async () => {
  if (!onPostgres) throw new Error('it could not be opened')
  await stepByStep(onPostgres)
})

async function stepByStep(among: Store): Promise<void> {
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async steps => {
      run += 1
      const { desk, measure } = testDesk(among, today)
      const id = `run-${run}`
      let observed = evidence(6)
      await putOrganization(desk, id, smallCharter(), true)
      await putReading(desk, id, 'repo', { observations: observed })
      await measure(id)
      for (const one of steps) {
        if ('edit' in one) await editCharter(desk, id, one.edit)
        else {
          observed = evidence(one.observe)
          await putReading(desk, id, 'repo', { observations: observed })
        }
        await measure(id)
      }
      const { charter } = await currentCharter(among.db, id)
      await putOrganization(desk, `${id}-fresh`, charter, true)
      await putReading(desk, `${id}-fresh`, 'repo', { observations: observed })
      await measure(`${id}-fresh`)
      expect(await all(id, among)).toEqual(await all(`${id}-fresh`, among))
    }),
    { numRuns: 6, endOnFailure: true },
  )
}

test('a git repository is measured as it is from its files', async () => {
  const git = (args: readonly string[], date = '') =>
    execFileSync('git', ['-C', folder, ...args], {
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
        ...(date === '' ? {} : { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }),
      },
    })
  git(['init', '-q', '-b', 'main'])
  for (let i = 0; i < 24; i += 1) {
    await writeFile(join(folder, `file-${i % 5}`), `${i}\n`)
    git(['add', '.'])
    const who = ['Ada Lovelace', 'Bo Diddley', 'Cy Twombly'][i % 3] ?? ''
    const mail = `${who.split(' ')[0]?.toLowerCase()}@example.org`
    const author = ['-c', `user.name=${who}`, '-c', `user.email=${mail}`]
    const day = String(i + 1).padStart(2, '0')
    git([...author, 'commit', '-q', '-m', `step ${i}`], `2026-05-${day}T10:00:00Z`)
  }
  await writeFile(join(folder, '.mailmap'), 'Ada Lovelace <ada@example.org> Bo Diddley <bo@example.org>\n')
  const prepared = await prepareSurvey(folder, { asOf: today })
  if (!prepared.ok) throw new Error(prepared.refusal.reason)
  const survey = await surveyOrganization({ ...prepared.value, notes: [] })
  const { desk, measure } = testDesk(store, today)
  await putFolder(desk, 'git', prepared.value.charter, false, folder)
  await measure('git')
  const { report } = await all('git')
  expect(reportSchema.parse(report)).toEqual(survey)
  expect(survey.units.some(one => one.state !== 'unknown')).toBe(true)
})

test('handles of any spelling are kept as they are', async () => {
  const odd = [
    'name:a\tb\\n',
    'name:\\N',
    'name:"q" {x,y}',
    'name:Zoë \u{1F600}',
    `name:${'x'.repeat(limits.textChars - 5)}`,
  ]
  const { desk, measure } = testDesk(store, today)
  await putOrganization(desk, 'odd', smallCharter(), true)
  const [one] = acts('commit.authored', '2026-05-01 x')
  if (!one) throw new Error('nothing')
  const observations = odd.map((actor, i) => ({ ...one, id: `${i}`, actor, actorName: actor.slice(5) }))
  await putReading(desk, 'odd', 'repo', { observations })
  await measure('odd')
  const before = await all('odd')
  expect(before.actors.map(({ actor }) => actor).sort()).toEqual([...odd].sort())
  await editCharter(desk, 'odd', charter => callBot(charter, odd[2] ?? ''))
  expect((await measure('odd')).wrote).toBe(true)
  expect((await all('odd')).actors.find(({ actor }) => actor === odd[2])?.party_id).toBeNull()
})
