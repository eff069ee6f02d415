// Changes of the measuring charter: versions of a document that the log names, and nothing about people in the log.
import { type Charter, charterSchema, foundingDraft, presetRule } from '@equalizer/core'
import { describe, expect, test } from 'vitest'
import { project } from '../testing/project.ts'
import { createWorld, type World } from '../testing/world.ts'
import { charterActs, charterWithRules } from './file.ts'
import { charter } from './index.ts'
import { openCharter, sealCharter } from './sealed.ts'
import type { Document } from './state.ts'

const salt = '00112233445566778899aabbccddeeff'
const harbour = charterSchema.parse({
  equalizer: 1,
  organization: { id: 'harbour', name: 'Harbour' },
  people: [{ id: 'ada', name: 'Ada Lovelace', identities: ['github:ada'] }],
  units: [
    { id: 'finance', name: 'Finance' },
    { id: 'technology', name: 'Technology' },
  ],
})
const groups = {
  team: { id: 'team', name: 'Team', kind: 'role', role: 'steward', weight: { by: 'person' } },
  community: { id: 'community', name: 'Community', kind: 'everyone', weight: { by: 'person' } },
} as const
const rest = (stage: 0 | 2) => ({
  id: 'rest',
  name: 'Everything',
  filter: { acts: ['*'], where: [] },
  consequence: 100,
  rule: presetRule(stage, { center: 'team', edge: 'community', council: 'community' }),
})
const rulesOf = (stage: 0 | 2) => ({
  groups,
  units: { finance: { version: 1, classes: [rest(stage)], gates: [] } },
})

function bring(world: World, given: Charter): string {
  const sealed = sealCharter({ salt, charter: given })
  if (!sealed.ok) throw new Error(sealed.refusal.reason)
  world.documents.set(sealed.value.cid, sealed.value.text)
  return sealed.value.cid
}

function founded(): World {
  const world = createWorld([charter])
  const changed = { unit: 'finance', classes: [rest(0)] }
  world.put(...foundingDraft({ stewards: ['p-ada1'], draws: null }).events, {
    stream: 'rules',
    type: 'rules.changed',
    data: changed as never,
  })
  world.given('charter.edit', { kind: 'created', document: bring(world, harbour) })
  return world
}

function inForce(world: World): Charter {
  const { document } = world.state('charter/document') as Document
  const opened = openCharter(world.documents.get(document) ?? '')
  if (!opened.ok) throw new Error(opened.refusal.reason)
  return opened.value.charter
}

const codeOf = (result: ReturnType<World['act']>) => (result.ok ? 'accepted' : result.refusal.code)
const rename = (id: string, name: string) => [
  { op: 'test', path: '/units/0/id', value: id },
  { op: 'replace', path: '/units/0/name', value: name },
]

describe('a change', () => {
  test('by patch is the next version of the document', () => {
    const world = founded()
    const facts = { unit: 'finance', from: 'Finance', to: 'Treasury' }
    world.given('charter.edit', { kind: 'unit.renamed', facts, patch: rename('finance', 'Treasury') })
    expect(inForce(world).units[0]).toMatchObject({ id: 'finance', name: 'Treasury' })
    const rows = [...(project([charter], world.entries).get('charter_changes')?.values() ?? [])]
    expect(rows).toMatchObject([
      { version: '1', kind: 'created' },
      { version: '2', kind: 'unit.renamed', facts, by_person: 'p-ada1', undoes: null },
    ])
  })

  test('that would not hold, or was made for another version, is refused', () => {
    const world = founded()
    const edit = (payload: object) => codeOf(world.act('charter.edit', { kind: 'unit.renamed', ...payload }))
    expect(edit({ patch: rename('technology', 'Treasury') })).toBe('charter.patch_failed')
    expect(edit({ patch: [{ op: 'replace', path: '/units/1/id', value: 'finance' }] })).toBe(
      'charter.invalid',
    )
    expect(edit({ patch: rename('finance', ''), version: 1 })).toBe('charter.invalid')
    expect(edit({ patch: rename('finance', 'T'), version: 0 })).toBe('charter.superseded')
    expect(edit({})).toBe('charter.no_change')
    expect(edit({ document: 'bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e' })).toBe(
      'charter.document_unknown',
    )
    expect(inForce(world)).toEqual(harbour)
  })

  test('cannot take a unit away that has rules', () => {
    const world = founded()
    const remove = (i: number) => ({
      kind: 'charter.written',
      patch: [{ op: 'remove', path: `/units/${i}` }],
    })
    expect(world.act('charter.edit', remove(0))).toMatchObject({
      refusal: { code: 'charter.unit_governed', facts: { unit: 'finance' } },
    })
    const without = bring(world, { ...harbour, units: [] })
    expect(codeOf(world.act('charter.edit', { kind: 'charter.written', document: without }))).toBe(
      'charter.unit_governed',
    )
    expect(codeOf(world.act('charter.edit', remove(1)))).toBe('accepted')
  })

  test('made of another version has a salt from which that one cannot be tried', () => {
    const world = founded()
    const salts = () => [...world.documents.values()].map(text => JSON.parse(text).salt)
    world.given('charter.edit', { kind: 'unit.renamed', patch: rename('finance', 'Treasury') })
    expect(new Set(salts()).size).toBe(2)
    expect(salts()[0]).toBe(salt)
  })

  test('after the document in force was erased is a whole document, with every unit that has rules', () => {
    const world = founded()
    const edit = (payload: object) =>
      codeOf(world.act('charter.edit', { kind: 'charter.written', ...payload }))
    world.documents.clear()
    expect(edit({ patch: rename('finance', 'T') })).toBe('charter.document_unknown')
    expect(edit({ document: bring(world, { ...harbour, units: [] }) })).toBe('charter.unit_governed')
    expect(edit({ document: bring(world, { ...harbour, people: [] }) })).toBe('accepted')
  })

  test('cannot write rules', () => {
    const world = founded()
    const document = bring(world, charterWithRules(harbour, rulesOf(2)))
    const edit = (payload: object) =>
      codeOf(world.act('charter.edit', { kind: 'charter.written', ...payload }))
    expect(edit({ document })).toBe('charter.deciding_by_moves')
    const patch = [{ op: 'add', path: '/deciding', value: { groups: [], units: [] } }]
    expect(edit({ patch })).toBe('charter.deciding_by_moves')
    expect(edit({ document, patch })).toBe('charter.two_changes')
  })
})

describe('people', () => {
  test('are changed in a document with a salt, and never in the log', () => {
    const world = founded()
    const bo = { ...harbour, people: [...harbour.people, { id: 'bo', name: 'Bo Diddley', identities: [] }] }
    const facts = { names: ['Bo Diddley'] }
    const done = charterActs(harbour, bo, { salt, kind: 'people.edited', facts })
    if (!done.ok) throw new Error(done.refusal.reason)
    for (const [cid, text] of Object.entries(done.value.documents)) world.documents.set(cid, text)
    for (const { type, payload } of done.value.acts) world.given(type, payload)
    expect(inForce(world).people).toHaveLength(2)
    expect(JSON.stringify(world.entries)).not.toMatch(/Diddley|Lovelace|github:ada/)
    const opened = openCharter(Object.values(done.value.documents)[0] ?? '')
    expect(opened).toMatchObject({ ok: true, value: { facts } })
  })

  test('by patch, or in the facts of a change about people, are refused', () => {
    const world = founded()
    const edit = (payload: object) => codeOf(world.act('charter.edit', payload as never))
    const patch = [{ op: 'replace', path: '/people/0/name', value: 'Ada King' }]
    expect(edit({ kind: 'people.edited', patch })).toBe('charter.personal')
    const document = bring(world, { ...harbour, people: [] })
    expect(edit({ kind: 'people.edited', facts: { names: ['Ada Lovelace'] }, document })).toBe(
      'charter.personal',
    )
    expect(edit({ kind: 'undone', facts: { names: ['Ada Lovelace'] }, document })).toBe('charter.personal')
    expect(edit({ kind: 'people.edited', facts: { people: 0 }, document })).toBe('accepted')
  })

  test('a document without a salt is refused: its CID could be guessed from what it says', () => {
    const world = founded()
    const text = JSON.stringify({ charter: harbour })
    world.documents.set('bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e', text)
    const document = 'bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e'
    expect(codeOf(world.act('charter.edit', { kind: 'charter.written', document }))).toBe(
      'charter.not_sealed',
    )
  })
})

describe('the charter file', () => {
  const before = charterWithRules(harbour, rulesOf(0))
  const actsTo = (to: Charter) => {
    const done = charterActs(before, to, { salt })
    return done.ok ? done.value.acts.map(({ type, unit }) => `${type} ${unit}`) : done.refusal.code
  }

  test('that is not changed asks for nothing, and one without rules leaves them alone', () => {
    expect(actsTo(structuredClone(before))).toEqual([])
    expect(actsTo(harbour)).toEqual([])
  })

  test('that is changed asks for acts, in an order in which they can be sent', () => {
    const deciding = before.deciding ?? { groups: [], units: [] }
    const jury = {
      id: 'ajury',
      name: 'Jury',
      kind: 'jury',
      size: 5,
      pool: 'pool',
      weight: { by: 'person' },
    } as const
    const pool = { id: 'pool', name: 'Pool', kind: 'role', role: 'juror', weight: { by: 'person' } } as const
    const to: Charter = {
      ...before,
      units: [...before.units, { id: 'shop', name: 'Shop', declared: null, surfaces: [] }],
      deciding: {
        groups: [jury, pool, ...deciding.groups],
        units: [
          { unit: 'finance', classes: [rest(2)], gates: [{ stage: 3, measure: 'position', atLeast: 40 }] },
          { unit: 'shop', classes: [rest(0)], gates: [] },
        ],
      },
    }
    expect(actsTo(to)).toEqual([
      'charter.edit organization',
      'rule.set_group organization',
      'rule.set_group organization',
      'rule.set_gates finance',
      'rule.move finance',
      'rule.move shop',
    ])
    const done = charterActs(before, to, { salt })
    const set = done.ok
      ? done.value.acts.flatMap(({ payload }) => ('group' in payload ? [payload.group] : []))
      : []
    expect(set).toEqual([pool, jury])
    const back = charterActs(
      to,
      { ...to, deciding: { ...deciding, units: to.deciding?.units ?? [] } },
      { salt },
    )
    expect(back).toMatchObject({
      value: {
        acts: [{ type: 'rule.remove_group', payload: { group: 'ajury' } }, { payload: { group: 'pool' } }],
      },
    })
  })

  test('cannot leave out the rules of a unit', () => {
    expect(actsTo({ ...before, deciding: { groups: Object.values(groups), units: [] } })).toBe(
      'charter.rules_stay',
    )
  })

  test('a large change goes in as a document', () => {
    const units = Array.from({ length: 400 }, (_, i) => ({
      id: `u${i}`,
      name: `Unit ${i}`.repeat(10),
      declared: null,
      surfaces: [],
    }))
    const done = charterActs(harbour, { ...harbour, units: [...harbour.units, ...units] }, { salt })
    expect(done).toMatchObject({
      value: { acts: [{ payload: { document: expect.stringMatching(/^bafkrei/) } }] },
    })
  })
})
