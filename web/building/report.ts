// Builds the report page: one HTML template with everything in it, and the renderer that fills it.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build, type PluginOption } from 'vite'
import { marks } from '../document.ts'
import { positionRules } from '../style/positions.ts'
import { filesOf, place, shared, web } from './shared.ts'

const require = createRequire(import.meta.url)

/** Before anything is drawn: the theme that was chosen, and that there is a script. */
const firstScript = `(()=>{const r=document.documentElement;r.classList.add('js');try{const t=localStorage.getItem('equalizer-theme');if(t==='dark'||t==='light')r.dataset.theme=t}catch{}})()`

/** The page speaks with the words of the report alone; those of the app would double its size for nothing. */
const reportWordsOnly: PluginOption = {
  name: 'report-words-only',
  enforce: 'pre',
  resolveId(request, from) {
    if (request !== './en.ts' || !from || !/[\\/]messages[\\/]text\.ts$/.test(from)) return null
    return join(web, 'messages', 'report-words.ts')
  },
}

const forReport = { ...shared, plugins: [...(shared.plugins ?? []), reportWordsOnly] }

/** The page's own script and style. */
async function bundle(): Promise<{ script: string; style: string }> {
  const output = await build({
    ...forReport,
    build: {
      write: false,
      target: 'es2022',
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      modulePreload: false,
      cssCodeSplit: false,
      rollupOptions: { input: join(web, 'main.tsx'), output: { format: 'iife' } },
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
    ...forReport,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      write: false,
      target: 'node20',
      minify: true,
      rollupOptions: { input: join(web, 'render.tsx'), output: { entryFileNames: 'render.js' } },
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

export async function buildReport(): Promise<void> {
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
}
