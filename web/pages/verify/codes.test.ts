// docs/verify.md tells every code that a check can end with, whoever of the parts that it is made of refuses; so does the page.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { check as de } from '../../messages/de/check.ts'
import { check as en } from '../../messages/en/check.ts'

const root = join(import.meta.dirname, '../../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

function sourcesOf(path: string): string[] {
  if (statSync(join(root, path)).isFile()) return [path]
  return readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !/\.test\.|^testing|node_modules/.test(name))
    .map(name => join(path, name))
}

/** The files of `tlog` by the names that its door gives out. */
const byName = new Map(
  [...read('tlog/index.ts').matchAll(/export \{([^}]*)\} from '\.\/([^']*)'/g)].flatMap(
    ([, names = '', file = '']) =>
      names.split(',').map(name => [name.replace('type', '').trim(), join('tlog', file)] as const),
  ),
)

/** What is imported to be run, and not as a type. */
function importedBy(file: string): string[] {
  const imports = [...read(file).matchAll(/^import (type )?\{([^}]*)\} from '([^']*)'/gm)]
  return imports.flatMap(([, isType, names = '', from = '']) => {
    const used = names.split(',').map(name => name.trim())
    const run = used.filter(name => name !== '' && !name.startsWith('type '))
    if (isType || run.length === 0) return []
    if (from === '@equalizer/tlog') return run.flatMap(name => byName.get(name) ?? [])
    return file.startsWith('tlog/') && from.startsWith('.') ? [join(dirname(file), from)] : []
  })
}

function reached(files: readonly string[]): Set<string> {
  const all = new Set(files)
  for (const file of all) for (const next of importedBy(file)) all.add(next)
  return all
}

const refusedIn = /(?:\b(?:found|no|refused)\(|\bcode:)\s*'([a-z]+\.[a-z_0-9]+)'/g

/** Never answered as they are. */
const insideOnly: readonly (readonly [RegExp, string])[] = [
  [/^charter\./, 'of a refused command, and told as facts'],
  [/^cosignature\./, 'of a line under a note, which is `note.signature_invalid`'],
  [/^cli\./, 'wrong use of the program'],
  [/^frontier\./, 'of a frontier that is written down, which a check has none of'],
  [/^tile\.bad_path$/, 'asked of names of files, which are passed over where they are none of a tile'],
]

const files = reached(['verify', 'cli/verify', 'cli/verbs/verify.ts', 'web/pages/verify'].flatMap(sourcesOf))
const codes = [
  ...new Set([...files].flatMap(file => [...read(file).matchAll(refusedIn)].map(([, code = '']) => code))),
]
const answered = codes.filter(code => !insideOnly.some(([form]) => form.test(code))).sort()

const told = (read('docs/verify.md').split('| code | what is wrong |')[1] ?? '')
  .split('\n')
  .filter(line => /^\| `[a-z]+\.[a-z_0-9]+`/.test(line))
  .flatMap(line => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code))
  .sort()

test('the sources of a check and of what it runs are found', () => {
  expect([...files]).toEqual(expect.arrayContaining(['tlog/encoding/bytes.ts', 'tlog/note/open.ts']))
  expect(answered.length).toBeGreaterThan(50)
})

test('the table tells every code, and none that nothing answers', () => {
  expect(told).toEqual(answered)
})

test.each(Object.entries({ en, de }))(
  '%s: the page has words for every code, and for none that nothing answers',
  (_, words) => {
    expect(Object.keys(words.codes).sort()).toEqual(answered)
  },
)
