// The charter through the front door: written as YAML, checked, changed by many at once, and every change taken back.
import type { Change } from '@equalizer/client'
import { accepted, readCharter } from '@equalizer/core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  acts,
  repo,
  smallCharter,
  startOrganizations,
  type TestOrganization,
} from '../measures/test-organization.ts'
import { type CharterChange, changeCharter } from './change.ts'
import { currentCharter } from './current.ts'

const path = '/api/organizations/{organization}'
let made: TestOrganization
let org = ''
let number = 0
beforeAll(async () => {
  made = await startOrganizations('2026-06-01')
})
afterAll(() => made.server.close())
beforeEach(async () => {
  number += 1
  org = `org-${number}`
  await made.make(org)
})

const call = () => made.server.stewardCall

async function ok<T>(
  answer: Promise<{ ok: true; value: T } | { ok: false; problem: { code: string } }>,
): Promise<T> {
  const got = await answer
  if (!got.ok) throw new Error(`refused: ${got.problem.code}`)
  return got.value
}

async function refusal(answer: Promise<{ ok: boolean; problem?: { code: string } }>): Promise<string | null> {
  return (await answer).problem?.code ?? null
}

const shown = () => ok(call()(`GET ${path}/charter`, { organization: org }))
const undo = (version: number) =>
  call()(`POST ${path}/changes/{version}/undo`, { organization: org, version })
const declare = (unit: string, declared: number) =>
  ok(call()(`PATCH ${path}/units/{unit}`, { organization: org, unit }, { body: { declared } }))
const undoable = async () => {
  const { changes } = await ok(call()(`GET ${path}/changes`, { organization: org }))
  return changes.filter(change => change.undoable).map(({ version }) => version)
}
const put = (yaml: string, version: number) =>
  call()(`PUT ${path}/charter`, { organization: org }, { body: { yaml, version } })

describe('as YAML', () => {
  test('it reads back as the same, and can be written anew', async () => {
    const { yaml, version, charter } = await shown()
    expect(readCharter(yaml, 'c')).toMatchObject({ ok: true, value: charter })
    const change = await ok(put(yaml.replace('name: Writing', 'name: Words # of all'), version))
    expect(change).toMatchObject({ kind: 'charter.written', version: 2, by: expect.any(String) })
    const after = await shown()
    expect(after).toMatchObject({ version: 2, given: true })
    expect(after.charter.units[0]?.name).toBe('Words')
    expect(after.yaml).not.toContain('# of all')
  })

  test('what was edited meanwhile is not written over', async () => {
    const { yaml, version } = await shown()
    await declare('writes', 40)
    expect(await refusal(put(yaml, version))).toBe('charter.superseded')
  })

  test('sources come and go by connecting them', async () => {
    const { yaml, version } = await shown()
    const moved = yaml.replaceAll('repo', 'other')
    expect(await refusal(put(moved, version))).toBe('charter.sources_differ')
    expect(await refusal(put(yaml.replace(`id: ${org}`, 'id: stolen'), version))).toBe('charter.invalid')
  })

  test('what is wrong is told with line and column', async () => {
    const { yaml, version } = await shown()
    const broken = yaml.replace('declared: 30', 'declared: 300')
    const answer = await put(broken, version)
    expect(answer).toMatchObject({ ok: false, problem: { code: 'charter.invalid', facts: { problems: 1 } } })
    const { problems } = await ok(
      call()(`POST ${path}/charter/check`, { organization: org }, { body: { yaml: broken } }),
    )
    expect(problems).toMatchObject([
      {
        severity: 'error',
        line: expect.any(Number),
        column: expect.any(Number),
        at: expect.stringMatching(/^units\[\d+\]\.declared$/),
        said: [
          { code: 'charter.wrong_size', facts: { what: 'number', size: '300' } },
          { code: 'charter.at_most', facts: { what: 'number', limit: 100 } },
        ],
      },
    ])
    const good = await ok(call()(`POST ${path}/charter/check`, { organization: org }, { body: { yaml } }))
    expect(good.problems).toEqual([])
    const other = yaml.replaceAll('repo', 'other')
    const differs = await ok(
      call()(`POST ${path}/charter/check`, { organization: org }, { body: { yaml: other } }),
    )
    expect(differs.problems).toMatchObject([{ code: 'charter.sources_differ', line: null }])
    expect((await shown()).version).toBe(1)
  })
})

describe('changes', () => {
  test('are listed newest first, page by page', async () => {
    for (const declared of [1, 2, 3, 4]) await declare('writes', declared)
    const input = { organization: org, limit: 2 }
    const first = await ok(call()(`GET ${path}/changes`, input))
    expect(first.changes.map(change => [change.version, change.facts.to])).toEqual([
      [5, 4],
      [4, 3],
    ])
    const rest = await ok(call()(`GET ${path}/changes`, { ...input, limit: 100, cursor: first.next ?? '' }))
    expect(rest.changes.map(({ version, kind }) => [version, kind])).toEqual([
      [3, 'unit.declared'],
      [2, 'unit.declared'],
      [1, 'created'],
    ])
    expect(rest.next).toBeNull()
    expect(await refusal(call()(`GET ${path}/changes`, { ...input, cursor: 'x' }))).toBe('cursor.invalid')
  })

  test('that change nothing make no version', async () => {
    await declare('writes', 40)
    expect(await declare('writes', 40)).toMatchObject({ version: 2 })
    expect((await shown()).version).toBe(2)
  })

  test('of twenty people at once are all made, one after the other', async () => {
    const names = Array.from({ length: 20 }, (_, i) => `github:bot-${i}`)
    const done = await Promise.all(
      names.map(name =>
        changeCharter(made.server.desk, org, {
          kind: 'people.bot',
          facts: {},
          by: signer(name),
          edit: charter => accepted({ ...charter, bots: [...charter.bots, name] }),
        }),
      ),
    )
    expect(done.filter(one => one.ok)).toHaveLength(20)
    const { charter, version } = await currentCharter(made.server.desk.store.db, org)
    expect(version).toBe(21)
    expect([...charter.bots].sort()).toEqual([...names].sort())
  })

  test('are measured, also where the server dies before it hears of them', async () => {
    const { desk } = made.server
    await made.observe(org, acts('commit.authored', '2026-05-01 github:ada'))
    const dies = () => Promise.reject(new Error('dead'))
    const change = {
      kind: 'charter.written',
      facts: {},
      by: signer('Test'),
      edit: charter => accepted({ ...charter, organization: { ...charter.organization, name: 'After' } }),
    } satisfies CharterChange
    await expect(
      changeCharter({ ...desk, jobs: { ...desk.jobs, order: dies } }, org, change),
    ).rejects.toThrow()
    await desk.jobs.idle()
    const { charter_version } = await desk.store.db
      .selectFrom('reports')
      .select('charter_version')
      .where('organization_id', '=', org)
      .executeTakeFirstOrThrow()
    expect(charter_version).toBe(2)
  })

  test('that break the charter are refused, and nothing is written', async () => {
    const done = await changeCharter(made.server.desk, org, {
      kind: 'charter.written',
      facts: {},
      by: signer('Test'),
      edit: charter => accepted({ ...charter, sources: [] }),
    })
    expect(done).toMatchObject({ ok: false, refusal: { code: 'charter.invalid' } })
    expect((await shown()).version).toBe(1)
  })
})

// The steward of the server is the steward of every organization that is made here.
function signer(by: string) {
  return { user: { id: made.server.steward.id, name: by }, by }
}

describe('taking back', () => {
  test('a slider goes back, and forth, and back', async () => {
    await declare('writes', 70)
    const back = await ok(undo(2))
    expect(back).toMatchObject({
      version: 3,
      kind: 'undone',
      undoes: 2,
      facts: { unit: 'writes', again: false },
    })
    expect((await shown()).charter.units[0]?.declared).toBe(30)
    const forth = await ok(undo(3))
    expect(forth).toMatchObject({ facts: { change: 'unit.declared', again: true } })
    expect((await shown()).charter.units[0]?.declared).toBe(70)
    const list = await ok(call()(`GET ${path}/changes`, { organization: org }))
    const state = ({ version, undoneBy, undoable }: Change) => [version, undoneBy, undoable]
    expect(list.changes.map(state)).toEqual([
      [4, null, true],
      [3, 4, false],
      [2, null, true],
      [1, null, false],
    ])
    expect((await ok(undo(2))).version).toBe(5)
    expect((await shown()).charter.units[0]?.declared).toBe(30)
  })

  test('only what nobody touched since', async () => {
    await declare('writes', 70)
    await declare('merges', 50)
    expect((await ok(undo(2))).version).toBe(4)
    expect((await shown()).charter.units.map(({ declared }) => declared)).toEqual([30, 50])
    expect(await undoable()).toEqual([4, 3])
    await declare('merges', 55)
    expect(await undoable()).toEqual([5, 4])
    expect(await refusal(undo(3))).toBe('change.superseded')
    await ok(undo(5))
    expect(await undoable()).toEqual([6, 4, 3])
  })

  test('not twice, not the beginning, not what never was', async () => {
    await declare('writes', 70)
    const both = await Promise.all([undo(2), undo(2)])
    expect(both.map(one => one.ok).sort()).toEqual([false, true])
    expect(await refusal(undo(2))).toBe('change.not_undoable')
    expect(await refusal(undo(1))).toBe('change.not_undoable')
    expect(await refusal(undo(99))).toBe('change.unknown')
  })

  test('writing the charter: it is inferred again', async () => {
    const inferred = `inferred-${number}`
    await made.make(inferred, smallCharter(), false)
    org = inferred
    const { yaml } = await shown()
    await ok(put(yaml.replace('Writing', 'Words'), 1))
    expect(await shown()).toMatchObject({ given: true })
    await ok(undo(2))
    expect(await shown()).toMatchObject({ given: false, version: 3 })
  })
})

describe('taking sources back', () => {
  const removed = async (source: string) => {
    const row = await made.server.desk.store.db
      .selectFrom('sources')
      .select('removed_ms')
      .where('organization_id', '=', org)
      .where('source_id', '=', source)
      .executeTakeFirstOrThrow()
    return row.removed_ms !== null
  }
  const actors = async () => (await ok(call()(`GET ${path}/board`, { organization: org }))).people.actors

  test.each([true, false])(
    'a source that is taken away comes back with its evidence (given: %s)',
    async given => {
      const own = `sources-${given}`
      await made.make(own, smallCharter(), given)
      org = own
      await made.observe(org, acts('commit.authored', '2026-05-01 github:ada', '2026-05-02 github:bo'))
      expect(await actors()).toBe(2)
      const before = (await shown()).charter
      const change = await ok(
        call()(`DELETE ${path}/sources/{source}`, { organization: org, source: repo.id }),
      )
      await made.server.desk.jobs.idle()
      expect([await removed('repo'), await actors()]).toEqual([true, 0])
      await declare('merges', 90)
      await ok(undo(change.version))
      await made.server.desk.jobs.idle()
      expect([await removed('repo'), await actors()]).toEqual([false, 2])
      if (given) {
        const units = before.units.map(unit => (unit.id === 'merges' ? { ...unit, declared: 90 } : unit))
        expect((await shown()).charter).toEqual({ ...before, units })
      }
      await ok(undo(change.version + 2))
      await made.server.desk.jobs.idle()
      expect([await removed('repo'), await actors()]).toEqual([true, 0])
    },
  )

  test('evidence that was swept away meanwhile refuses, and nothing is written', async () => {
    await made.observe(org, acts('commit.authored', '2026-05-01 github:ada'))
    const change = await ok(call()(`DELETE ${path}/sources/{source}`, { organization: org, source: repo.id }))
    expect(await undoable()).toEqual([change.version])
    await made.server.desk.store.db.deleteFrom('sources').where('organization_id', '=', org).execute()
    expect(await undoable()).toEqual([])
    expect(await refusal(undo(change.version))).toBe('change.superseded')
    expect((await shown()).version).toBe(change.version)
  })
})
