// The architecture as a test: imports go one way, packages meet at their doors, and no import makes a circle.
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cycles } from './architecture/cycles.ts'
import { isDoor, isSource, isTest, ownFiles, parseSource, type SourceFile } from './architecture/sources.ts'

/** For programs that stand above all the rest. */
const everything = [
  'capabilities',
  'client',
  'core',
  'evidence',
  'measure',
  'mirror',
  'server',
  'testkit',
  'tlog',
  'verify',
  'web',
  'witness',
]

/** What each folder may import of ours; a folder that is not listed fails, so that a new one takes a decision. */
const may: Readonly<Record<string, readonly string[]>> = {
  core: [],
  tlog: ['core'],
  measure: [],
  capabilities: ['core', 'measure'],
  verify: ['capabilities', 'core', 'tlog'],
  witness: ['core', 'tlog'],
  mirror: ['core', 'tlog', 'witness'],
  evidence: ['core', 'measure'],
  client: ['core', 'measure'],
  testkit: ['core', 'measure'],
  web: ['client', 'core', 'measure', 'tlog', 'verify'],
  server: ['capabilities', 'client', 'core', 'evidence', 'measure', 'testkit', 'tlog', 'web', 'witness'],
  cli: everything,
  bench: everything,
  scripts: [],
}

/**
 * Tests and benchmarks may also use the test kit, the test kit's own tests may read what they generate, and the web's may walk
 * through what capabilities declare, to see that all of it is worded.
 */
const testsMay: Readonly<Record<string, readonly string[]>> = {
  testkit: ['evidence'],
  server: ['mirror', 'verify'],
  web: ['capabilities', 'core'],
}

/** The package's name in an import: `@equalizer/core` and, for the installable one, `equalizer`. */
const ours = /^(?:@equalizer\/([a-z]+)|(equalizer))(?:\/(.+))?$/
/** Side doors that package.json opens besides `.`. */
const sideDoors = new Set([
  'client/contract',
  'client/signing',
  'server/testing',
  'tlog/node',
  'tlog/testing',
  'verify/node',
  'verify/testing',
  'testkit/shared-data',
  'testkit/accessibility',
  'testkit/browser',
  'testkit/built-web',
  'testkit/postgres',
  'testkit/laws',
])

const files = ownFiles()
const sources = files.filter(isSource).map(file => parseSource(file))
const known = new Set(files)
const folderOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : '')

/** The file a relative import names, or null when it is not relative. */
function target(from: string, request: string): string | null {
  return request.startsWith('.') ? posix.join(posix.dirname(from), request) : null
}

/** Every breach of the direction in one file, as sentences. */
function breaches(source: SourceFile): string[] {
  const from = folderOf(source.file)
  const allowed = new Set([from, ...(may[from] ?? [])])
  if (isTest(source.file)) for (const name of ['testkit', ...(testsMay[from] ?? [])]) allowed.add(name)
  return source.imports.flatMap(request => {
    const relative = target(source.file, request)
    if (relative !== null) {
      return folderOf(relative) === from && !relative.startsWith('..')
        ? []
        : [`${source.file} leaves its package by ${request}`]
    }
    const match = ours.exec(request)
    if (!match) return []
    const to = match[1] ?? 'cli'
    const door = match[3]
    if (to === from && !isTest(source.file)) return [`${source.file} enters its own package by ${request}`]
    if (!allowed.has(to)) return [`${source.file} imports ${request}`]
    if (door !== undefined && !sideDoors.has(`${to}/${door}`)) {
      return [`${source.file} goes past the door of ${to}: ${request}`]
    }
    return []
  })
}

describe('layers', () => {
  test('there is something to check', () => {
    expect(sources.length).toBeGreaterThan(20)
    expect(sources.flatMap(source => source.errors.map(error => `${source.file}: ${error}`))).toEqual([])
  })

  test('every folder with sources has its place', () => {
    const folders = new Set(sources.map(source => folderOf(source.file)).filter(Boolean))
    expect([...folders].filter(folder => may[folder] === undefined)).toEqual([])
  })

  test('imports go one way and through the doors', () => {
    expect(sources.filter(source => folderOf(source.file) !== '').flatMap(breaches)).toEqual([])
  })

  test('a relative import names a file that is there, with its ending', () => {
    const built = /(^|\/)dist\//
    const lost = sources.flatMap(source =>
      source.imports.flatMap(request => {
        const path = target(source.file, request.replace(/\?.*$/, ''))
        return path === null || known.has(path) || built.test(path) ? [] : [`${source.file}: ${request}`]
      }),
    )
    expect(lost).toEqual([])
  })

  test('no import makes a circle', () => {
    const graph = new Map(
      sources.map(({ file, imports }) => [
        file,
        imports.flatMap(request => {
          const name = ours.exec(request)
          const door = name && `${name[1] ?? 'cli'}/${name[3] ?? 'index'}`
          return target(file, request) ?? (door ? `${door}${known.has(`${door}.ts`) ? '' : '/index'}.ts` : [])
        }),
      ]),
    )
    expect(cycles(graph)).toEqual([])
  })

  test('only a door forwards, and by name', () => {
    expect(
      sources.filter(source => source.barrel && !isDoor(source.file)).map(source => source.file),
    ).toEqual([])
    expect(sources.filter(source => source.exportsAll).map(source => source.file)).toEqual([])
  })

  test('what it forbids is found', () => {
    const found = (file: string, text: string) => breaches(parseSource(file, text))
    expect(found('core/a.ts', "import { x } from '@equalizer/measure'")).toHaveLength(1)
    expect(found('measure/a.ts', "export type A = import('@equalizer/core').Charter")).toHaveLength(1)
    expect(found('core/a.mjs', "/** @type {import('@equalizer/web').A} */")).toHaveLength(1)
    expect(found('evidence/a.ts', "export { y } from '@equalizer/web'")).toHaveLength(1)
    expect(found('web/a.tsx', "const a = await import('../core/limits.ts')")).toHaveLength(1)
    expect(found('server/a.ts', "import '@equalizer/core/limits.ts'")).toHaveLength(1)
    expect(found('evidence/a.test.ts', "import '@equalizer/testkit/shared-data'")).toEqual([])
    expect(found('evidence/a.ts', "import '@equalizer/testkit/shared-data'")).toHaveLength(1)
    expect(parseSource('core/b.ts', "export { a } from './a.ts'").barrel).toBe(true)
  })
})
