// docs/acts.md names every act, event, stream and refusal there is, and its example is what the kernel makes of it. The
// example's results are renewed by EQUALIZER_WRITE=1.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { actTypes, canonical, eventSchemas, ruleActs } from '@equalizer/core'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { capabilities } from './list.ts'
import { type Line, replayed } from './testing/acts-example.ts'
import { knownDocument } from './testing/beginnings.ts'

const root = new URL('../', import.meta.url)
const file = new URL('docs/acts.md', root)
const page = () => readFileSync(file, 'utf8')

/** What stands under a heading, up to the next one of its level or above. */
function under(heading: string): string {
  const level = heading.split(' ')[0] ?? ''
  const [, after] = `\n${page()}`.split(`\n${heading}\n`)
  if (after === undefined) throw new Error(`There is no heading ${heading}`)
  return after.split(new RegExp(`\n#{1,${level.length}} `))[0] ?? ''
}

/** All that is named in the first cell of the rows of its tables. */
const named = (text: string) =>
  [...text.matchAll(/^\| (`.+?`) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  )

const sections = [
  ...capabilities.map(({ name, acts }) => ({ name: name[0]?.toUpperCase() + name.slice(1), acts })),
  { name: 'Moves', acts: ruleActs },
]
const codeTable = /\n\| code \| text \|\n[\s\S]*?\n(?=\n|$)/g

describe('docs/acts.md', () => {
  test.each(sections)('$name: every act has a row, and its events stand in it', ({ name, acts }) => {
    const [head = ''] = under(`## ${name}`).split('\n### ')
    const rows = named(head.replace(codeTable, '\n'))
    expect(rows.sort()).toEqual(acts.map(({ type }) => type).sort())
  })

  const kinds = Map.groupBy(eventSchemas(capabilities).values(), ({ of }) => of.kind)
  test.each([...kinds])('%s: every event has a row under its stream', (kind, events) => {
    expect(named(under(`### \`${kind}\``)).sort()).toEqual(events.map(({ type }) => type).sort())
  })

  test('there is no stream that nobody declares', () => {
    const headings = [...page().matchAll(/^### `(.+)`$/gm)].map(([, kind]) => kind)
    expect(headings.sort()).toEqual([...kinds.keys()].sort())
  })

  test('every event of a capability is told among what its acts make', () => {
    for (const { name } of capabilities) {
      const told = under(`## ${name[0]?.toUpperCase()}${name.slice(1)}`).split('\n### `')[0]
      const types = [...eventSchemas(capabilities).values()].filter(({ of }) => of.capability === name)
      expect(types.filter(({ type }) => !told?.includes(`\`${type}`)).map(({ type }) => type)).toEqual([])
    }
  })

  test('every default of a payload is told', () => {
    const [defaults = ''] = /These are\n? *all defaults:[^?]*/.exec(page().replaceAll(/\s+/g, ' ')) ?? []
    const all = actTypes(capabilities).flatMap(({ type, payload }) => {
      const { properties = {} } = z.toJSONSchema(payload, { io: 'input' })
      return Object.entries(properties).flatMap(([field, schema]) =>
        typeof schema === 'object' && 'default' in schema
          ? [`\`${field}: ${canonical(schema.default)}\``, `\`${type}\``]
          : [],
      )
    })
    expect(all.filter(one => !defaults.includes(one))).toEqual([])
    expect(all.length).toBeGreaterThan(0)
  })
})

const sources = ['charter', 'charter/acts', 'treasury', 'treasury/acts', 'curation', 'lending']
  .map(folder => `capabilities/${folder}`)
  .concat('core/move')
  .flatMap(folder =>
    readdirSync(new URL(folder, root))
      .filter(name => name.endsWith('.ts') && !/test|\/file|file\.ts|difference/.test(name))
      .map(name => readFileSync(new URL(`${folder}/${name}`, root), 'utf8')),
  )

/** `code: text` with … for what is filled in, as the sources have them. */
function refusalsIn(source: string): string[] {
  const text = String.raw`('[^']*'|\x60[^\x60]*\x60|\w+)`
  const calls = new RegExp(
    String.raw`(?:refused|no)\(\s*${text},\s*${text}|code: ${text}, reason(?:: ${text})?`,
    'g',
  )
  return [...source.matchAll(calls)].flatMap(found => {
    const code = found[1] ?? found[3] ?? ''
    const said = found[2] ?? found[4] ?? 'reason'
    if (!/^['\x60]/.test(code)) return []
    const before = source.slice(0, found.index)
    const variable = new RegExp(String.raw`const ${said} =\s*('[^']*'|\x60[^\x60]*\x60)`, 'g')
    const spelled = /^['\x60]/.test(said) ? said : [...before.matchAll(variable)].at(-1)?.[1]
    return [`${code}: ${spelled}`.replaceAll(/\$\{[^}]*\}/g, '…').replaceAll(/['\x60]/g, '')]
  })
}

/** Refused by the core as well, or by it alone. */
const ofTheCore = 'person.erased: This person was erased here: nobody acts under this id any more'

test('every refusal of an act stands there with its words, and no other', () => {
  const rows = [...page().matchAll(codeTable)].flatMap(([table]) => [
    ...table.matchAll(/^\| `([a-z]+\.[^`]+)` \| (.+) \|$/gm),
  ])
  const told = rows.map(([, code, words]) => `${code}: ${words}`.replaceAll(/`?<[^>]*>`?/g, '…'))
  const made = [...sources.flatMap(refusalsIn), ofTheCore]
  expect(made.length).toBeGreaterThan(75)
  expect([...new Set(told)].sort()).toEqual([...new Set(made)].sort())
})

const block = (name: string) =>
  new RegExp(`<!-- ${name} -->\n\n\`\`\`\\w+\n([\\s\\S]*?)\n\`\`\``).exec(page())?.[1] ?? ''

/** What stands between `<!-- name -->` and `<!-- /name -->`. */
function stands(name: string, language: string, expected: string): void {
  if (process.env.EQUALIZER_WRITE) {
    const part = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(\n<!-- /${name} -->)`)
    const fenced = `\n\`\`\`${language}\n${expected}\n\`\`\`\n`
    writeFileSync(
      file,
      page().replace(part, (_, open, close) => `${open}${fenced}${close}`),
    )
  }
  expect(block(name)).toBe(expected)
}

const sha256 = (...parts: readonly (string | Uint8Array)[]): Uint8Array => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** RFC 6962, section 2.1. */
function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  const [leaf] = leaves
  if (leaf !== undefined && leaves.length === 1) return leaf
  const left = 2 ** Math.floor(Math.log2(leaves.length - 1))
  return sha256(Uint8Array.of(1), rootOf(leaves.slice(0, left)), rootOf(leaves.slice(left)))
}

test('the example comes to what stands there, and shows every stream of the capabilities', () => {
  stands('document', 'json', knownDocument.text)
  const lines = block('commands')
    .split('\n')
    .map(line => JSON.parse(line) as Line)
  const { ledger, state } = replayed(lines, knownDocument, 1767571200000)
  const leaves = ledger.entries.map(entry => sha256(Uint8Array.of(0), canonical(entry)))
  stands('root', 'text', Buffer.from(rootOf(leaves)).toString('base64'))
  stands('state', 'json', state)
  const kinds = capabilities.flatMap(({ streams }) => streams.map(({ kind }) => kind))
  expect(kinds.filter(kind => !state.includes(`"stream":"${kind}`))).toEqual([])
})
