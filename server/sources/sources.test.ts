// Evidence put in and connected: understood, counted once, shown, read again, taken back, and kept within its bounds.
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { limits, writeCharter } from '@equalizer/core'
import { generateOrganization } from '@equalizer/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { currentCharter } from '../charter/current.ts'
import { charterHandlers } from '../charter/handlers.ts'
import type { Caller } from '../desk.ts'
import { callOf, openTestDesk, steward, type TestDesk } from '../jobs/testing.ts'
import { organizationHandlers } from '../organizations/handlers.ts'
import type { Store } from '../store/store.ts'
import { openTestStore } from '../store/testing.ts'
import { allowedPath } from './allowed-path.ts'
import { sourceHandlers } from './handlers.ts'
import { receiveUpload } from './receive-upload.ts'
import { restoreSource } from './rows.ts'

let store: Store
let desk: TestDesk
let folder = ''
let organization = ''

const files = generateOrganization({ seed: 'a', end: '2026-06-15' })
const payments = files.get('payments.csv') ?? ''

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'equalizer-paths-')))
  store = await openTestStore()
  desk = await openTestDesk({ store, paths: { allowed: true, below: [folder] } })
})
afterAll(async () => {
  await desk.end()
  await store.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  const made = await organizationHandlers['POST /api/organizations'](
    callOf(desk, {}, { start: { from: 'empty' }, name: 'Org' }),
  )
  organization = made.ok ? made.value.organization.id : ''
})

const bytes = (content: string | Uint8Array) => new Blob([content as Uint8Array<ArrayBuffer>]).stream()

const put = (name: string, content: string | Uint8Array) =>
  sourceHandlers['POST /api/organizations/{organization}/uploads'](
    callOf(desk, { organization, name }, bytes(content)),
  )

async function uploaded(name: string, content: string | Uint8Array) {
  const answer = await put(name, content)
  if (!answer.ok) throw new Error(answer.refusal.reason)
  return answer.value
}

const connect = (body: object, caller: Caller = steward) =>
  sourceHandlers['POST /api/organizations/{organization}/sources'](
    callOf(desk, { organization }, body, caller),
  )

async function connected(name: string, content: string | Uint8Array) {
  const { upload, understanding } = await uploaded(name, content)
  const answer = await connect({ from: { upload }, reading: understanding.reading })
  if (!answer.ok) throw new Error(answer.refusal.reason)
  return answer.value.source
}

const one = (source: string) =>
  sourceHandlers['GET /api/organizations/{organization}/sources/{source}'](
    callOf(desk, { organization, source }),
  )

const stored = () => readdir(join(desk.data.root, 'files', organization)).catch(() => [])
const code = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? null

describe('uploads', () => {
  test('are understood, with the surfaces that would count them; nothing counts yet', async () => {
    const { upload, understanding } = await uploaded('C:\\stuff\\payments\u202e.csv.gz', gzipSync(payments))
    expect(upload).toMatch(/\.csv\.gz$/)
    expect(understanding).toMatchObject({ name: 'payments.csv.gz', reading: { kind: 'payments' } })
    expect(understanding.feeds).toContainEqual({
      unit: 'finance',
      unitName: 'Finance',
      surface: 'pays',
      surfaceName: 'Who pays',
    })
    expect(await stored()).toEqual([upload])
    const sources = await store.db.selectFrom('sources').where('organization_id', '=', organization).execute()
    expect(sources).toEqual([])
  })

  test('that nobody can read are refused and leave nothing', async () => {
    const because = { because: 'evidence.foreign_format', what: 'zip', name: 'photo.csv' }
    expect(await put('photo.csv', Buffer.from('504b0304', 'hex'))).toMatchObject({
      refusal: { code: 'evidence.unrecognized', facts: because },
    })
    expect(code(await put('nothing.csv', ''))).toBe('upload.empty')
    expect(code(await put('../../../etc/passwd', 'x'.repeat(100)))).toBe('evidence.unrecognized')
    expect(await stored()).toEqual([])
  })

  test('of unknown columns are kept for a mapping, which can be tried', async () => {
    const { upload, understanding } = await uploaded('talks.csv', 'speaker,held\nAda Lovelace,2026-01-01\n')
    expect(understanding.reading).toBeNull()
    const mapping = {
      kind: 'talk.held',
      actor: { column: 'speaker', scheme: 'name' },
      time: { column: 'held' },
    }
    const preview = await sourceHandlers['POST /api/organizations/{organization}/uploads/{upload}/preview'](
      callOf(desk, { organization, upload }, { reading: { kind: 'table', mapping } }),
    )
    expect(preview).toMatchObject({
      ok: true,
      value: { observations: [{ kind: 'talk.held', who: 'Ada Lovelace', weight: '1' }], feeds: [] },
    })
  })

  test('break off without a trace, and have a size', async () => {
    const path = desk.data.fileOf(organization, 'cut.csv')
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new Uint8Array(1_000))
        controller.error(new Error('the sender is gone'))
      },
    })
    await expect(receiveUpload(broken, path)).rejects.toThrow('gone')
    expect(code(await receiveUpload(bytes('x'.repeat(11)), path, 10))).toBe('upload.too_large')
    expect(await receiveUpload(bytes('x'.repeat(10)), path, 10)).toMatchObject({
      ok: true,
      value: { bytes: 10 },
    })
    expect(await stored()).toEqual(['cut.csv'])
  })

  test('wait in a bounded number, can be thrown away, and not while a source uses them', async () => {
    const { upload } = await uploaded('payments.csv', payments)
    const row = { organization_id: organization, name: 'x', bytes: 1, sha256: 'x', at_ms: 0 }
    const many = Array.from({ length: limits.uploadsWaiting - 1 }, (_, at) => ({
      ...row,
      upload_id: `u${at}`,
    }))
    await store.db.insertInto('uploads').values(many).execute()
    expect(code(await put('payments.csv', payments))).toBe('upload.too_many')
    const remove = () =>
      sourceHandlers['DELETE /api/organizations/{organization}/uploads/{upload}'](
        callOf(desk, { organization, upload }),
      )
    expect((await connect({ from: { upload }, reading: { kind: 'payments' } })).ok).toBe(true)
    expect(code(await remove())).toBe('upload.in_use')
    const other = await uploaded('payments.csv', `${payments}\n`)
    await sourceHandlers['DELETE /api/organizations/{organization}/uploads/{upload}'](
      callOf(desk, { organization, upload: other.upload }),
    )
    expect(await stored()).toEqual([upload])
    await desk.jobs.idle()
  })
})

describe('sources', () => {
  test('count once read, with their account; the same bytes are not connected twice', async () => {
    const source = await connected('payments.csv', payments)
    expect(source).toMatchObject({ id: 'payments', name: 'payments.csv', origin: 'upload', current: null })
    await desk.jobs.idle()
    const shown = await one('payments')
    expect(shown).toMatchObject({
      ok: true,
      value: {
        source: {
          job: { state: 'done' },
          everyMinutes: null,
          feeds: [{ surface: 'pays' }, { surface: 'paid' }],
        },
        account: {
          rowsRefused: 3,
          kinds: expect.arrayContaining([expect.objectContaining({ kind: 'payment.made' })]),
        },
      },
    })
    const current = shown.ok ? shown.value.source.current : null
    expect(current).toMatchObject({ rowsRefused: 3, problem: null, bytes: Buffer.byteLength(payments) })
    expect((current?.rowsUsed ?? 0) + 3).toBe(current?.rowsRead)
    const again = await uploaded('copy.csv', payments)
    const refused = await connect({ from: { upload: again.upload }, reading: { kind: 'payments' } })
    expect(refused).toMatchObject({
      refusal: { code: 'source.same_evidence', facts: { source: 'payments' } },
    })
  })

  test('taken back they count no more and can be connected anew or restored', async () => {
    await connected('payments.csv', payments)
    await desk.jobs.idle()
    const remove = () =>
      sourceHandlers['DELETE /api/organizations/{organization}/sources/{source}'](
        callOf(desk, { organization, source: 'payments' }),
      )
    expect(await remove()).toMatchObject({
      ok: true,
      value: { kind: 'source.removed', facts: { source: 'payments' } },
    })
    expect(code(await remove())).toBe('source.unknown')
    const gone = await one('payments')
    expect(gone).toMatchObject({
      ok: true,
      value: { source: { kind: 'payments', feeds: [], nextRead: null } },
    })
    expect(gone.ok && gone.value.source.removed).not.toBeNull()
    const second = await connected('payments.csv', payments)
    expect(second.id).toBe('payments-2')
    expect(await restoreSource(store.db, organization, 'payments', desk.clock.nowMs())).toBe(true)
    expect(await restoreSource(store.db, organization, 'payments', desk.clock.nowMs())).toBe(false)
    await desk.jobs.idle()
  })

  test('are read anew when the charter reads them in another way', async () => {
    const { upload } = await uploaded('talks.csv', 'speaker,held\nAda,2026-01-01\nBo,2026-01-02\n')
    const mapping = { kind: 'talk.held', actor: { column: 'speaker', scheme: 'name' } }
    await connect({ from: { upload }, reading: { kind: 'table', mapping } })
    await desk.jobs.idle()
    expect(await one('talks')).toMatchObject({
      value: { source: { current: { first: null, observations: 2 } } },
    })
    const { charter, version } = await currentCharter(store.db, organization)
    const dated = charter.sources.map(source => ({
      ...source,
      mapping: { ...mapping, time: { column: 'held' } },
    }))
    const written = await charterHandlers['PUT /api/organizations/{organization}/charter'](
      callOf(desk, { organization }, { yaml: writeCharter({ ...charter, sources: dated }), version }),
    )
    expect(written).toMatchObject({ ok: true })
    await desk.jobs.idle()
    expect(await one('talks')).toMatchObject({
      value: { source: { current: { first: '2026-01-01', last: '2026-01-02' } } },
    })
    const undone = await charterHandlers['POST /api/organizations/{organization}/changes/{version}/undo'](
      callOf(desk, { organization, version: version + 1 }),
    )
    expect(undone).toMatchObject({ ok: true })
    await desk.jobs.idle()
    expect(await one('talks')).toMatchObject({ value: { source: { current: { first: null, last: null } } } })
  })

  test('that cannot be read say why, with the account of what was read', async () => {
    const { upload } = await uploaded('payments.csv', payments)
    await connect({ from: { upload }, reading: { kind: 'holders' }, name: 'Holders?' })
    await desk.jobs.idle()
    const shown = await one('holders')
    expect(shown).toMatchObject({
      ok: true,
      value: {
        source: {
          name: 'Holders?',
          current: null,
          job: {
            state: 'failed',
            problem: {
              code: 'evidence.missing_columns',
              facts: { what: 'holders', has: expect.any(String) },
            },
          },
        },
        account: { rowsUsed: 0 },
      },
    })
  })

  test('say what is refused, noted and recognised by code and facts too', async () => {
    const rows =
      'date,payer,payee,amount\n2026-03-01,T,Ada,1\n2026-03-02,T,Ada,1,more\n2026-03-02,T,Ada,2.5.1\n'
    const { understanding } = await uploaded('paid.csv', rows)
    expect(understanding.said).toEqual({
      code: 'recognized.payments',
      facts: { columns: 'payer, payee, amount, date' },
    })
    expect(understanding.refusals.map(({ code, facts }) => [code, facts])).toEqual([
      ['evidence.ragged_row', { columns: 5, expected: 4 }],
      ['evidence.bad_amount', { amount: '2.5.1' }],
    ])
    const { id } = await connected('paid.csv', rows)
    await desk.jobs.idle()
    const account = {
      refusals: [{ facts: { columns: 5, expected: 4 } }, { facts: { amount: '2.5.1' } }],
      notes: ['No column names a currency; amounts count units.'],
      noted: [{ code: 'note.no_currency', facts: {} }],
    }
    expect(await one(id)).toMatchObject({ ok: true, value: { account } })
  })

  test('are those of one organization', async () => {
    const { upload } = await uploaded('payments.csv', payments)
    const mine = organization
    const made = await organizationHandlers['POST /api/organizations'](
      callOf(desk, {}, { start: { from: 'empty' }, name: 'Other' }),
    )
    organization = made.ok ? made.value.organization.id : ''
    expect(organization).not.toBe(mine)
    expect(code(await connect({ from: { upload }, reading: { kind: 'payments' } }))).toBe('upload.unknown')
    expect(code(await one('payments'))).toBe('source.unknown')
    await desk.jobs.idle()
  })
})

test('a source that could not be read now, since too much waits, is not connected either', async () => {
  await desk.jobs.idle()
  const waits = (at: number) => ({
    organization_id: organization,
    job_id: `waits-${at}`,
    kind: 'import' as const,
    state: 'running' as const,
    phase: 'reading' as const,
    done: 0,
    observations: 0,
    attempts: 1,
    owner: 'another server',
    beat_ms: desk.clock.nowMs(),
    created_ms: desk.clock.nowMs(),
  })
  const jobs = Array.from({ length: limits.jobsWaiting }, (_, at) => waits(at))
  await store.db.insertInto('jobs').values(jobs).execute()
  const { upload, understanding } = await uploaded('full.csv', payments)
  const asked = { from: { upload }, reading: understanding.reading }
  expect(code(await connect(asked))).toBe('job.too_many')
  expect((await currentCharter(store.db, organization)).charter.sources).toEqual([])
  await store.db.deleteFrom('jobs').where('organization_id', '=', organization).execute()
  expect(await connect(asked)).toMatchObject({ ok: true })
  await desk.jobs.idle()
})

describe('paths', () => {
  const look = (path: string) =>
    sourceHandlers['POST /api/organizations/{organization}/paths'](callOf(desk, { organization }, { path }))

  test('are looked at inside the allowed folders and nowhere else', async () => {
    const place = join(folder, 'look')
    await mkdir(place)
    await writeFile(join(place, 'payments.csv'), payments)
    expect(await look(join(place, 'payments.csv'))).toMatchObject({
      ok: true,
      value: { reading: { kind: 'payments' } },
    })
    expect(code(await look(join(place, 'nowhere.csv')))).toBe('path.unknown')
    expect(code(await look('/'))).toBe('path.not_allowed')
    expect(code(await look(`${folder}-beside/x.csv`))).toBe('path.not_allowed')
    expect(code(await look(join(folder, '..')))).toBe('path.not_allowed')
    expect(code(await look('payments.csv'))).toBe('path.unknown')
    await symlink(tmpdir(), join(place, 'out'))
    expect(code(await look(join(place, 'out')))).toBe('path.not_allowed')
    expect(code(await look(join(place, 'out', 'nowhere')))).toBe('path.not_allowed')
    const anywhere = { ...desk, paths: { allowed: true, below: null } }
    expect(code(await allowedPath(anywhere, '/proc/self/environ'))).toBe('path.not_allowed')
    expect(code(await allowedPath(anywhere, desk.data.root))).toBe('path.not_allowed')
    expect(await allowedPath(anywhere, place)).toEqual({ ok: true, value: place })
    const reader: Caller = { ...steward, scopes: new Set(['read', 'evidence'] as const) }
    const asked = { from: { path: join(place, 'payments.csv') }, reading: { kind: 'payments' } }
    expect(code(await connect(asked, reader))).toBe('access.not_allowed')
  })

  test('of a repository are read hourly and anew when it has a new commit', async () => {
    const place = join(folder, 'repository')
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], {
        cwd: place,
      })
    await mkdir(place)
    git('init', '-q', '.')
    git('commit', '-q', '--allow-empty', '-m', 'one')
    const made = await connect({ from: { path: place }, reading: { kind: 'git' } })
    expect(made).toMatchObject({
      ok: true,
      value: { source: { id: 'repository', origin: 'path', everyMinutes: 60, name: 'repository' } },
    })
    await desk.jobs.idle()
    const again = () =>
      sourceHandlers['POST /api/organizations/{organization}/sources/{source}/read'](
        callOf(desk, { organization, source: 'repository' }),
      )
    await again()
    await desk.jobs.idle()
    expect(await one('repository')).toMatchObject({
      value: { source: { job: { problem: { code: 'source.unchanged' } }, current: { observations: 1 } } },
    })
    git('commit', '-q', '--allow-empty', '-m', 'two')
    desk.clock.set(desk.clock.nowMs() + 3_600_000)
    await desk.jobs.tick(desk.clock.nowMs())
    await desk.jobs.idle()
    expect(await one('repository')).toMatchObject({ value: { source: { current: { observations: 2 } } } })
    const patch = await sourceHandlers['PATCH /api/organizations/{organization}/sources/{source}'](
      callOf(desk, { organization, source: 'repository' }, { everyMinutes: null }),
    )
    expect(patch).toMatchObject({ value: { everyMinutes: null, nextRead: null } })
    expect(code(await connect({ from: { path: place }, reading: { kind: 'git' } }))).toBe(
      'source.same_evidence',
    )
  })
})
