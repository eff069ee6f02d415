// What every capability keeps to, whatever it is about: names, schemas, streams, tables, replay. A new one in the list is held
// to it from the first day.
import {
  type Capability,
  canonical,
  createKernel,
  foundingDraft,
  type JsonObject,
  type LogEvent,
  limits,
  personErasedBy,
} from '@equalizer/core'
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { capabilities } from './list.ts'
import { beginnings } from './testing/beginnings.ts'
import { payloadsOf } from './testing/payloads.ts'
import { project } from './testing/project.ts'
import { createWorld, fold, type World } from './testing/world.ts'

type Schema = Record<string, unknown>
const schemaOf = (payload: z.ZodType) => z.toJSONSchema(payload, { io: 'input' }) as Schema
const twice = (names: readonly string[]) => names.filter((name, i) => names.indexOf(name) !== i)

describe('all together', () => {
  test('names stand once', () => {
    const names = (of: (capability: Capability) => readonly string[]) => twice(capabilities.flatMap(of))
    expect(names(({ name }) => [name])).toEqual([])
    expect(names(({ acts }) => acts.map(({ type }) => type))).toEqual([])
    expect(names(({ streams }) => streams.map(({ kind }) => kind))).toEqual([])
    expect(names(({ tables }) => tables.map(({ name }) => name))).toEqual([])
    expect(names(({ views }) => views.map(({ name }) => name))).toEqual([])
    expect(names(({ measures }) => measures.map(({ kind }) => kind))).toEqual([])
  })

  test('make a kernel', () => {
    expect(() => createKernel(capabilities)).not.toThrow()
  })
})

describe.each(capabilities.map(capability => [capability.name, capability] as const))(
  '%s',
  (name, capability) => {
    const { acts, streams, tables, views, measures } = capability

    test('names lead with its own', () => {
      expect(name).toMatch(/^[a-z][a-z0-9]{1,30}$/)
      const starts = (prefix: string, names: readonly string[]) =>
        names.filter(one => !one.startsWith(prefix))
      expect(starts(`${name}.`, [...acts.map(({ type }) => type), ...views.map(one => one.name)])).toEqual([])
      expect(
        starts(
          `${name}/`,
          streams.map(({ kind }) => `${kind}/`),
        ),
      ).toEqual([])
      expect(
        starts(
          `${name}_`,
          tables.map(one => one.name),
        ),
      ).toEqual([])
    })

    test('acts say what they are in a line, and how much harm they can do', () => {
      for (const { type, summary, consequence } of acts) {
        expect(type).toMatch(/^[a-z][a-z0-9]*\.[a-z][a-z0-9_]*$/)
        expect(summary, type).toMatch(/^[A-Z].{8,88}[^.]$/)
        expect(Number.isInteger(consequence) && consequence >= 1 && consequence <= 1_000, type).toBe(true)
      }
    })

    test('payloads are strict, and every field says what it is for a form', () => {
      for (const { type, payload } of acts) {
        const silent = fieldsOf(schemaOf(payload)).filter(
          ({ schema }) => typeof schema.description !== 'string',
        )
        expect(silent.map(({ path }) => `${type}${path}`)).toEqual([])
        const open = objectsIn(schemaOf(payload)).filter(
          one => one.additionalProperties !== false && one.properties,
        )
        expect(open, type).toEqual([])
      }
    })

    test('events are its own, strict, and say what they are, field by field', () => {
      for (const { events } of streams) {
        for (const [type, data] of Object.entries(events)) {
          expect(type).toMatch(new RegExp(`^${name}\\.[a-z][a-z0-9_]*$`))
          const schema = schemaOf(data)
          expect(schema.description, type).toMatch(/^[A-Z].{8,88}[^.]$/)
          expect(
            objectsIn(schema).filter(one => one.additionalProperties !== false && one.properties),
            type,
          ).toEqual([])
          const silent = fieldsOf(schema).filter(({ schema: field }) => !isDescribed(field))
          expect(silent.map(({ path }) => `${type}${path}`)).toEqual([])
        }
      }
    })

    test('tables, views and keys name columns that are there', () => {
      for (const { columns, key, indexes = [] } of tables) {
        const known = new Set(Object.keys(columns))
        expect([...key, ...indexes.flat()].filter(column => !known.has(column))).toEqual([])
        expect([...known].filter(column => !/^[a-z][a-z0-9_]{0,40}$/.test(column))).toEqual([])
        expect(known.has('organization_id')).toBe(false)
        expect(key.length).toBeGreaterThan(0)
      }
      for (const view of views) {
        const table = tables.find(one => one.name === view.table)
        const columns = new Set(Object.keys(table?.columns ?? {}))
        expect(
          [...view.by, ...view.order.map(({ column }) => column)].filter(one => !columns.has(one)),
        ).toEqual([])
        expect(view.order.length, view.name).toBeGreaterThan(0)
      }
    })

    test('on an empty log every table is there and empty', () => {
      expect([...project([capability], []).values()].map(rows => rows.size)).toEqual(tables.map(() => 0))
    })

    test('what others log means nothing to its tables and measures', () => {
      const foreign = ['decision/D-1', 'rules', 'standing', 'elsewhere/thing'].flatMap(stream =>
        [{}, { amount: '1', person: 'p-ada1' }].map(data => ({ stream, type: 'elsewhere.happened', data })),
      )
      for (const event of foreign) {
        expect(tables.flatMap(table => table.rows(event, { seq: 0, atMs: 0 }))).toEqual([])
        expect(measures.flatMap(measure => measure.of(event) ?? [])).toEqual([])
      }
    })

    test('whatever is asked: its own streams, plain JSON, an entry that fits, the same on every replay', () => {
      const asks = fc.oneof(
        ...acts.map(({ type, payload }) =>
          fc.record({
            type: fc.constant(type),
            payload: payloadsOf(schemaOf(payload) as never),
            by,
            unit,
            later,
          }),
        ),
      )
      const accepted = new Map(acts.map(({ type }) => [type, 0]))
      const property = fc.property(fc.array(asks, { minLength: 40, maxLength: 80, size: 'max' }), asked => {
        const world = populated(capability)
        for (const one of asked) {
          world.clock.atMs += one.later
          const done = world.act(one.type, one.payload, one)
          // An act may do nothing where it was only tried; what it does is its own.
          if (!done.ok || done.value.length === 0) continue
          accepted.set(one.type, (accepted.get(one.type) ?? 0) + 1)
          expect(titleOf(capability, one.type, one.payload)).toMatch(/^\S.{2,}/)
          for (const event of done.value) checkEvent(capability, event)
          expect(Buffer.byteLength(canonical(world.entries.at(-1) as never))).toBeLessThan(
            limits.entryBytes / 2,
          )
        }
        const again = new Map<string, unknown>()
        for (const entry of world.entries) fold([capability], entry, again)
        expect(again).toEqual(world.streams)
        expect(project([capability], world.entries)).toEqual(project([capability], world.entries))
        for (const measure of measures)
          for (const { events } of world.entries) for (const one of events) measure.of(one)
      })
      fc.assert(property, { numRuns: 120 })
      // Else all of this would hold of nothing. An election takes a vote, and has tests of its own.
      const never = [...accepted].flatMap(([type, times]) => (times === 0 ? [type] : []))
      expect(never.filter(type => type !== 'charter.elect')).toEqual([])
    })
  },
)

const by = fc.constantFrom('p-ada1', 'p-bob1')
const unit = fc.constantFrom('finance', 'finance', 'finance', 'finance', 'shop')
const later = fc.constantFrom(0, 1, 86_400_000, 40 * 86_400_000)

/** As every organization begins: a steward, a community, a council that it elects. */
function populated(capability: Capability): World {
  const world = createWorld([capability])
  world.put(...foundingDraft({ stewards: ['p-ada1'], draws: null }).events)
  beginnings[capability.name]?.(world)
  return world
}

/** As its schema reads the payload, since a title is made of an act that was parsed. */
function titleOf({ acts }: Capability, type: string, payload: JsonObject): string {
  const act = acts.find(one => one.type === type)
  return act?.title?.(act.payload.parse(payload)) ?? ''
}

function checkEvent({ name, grants, streams }: Capability, event: LogEvent): void {
  if (event.stream === 'standing') {
    expect([grants, event.type]).toEqual([true, 'standing.set'])
    return
  }
  const own =
    personErasedBy(event) !== null
      ? grants
      : streams.some(({ kind }) => event.stream === kind || event.stream.startsWith(`${kind}/`))
  expect([event.stream, own]).toEqual([event.stream, true])
  expect(event.type).toMatch(new RegExp(`^${name}\\.[a-z][a-z0-9_]*$`))
  // Undefined, dates and the like would be lost in the log.
  expect(JSON.parse(JSON.stringify(event))).toStrictEqual(event)
}

interface Field {
  readonly path: string
  readonly schema: Schema
}

/** Every field of every object in a schema, choices and lists included; `const` fields tell choices apart and need no words. */
function fieldsOf(schema: Schema, path = ''): Field[] {
  return objectsIn(schema).flatMap(one =>
    Object.entries((one.properties ?? {}) as Record<string, Schema>)
      .filter(([, field]) => !('const' in field))
      .map(([key, field]) => ({ path: `${path}.${key}`, schema: field })),
  )
}

/** By itself, or what it holds where it may also be null. */
function isDescribed({ description, anyOf = [] }: Schema): boolean {
  return typeof description === 'string' || (anyOf as Schema[]).some(one => isDescribed(one))
}

function objectsIn(schema: Schema): Schema[] {
  const inner = [
    ...((schema.anyOf ?? schema.oneOf ?? []) as Schema[]),
    ...Object.values((schema.properties ?? {}) as Record<string, Schema>),
    ...(schema.items ? [schema.items as Schema] : []),
  ]
  return [...(schema.type === 'object' ? [schema] : []), ...inner.flatMap(objectsIn)]
}
