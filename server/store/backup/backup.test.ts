// Backup and restore through real databases and files: what comes back is what was there, or nothing does.
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { startPostgres } from '@equalizer/testkit/postgres'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../open-store.ts'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing.ts'
import { restoreBackup } from './restore.ts'
import { tablesOf } from './tables-of.ts'
import { writeBackup } from './write.ts'

const fresh = () => mkdtempSync(join(tmpdir(), 'backup-'))
const postgres = await startPostgres()
afterAll(() => postgres?.stop())

const hostile = ['\t\\N\\.\n\r', '', "'; --", '😀 \u2028', null]
const upload = Buffer.from(Array.from({ length: 3_000_000 }, (_, at) => (at * 31) & 255))

let store: Store
let file: string
const from = fresh()

/** Every row of every table as text. */
async function everything({ db }: Store) {
  const all: Record<string, unknown> = {}
  for (const { table, columns } of await tablesOf(db)) {
    const texts = columns.map(column => sql`${sql.ref(column)}::text AS ${sql.ref(column)}`)
    const rows = (await sql<object>`SELECT ${sql.join(texts)} FROM ${sql.table(table)}`.execute(db)).rows
    all[table] = rows.map(row => JSON.stringify(row)).sort()
  }
  return all
}

async function open(options: { folder: string; url?: string }): Promise<Store> {
  const opened = await openStore(options)
  if (!opened.ok) throw new Error(opened.refusal.reason)
  return opened.value
}

beforeAll(async () => {
  store = await openTestStore()
  const columns = [
    'organization_id',
    'import_id',
    'row',
    'observation_id',
    'kind',
    'actor',
    'at_ms',
    'weight',
  ] as const
  const more = ['asset', 'decimals', 'about', 'reference', 'attributes'] as const
  const rows = Array.from({ length: 5_000 }, (_, at) => {
    const json = JSON.stringify({ z: '\0\ud800', a: at })
    const who = at % 3 === 0 ? null : `git:${at}`
    return [
      'acme',
      'i',
      at + 1,
      `o${at}`,
      'k',
      who,
      at,
      '9'.repeat(60),
      'x',
      2,
      hostile[at % 5] ?? null,
      'r',
      json,
    ]
  })
  await store.copy('observations', [...columns, ...more], rows)
  await store.copy('actors', ['organization_id', 'actor', 'observations'], [['acme', 'git:ada', 3]])
  const unit = ['organization_id', 'day', 'unit_id', 'number', 'fingerprint', 'score', 'report'] as const
  await store.copy('unit_reports', unit, [['acme', '2026-01-01', 'u', 1, 'f', 1 / 3, '{"b":1,"a":[]}']])
  await store.copy('members', ['organization_id', 'user_id', 'role'], [['acme', 'u', 'steward']])
  mkdirSync(join(from, 'files', 'acme'), { recursive: true })
  writeFileSync(join(from, 'files', 'acme', 'upload1'), upload)
  writeFileSync(join(from, 'files', 'acme', 'empty'), '')
  mkdirSync(join(from, 'files', 'acme', 'folder'))
  writeFileSync(join(from, 'files', 'acme', 'folder', 'votes.csv'), 'voter,vp\n')
  file = join(fresh(), 'one.backup')
  const written = await writeBackup({ store, folder: from, file, made: '2026-01-01T00:00:00.000Z' })
  expect(written).toMatchObject({ ok: true, value: { rows: 5_003, files: 3 } })
})
afterAll(() => store.close())

const restored = async (options: { folder: string; url?: string }, of = file) => {
  const answer = await restoreBackup({ file: of, ...options })
  if (!answer.ok) throw new Error(answer.refusal.reason)
  return open(options)
}

describe('a backup', () => {
  test('comes back as it was, rows and files, on the embedded database', async () => {
    const folder = fresh()
    const back = await restored({ folder })
    expect(await everything(back)).toEqual(await everything(store))
    expect(readFileSync(join(folder, 'files', 'acme', 'upload1')).equals(upload)).toBe(true)
    expect(readFileSync(join(folder, 'files', 'acme', 'folder', 'votes.csv'), 'utf8')).toBe('voter,vp\n')
    expect(readdirSync(folder).sort()).toEqual(['database', 'database.lock', 'files'])
    await back.close()
  })

  test.skipIf(!postgres)('goes to a Postgres server and from there back', async () => {
    const there = { folder: fresh(), url: postgres?.url ?? '' }
    const on = await restored(there)
    expect(await everything(on)).toEqual(await everything(store))
    const again = join(fresh(), 'again.backup')
    await writeBackup({ store: on, folder: there.folder, file: again, made: '' })
    const occupied = await restoreBackup({ file, folder: fresh(), url: there.url })
    expect(occupied).toMatchObject({ refusal: { code: 'backup.not_empty' } })
    await on.close()
    const back = await restored({ folder: fresh() }, again)
    expect(await everything(back)).toEqual(await everything(store))
    await back.close()
  })

  test('is for its owner only, whole or absent, and writes nothing over', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await writeBackup({ store, folder: from, file, made: '' })).toMatchObject({
      refusal: { code: 'backup.exists' },
    })
    const folder = fresh()
    const gone = await openTestStore()
    await gone.close()
    const failed = writeBackup({ store: gone, folder, file: join(folder, 'x'), made: '' })
    await expect(failed).rejects.toThrow(/destroyed/)
    expect(readdirSync(folder)).toEqual([])
  })
})

test('files that are thrown away meanwhile are told of, and the rest is whole', async () => {
  const [folder, file] = [fresh(), join(fresh(), 'running.backup')]
  const place = join(folder, 'files', 'busy')
  const names = Array.from({ length: 40 }, (_, at) => `upload${String(at).padStart(2, '0')}`)
  mkdirSync(place, { recursive: true })
  // The first is long enough for the others to go while it is read.
  names.forEach((name, at) => {
    writeFileSync(join(place, name), at === 0 ? randomBytes(24_000_000) : name)
  })
  const own = await openTestStore()
  const columns = ['organization_id', 'upload_id', 'name', 'bytes', 'sha256', 'at_ms'] as const
  const rows = [...names, 'lost'].map(name => ['busy', name, `${name}.csv`, 1, '', 1])
  await own.copy('uploads', columns, rows)
  const begun = () => statSync(`${file}.part`, { throwIfNoEntry: false })?.size ?? 0
  let isWritten = false
  const throwAway = async () => {
    while (begun() < 1_000_000 && !isWritten) await setImmediate()
    for (const name of names.slice(1)) rmSync(join(place, name))
  }
  const writing = writeBackup({ store: own, folder, file, made: '' }).finally(() => {
    isWritten = true
  })
  const [written] = await Promise.all([writing, throwAway()])
  await own.close()
  if (!written.ok) throw new Error(written.refusal.reason)
  const { files, missing } = written.value
  expect(missing).toContain('busy/lost')
  expect(files + missing.length).toBe(names.length + 1)
  const there = fresh()
  const back = await restored({ folder: there }, file)
  expect(readdirSync(join(there, 'files', 'busy'))).toHaveLength(files)
  await back.close()
})

describe('what is not a good backup', () => {
  const refusedAs = async (bytes: Buffer, code: string) => {
    const [folder, bad] = [fresh(), join(fresh(), 'bad.backup')]
    writeFileSync(bad, bytes)
    expect(await restoreBackup({ file: bad, folder })).toMatchObject({ refusal: { code } })
    expect(readdirSync(folder)).toEqual([])
  }
  const plain = () => gunzipSync(readFileSync(file))

  test('cut off anywhere', async () => {
    const whole = readFileSync(file)
    for (const part of [0, 0.1, 0.5, 0.99]) {
      await refusedAs(whole.subarray(0, Math.floor(whole.length * part)), 'backup.damaged')
      await refusedAs(gzipSync(plain().subarray(0, Math.floor(plain().length * part))), 'backup.damaged')
    }
  })

  test('one byte changed, rows left out, something behind it', async () => {
    const changed = plain()
    const at = changed.indexOf('git:1000')
    changed[at] = 0x68
    await refusedAs(gzipSync(changed), 'backup.damaged')
    const lines = plain().toString('latin1')
    await refusedAs(
      gzipSync(Buffer.from(lines.replace(/"rows":5000/, '"rows":4999'), 'latin1')),
      'backup.damaged',
    )
    await refusedAs(gzipSync(Buffer.concat([plain(), Buffer.from('{}\n')])), 'backup.damaged')
    await refusedAs(Buffer.from('not a backup'), 'backup.damaged')
    await refusedAs(gzipSync('{"equalizer":1}\n'), 'backup.damaged')
  })

  test('a file that would lie elsewhere', async () => {
    const text = plain().toString('latin1').replace('["acme","empty"]', '["..","empty"]')
    await refusedAs(gzipSync(Buffer.from(text, 'latin1')), 'backup.damaged')
  })

  test('a table that there is none of', async () => {
    const text = plain().toString('latin1').replace('{"table":"members"', '{"table":"nobodys"')
    await refusedAs(gzipSync(Buffer.from(text, 'latin1')), 'backup.damaged')
  })

  test('a file that comes twice', async () => {
    const text = plain().toString('latin1').replace('["acme","empty"]', '["acme","upload1"]')
    await refusedAs(gzipSync(Buffer.from(text, 'latin1')), 'backup.damaged')
  })

  test('of a newer version', async () => {
    const text = plain().toString('latin1')
    const later = text.replace('"migrations":["0001-ground"', '"migrations":["0001-ground","9999-later"')
    await refusedAs(gzipSync(Buffer.from(later, 'latin1')), 'backup.newer')
    const format = text.replace('"equalizer-backup":1', '"equalizer-backup":2')
    await refusedAs(gzipSync(Buffer.from(format, 'latin1')), 'backup.newer')
  })

  test('into a place that is in use or not empty', async () => {
    const folder = fresh()
    const used = await open({ folder })
    expect(await restoreBackup({ file, folder })).toMatchObject({ refusal: { code: 'store.locked' } })
    await used.close()
    expect(await restoreBackup({ file, folder })).toMatchObject({ refusal: { code: 'backup.not_empty' } })
    const withFiles = fresh()
    mkdirSync(join(withFiles, 'files', 'x'), { recursive: true })
    expect(await restoreBackup({ file, folder: withFiles })).toMatchObject({
      refusal: { code: 'backup.not_empty' },
    })
    expect(await restoreBackup({ file: join(folder, 'none'), folder })).toMatchObject({
      refusal: { code: 'backup.unknown' },
    })
    const pipe = join(fresh(), 'pipe')
    execFileSync('mkfifo', [pipe])
    expect(await restoreBackup({ file: pipe, folder: fresh() })).toMatchObject({
      refusal: { code: 'backup.unknown' },
    })
  })
})

/** Tables that the first migration did not make. */
const later =
  /^\{"table":"(?:auth_|(?:observation_texts|log_heads|entries|streams|standings|ballots|delegations|decisions|documents|persons|person_keys|texts|leftovers|outgoing_documents|draws|sent)")/

test('an older backup is brought to the newest shape', async () => {
  // Of a version that knew the first migration only: its tables, and no later ones.
  const text = gunzipSync(readFileSync(file)).toString('latin1')
  const parts = text.split(/(?=^\{"(?:table|file|end)")/m)
  const [head = '', ...rest] = parts
  const old = rest.filter(part => !/^\{"end"/.test(part) && !later.test(part))
  const first = head.replace(/"migrations":\[.*\]/, '"migrations":["0001-ground"]')
  const older = join(fresh(), 'older.backup')
  const end = `{"end":true,"parts":${old.length}}\n`
  writeFileSync(older, gzipSync(Buffer.from([first, ...old, end].join(''), 'latin1')))
  const back = await restored({ folder: fresh() }, older)
  const { observation_texts: _, ...same } = await everything(store)
  const { observation_texts: remade, ...found } = await everything(back)
  expect(found).toEqual(same)
  // What is looked through was made of the observations.
  expect(remade).not.toEqual([])
  await back.close()
})
