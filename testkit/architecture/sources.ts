// Every file of this checkout that is ours, and what each source file imports and exports.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync, Visitor } from 'oxc-parser'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const notOurs = new Set(['node_modules', 'dist', 'coverage', '.git'])

/** Paths relative to the checkout, with `/`: what git tracks or would track; without git, what lies in the folders. */
export function ownFiles(): string[] {
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const files = listed.status === 0 ? listed.stdout.split('\0').filter(Boolean) : walk('')
  // A file that git still lists may be gone from the folder.
  return files.filter(file => statSync(join(root, file), { throwIfNoEntry: false })?.isFile()).sort()
}

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = posix.join(folder, entry.name)
    if (notOurs.has(entry.name)) return []
    return entry.isDirectory() ? walk(path) : [path]
  })
}

export const isSource = (file: string): boolean => /\.(ts|tsx|mts|mjs)$/.test(file)
export const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)
/** A package's door: the one file others import, by the package's name; those for Node and for tests have one of their own. */
export const isDoor = (file: string): boolean => /^[a-z]+\/(?:(?:node|testing)\/)?index\.ts$/.test(file)

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

interface Exported {
  readonly name: string
  readonly type: boolean
}

export interface SourceFile {
  readonly file: string
  /** As written: `./rank.ts`, `@equalizer/core`, `node:fs`. */
  readonly imports: readonly string[]
  readonly exports: readonly Exported[]
  /** `export * from …`, which hides what a door offers. */
  readonly exportsAll: boolean
  /** Nothing but re-exports. */
  readonly barrel: boolean
  readonly errors: readonly string[]
}

/** In the comments that type a .mjs file. */
const commentImport = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

export function parseSource(file: string, text: string = textOf(file)): SourceFile {
  const { module, program, errors, comments } = parseSync(file, text)
  // `import('…').Name` in an annotation is not in the parser's module record.
  const typeImports: string[] = []
  new Visitor({ TSImportType: node => void typeImports.push(node.source.value) }).visit(program)
  const reexports = module.staticExports.flatMap(statement => statement.entries)
  const imports = [
    ...module.staticImports.map(statement => statement.moduleRequest.value),
    ...reexports.flatMap(entry => entry.moduleRequest?.value ?? []),
    ...module.dynamicImports.map(call => text.slice(call.moduleRequest.start, call.moduleRequest.end)),
    ...typeImports,
    ...comments.flatMap(({ value }) => Array.from(value.matchAll(commentImport), match => match[1] ?? '')),
  ].map(request => request.replace(/^['"`]|['"`]$/g, ''))
  const statements = program.body.map(statement => statement.type)
  const forwards = program.body.filter(
    statement =>
      statement.type === 'ExportAllDeclaration' ||
      (statement.type === 'ExportNamedDeclaration' && statement.source !== null),
  )
  return {
    file,
    imports: [...new Set(imports)],
    exports: reexports.flatMap(entry =>
      entry.exportName.name ? [{ name: entry.exportName.name, type: entry.isType }] : [],
    ),
    exportsAll: reexports.some(entry => entry.importName.kind === 'AllButDefault'),
    barrel: forwards.length > 0 && forwards.length === statements.length,
    errors: errors.map(error => error.message),
  }
}
