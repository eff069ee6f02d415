// docs/capabilities.md tells the truth: its blocks are the files, its commands are carried out, its lists are complete.
import { readFileSync } from 'node:fs'
import { type Command, readCharter } from '@equalizer/core'
import { describe, expect, test } from 'vitest'
import { capabilities } from './list.ts'
import { createDoorDesk, steward } from './testing/desk.ts'

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const page = read('docs/capabilities.md')
const blocks = [...page.matchAll(/^```(\S+)(?: file=(\S+))?\n([\s\S]*?)^```$/gm)].map(
  ([, language = '', file, body = '']) => ({ language, file, body }),
)

describe('docs/capabilities.md', () => {
  const files = blocks.flatMap(({ file, body }) => (file === undefined ? [] : [[file, body] as const]))

  test('builds a whole capability', () => {
    const shown = files.map(([file]) => file.split('/').at(-1))
    expect(shown).toEqual([
      'state.ts',
      'acts.ts',
      'tables.ts',
      'views.ts',
      'measures.ts',
      'index.ts',
      'list.ts',
      'lending.test.ts',
    ])
  })

  test.each(files)('%s is as it says', (file, body) => {
    expect(body).toBe(read(file))
  })

  test('its commands are carried out in their order, through the one door', () => {
    const lines = blocks
      .filter(({ language }) => language === 'sh')
      .flatMap(({ body }) => body.trim().split('\n'))
    const desk = createDoorDesk(capabilities)
    const outcomes = lines.map(line => {
      const [, type = '', unit = '', payload = ''] =
        /^equalizer act (\S+) --unit (\S+) --payload '(.+)'$/.exec(line) ?? []
      return desk.send(steward, { kind: 'act', act: { type, unit, payload: JSON.parse(payload) } } as Command)
    })
    expect(outcomes).toEqual(['executed', 'executed'])
  })

  test('lists every capability with every act and every kind of stream', () => {
    const rows = [...page.matchAll(/^\| \[(\w+)\]\(#\S+\) \| (.+) \| (.+) \|$/gm)].map(
      ([, name, acts, streams]) => ({
        name,
        acts: acts?.match(/[a-z]+\.[a-z_]+/g),
        streams: streams?.match(/[a-z]+\/[a-z]+/g),
      }),
    )
    const declared = capabilities.map(({ name, acts, streams }) => ({
      name,
      acts: acts.map(({ type }) => type),
      streams: streams.map(({ kind }) => kind),
    }))
    const sorted = (of: readonly { name?: string | undefined; acts?: unknown; streams?: unknown }[]) =>
      of.map(({ name, acts, streams }) => ({
        name,
        acts: [...(acts as string[])].sort(),
        streams: [...(streams as string[])].sort(),
      }))
    expect(sorted(rows)).toEqual(sorted(declared))
  })
})

test('docs/charter.md: the rules it shows are in order', () => {
  const [, shown = ''] = /```yaml file=deciding\n([\s\S]*?)```/.exec(read('docs/charter.md')) ?? []
  const head = 'equalizer: 1\norganization: {id: docs, name: Docs}\nunits: [{id: finance, name: Finance}]\n'
  const reading = readCharter(head + shown, 'docs')
  expect(reading.ok ? reading.value.deciding?.units : reading.refusal.reason).toHaveLength(1)
})
