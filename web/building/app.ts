// Builds the app: hashed files that may be kept for ever, one page that names them, each also compressed beforehand.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, type PluginOption, type Rollup, transformWithOxc } from 'vite'
import { dist, filesOf, place, positions, shared, web } from './shared.ts'

/** What a first visit loads before it sees anything: script and style, compressed. */
export interface FirstLoad {
  readonly scriptBytes: number
  readonly styleBytes: number
}

type File = Rollup.OutputChunk | Rollup.OutputAsset

const contentOf = (file: File): Uint8Array =>
  file.type === 'chunk' ? Buffer.from(file.code) : Buffer.from(file.source)

/** The words that React Aria speaks in languages that the app does not speak. */
const ownLanguagesOnly: PluginOption = {
  name: 'own-languages-only',
  load: id =>
    /[\\/]intl[\\/].*(?<!en-US|de-DE)\.m?js$/.test(id) && /[a-z]{2}-[A-Z]{2}\.m?js$/.test(id)
      ? 'export default {}'
      : null,
}

/** Of these packages only what is asked for goes into a page: the schemas beside it would bring their library along. */
const takenInParts = /[\\/](?:core|tlog|verify|capabilities|measure)[\\/](?!node_modules)[^?]*\.ts$/
const treeshake = { moduleSideEffects: (id: string) => !takenInParts.test(id) }

async function bundle(): Promise<File[]> {
  const output = await build({
    ...shared,
    base: '/',
    plugins: [...(shared.plugins ?? []), positions, ownLanguagesOnly],
    worker: { format: 'es', rollupOptions: { treeshake } },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      cssCodeSplit: true,
      rollupOptions: {
        input: { app: join(web, 'app', 'main.tsx') },
        treeshake,
        output: {
          entryFileNames: 'assets/[name]-[hash].js',
          chunkFileNames: 'assets/[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
        },
      },
    },
  })
  return filesOf(output) as File[]
}

/** Runs before anything is drawn, so it stands apart, small and without imports. */
async function firstScript(): Promise<{ name: string; code: string }> {
  const source = readFileSync(join(web, 'app', 'first.ts'), 'utf8')
  const { code } = await transformWithOxc(source, 'first.ts', { sourcemap: false })
  const hash = createHash('sha256').update(code).digest('base64url').slice(0, 8)
  return { name: `assets/first-${hash}.js`, code }
}

interface Named {
  readonly first: string
  readonly entry: Rollup.OutputChunk
  readonly styles: readonly string[]
  readonly fonts: readonly string[]
}

function pageOf({ first, entry, styles, fonts }: Named): string {
  const preload = entry.imports.map(name => `<link rel="modulepreload" href="/${name}">`)
  const font = fonts.map(
    name => `<link rel="preload" href="/${name}" as="font" type="font/woff2" crossorigin>`,
  )
  const [base, ...further] = styles
  const style = further.map(name => `<link rel="stylesheet" href="/${name}">`)
  // The name on the style keeps React Aria from adding a style element, which the policy would refuse.
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="referrer" content="no-referrer">
<meta name="theme-color" content="#f6f4ef" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#101216" media="(prefers-color-scheme: dark)">
<title>Equalizer</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<script src="/${first}"></script>
<link rel="stylesheet" href="/${base}" id="react-aria-pressable-style">
${[...style, ...font, ...preload].join('\n')}
<script type="module" src="/${entry.fileName}"></script>
</head>
<body>
<div id="app"></div>
<noscript><p>Equalizer’s board needs scripts. The report does not: npx equalizer measure . --html report.html</p></noscript>
</body>
</html>
`
}

const compressible = /\.(?:html|js|css|svg|json)$/

/** The file, and beside it what a browser is sent that understands compression. */
function placeCompressed(name: string, content: Uint8Array): void {
  place(`app/${name}`, content)
  if (!compressible.test(name)) return
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 10 }
  place(`app/${name}.br`, brotliCompressSync(content, { params: quality }))
  place(`app/${name}.gz`, gzipSync(content, { level: 9 }))
}

/** What an earlier build left; a page that is open still asks for its files until it is loaded anew. */
function removeOld(kept: ReadonlySet<string>): void {
  const folder = join(dist, 'app', 'assets')
  for (const name of readdirSync(folder)) {
    if (!kept.has(`assets/${name.replace(/\.(br|gz)$/, '')}`)) rmSync(join(folder, name))
  }
}

/** Every chunk that the entry imports, at once or by way of another. */
function loadedWith(entry: Rollup.OutputChunk, files: readonly File[]): Rollup.OutputChunk[] {
  const found = new Map([[entry.fileName, entry]])
  for (const chunk of found.values()) {
    for (const name of chunk.imports) {
      const next = files.find(file => file.fileName === name)
      if (next?.type === 'chunk') found.set(name, next)
    }
  }
  return [...found.values()]
}

const sizeOf = (files: readonly File[]): number =>
  files.reduce((sum, file) => sum + gzipSync(contentOf(file), { level: 9 }).length, 0)

/** The base style, and those of the parts that are loaded with the entry. */
function stylesOf(loaded: readonly Rollup.OutputChunk[], entry: Rollup.OutputChunk): string[] {
  const all = [entry, ...loaded].flatMap(chunk => [...(chunk.viteMetadata?.importedCss ?? [])])
  return [...new Set(all)]
}

export async function buildApp(): Promise<FirstLoad> {
  const [files, first] = await Promise.all([bundle(), firstScript()])
  const entry = files.find(file => file.type === 'chunk' && file.isEntry)
  if (entry?.type !== 'chunk') throw new Error('the app must have one entry')
  const loaded = loadedWith(entry, files)
  const styles = stylesOf(loaded, entry)
  if (styles.length === 0) throw new Error('the app must have a style')
  const fonts = files.map(file => file.fileName).filter(name => /(?:fraunces|inter)-latin-(?!ext)/.test(name))
  const named = new Map<string, Uint8Array>([
    ...files.map(file => [file.fileName, contentOf(file)] as const),
    [first.name, Buffer.from(first.code)],
  ])
  for (const [name, content] of named) placeCompressed(name, content)
  placeCompressed('icon.svg', readFileSync(join(web, 'app', 'icon.svg')))
  // Last, so that whoever reads it finds all that it names.
  placeCompressed('index.html', Buffer.from(pageOf({ first: first.name, entry, styles, fonts })))
  removeOld(new Set(named.keys()))
  return {
    scriptBytes: sizeOf(loaded),
    styleBytes: sizeOf(files.filter(file => styles.includes(file.fileName))),
  }
}
