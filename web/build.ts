// Builds the report page into web/dist: one HTML template with everything in it, and the renderer that fills it.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig, type PluginOption } from 'vite'
import { marks } from './document.ts'
import { en } from './messages/en.ts'
import { positionRules } from './style/positions.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const dist = join(here, 'dist')
const require = createRequire(import.meta.url)

/** Before anything is drawn: the theme that was chosen, and that there is a script. */
const firstScript = `(()=>{const r=document.documentElement;r.classList.add('js');try{const t=localStorage.getItem('equalizer-theme');if(t==='dark'||t==='light')r.dataset.theme=t}catch{}})()`

/** Over every file that goes into the page, and the versions of what it is made with. */
function sourcesHash(): string {
  const hash = createHash('sha256')
  const files = readdirSync(here, { recursive: true, withFileTypes: true })
    .filter(
      entry => entry.isFile() && /\.(tsx?|css|json)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name),
    )
    .map(entry => join(entry.parentPath, entry.name))
    .filter(file => !/[\\/](?:dist|node_modules|fixtures)[\\/]/.test(file.slice(here.length - 1)))
    .sort()
  for (const file of files) hash.update(`${file.slice(here.length)}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

const readersLocale = "domEnv ? nav.language : 'en-US'"

/**
 * uPlot asks for the browser's language as it loads, and a browser started under the C locale names one that Intl
 * refuses, so that no script of the page would run. Axes are spelled like the rest of the page instead.
 */
const oneLocale: PluginOption = {
  name: 'one-locale',
  transform(code, id) {
    if (!/uPlot\.esm\.js/.test(id)) return null
    if (!code.includes(readersLocale)) throw new Error('uPlot no longer asks for the language where it did')
    return { code: code.replace(readersLocale, JSON.stringify(en.locale)), map: null }
  },
}

const shared: InlineConfig = {
  root: here,
  configFile: false,
  logLevel: 'warn',
  plugins: [react(), oneLocale],
  define: { 'process.env.NODE_ENV': '"production"' },
}

/** Everything that a build put out. */
function filesOf(output: Awaited<ReturnType<typeof build>>) {
  if (!Array.isArray(output) && !('output' in output)) throw new Error('vite watches instead of building')
  return (Array.isArray(output) ? output : [output]).flatMap(result => result.output)
}

/** The page's own script and style. */
async function bundle(): Promise<{ script: string; style: string }> {
  const output = await build({
    ...shared,
    build: {
      write: false,
      target: 'es2022',
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      modulePreload: false,
      cssCodeSplit: false,
      rollupOptions: { input: join(here, 'main.tsx'), output: { format: 'iife' } },
    },
  })
  const files = filesOf(output)
  const script = files.flatMap(file => (file.type === 'chunk' ? [file.code] : []))
  const style = files.flatMap(file =>
    file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [],
  )
  if (script.length !== 1 || style.length !== 1) throw new Error('the page must be one script and one style')
  return { script: script.join(''), style: `${style.join('').trim()}${positionRules()}` }
}

async function renderer(): Promise<string> {
  const output = await build({
    ...shared,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      write: false,
      target: 'node20',
      minify: true,
      rollupOptions: { input: join(here, 'render.tsx'), output: { entryFileNames: 'render.js' } },
    },
  })
  const code = filesOf(output).flatMap(file => (file.type === 'chunk' ? [file.code] : []))
  if (code.length !== 1) throw new Error('the renderer must be one file')
  return code.join('')
}

/** The glyphs beyond Latin-1, with the ranges that the fonts' own style sheets state. */
function furtherFonts(): string {
  const range =
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF'
  const face = (family: string, file: string) => {
    const data = readFileSync(require.resolve(file)).toString('base64')
    return `@font-face{font-family:'${family}';font-style:normal;font-weight:100 900;font-display:block;src:url(data:font/woff2;base64,${data}) format('woff2');unicode-range:${range}}`
  }
  return (
    face('Fraunces', '@fontsource-variable/fraunces/files/fraunces-latin-ext-opsz-normal.woff2') +
    face('Inter', '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2')
  )
}

/** CSP Level 3, section 2.3.1: the hash of an inline element's text. */
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

interface TemplateParts {
  readonly style: string
  readonly further: string
  /** null: a page without a script of its own. */
  readonly script: string | null
}

function template({ style, further, script }: TemplateParts): string {
  const scripts = script === null ? [firstScript] : [firstScript, script]
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(' ')}`,
    `style-src ${hashOf(style)} ${hashOf(further)}`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const tail =
    script === null
      ? ''
      : `<script type="application/json" id="report">${marks.data}</script>\n<script>${script}</script>\n`
  return `<!doctype html>
<html lang="${marks.language}" class="${marks.simulated}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${marks.title}</title>
<link rel="icon" href="data:,">
<script>${firstScript}</script>
<style>${style}</style>${marks.furtherFonts}
</head>
<body>
<div id="page">${marks.body}</div>
${tail}</body>
</html>
`
}

/** In one step, so that whoever reads at the same moment, or builds beside us, meets a whole file. */
function place(name: string, text: string): void {
  const unfinished = join(dist, `.${name}.${process.pid}`)
  writeFileSync(unfinished, text)
  renameSync(unfinished, join(dist, name))
}

async function main(): Promise<void> {
  const stamp = join(dist, 'sources.sha256')
  const hash = sourcesHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  mkdirSync(dist, { recursive: true })
  const { script, style } = await bundle()
  // A script may not hold its own end tag, nor the start of a comment that swallows it.
  const safe = script
    .replace(/<\/(script)/gi, '<\\/$1')
    .replace(/<!--/g, '<\\!--')
    .trim()
  const further = furtherFonts()
  place('render.js', await renderer())
  place('report.html', template({ style, further, script: safe }))
  place('problem.html', template({ style, further, script: null }))
  place('further-fonts.html', `<style>${further}</style>`)
  // Last, so that a build that broke off is done again.
  place('sources.sha256', hash)
}

// A test runner's environment would otherwise make a page for developers.
process.env.NODE_ENV = 'production'
await main()
