// Bundles the command line into cli/dist, so that it installs as a package of its own: `npm pack` runs this first.
import { execFileSync } from 'node:child_process'
import { cp, readFile, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const manifest = JSON.parse(await readFile(here('package.json'), 'utf8')) as { dependencies: object }

// The packages of the workspace are not published: they and what they alone depend on go into the bundle, with a list
// of the licences; what the package itself depends on is installed beside it.
await rm(here('dist'), { recursive: true, force: true })
await build({
  configFile: false,
  root: here('.'),
  logLevel: 'warn',
  ssr: {
    target: 'node',
    noExternal: true,
    external: Object.keys(manifest.dependencies),
  },
  build: {
    ssr: true,
    outDir: here('dist'),
    target: 'node24',
    minify: false,
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      // A thread begins with a file of its own, which lies beside the program.
      input: { main: here('main.ts'), 'checking-worker': here('../verify/node/checking-worker.ts') },
      external: ['@equalizer/server'],
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
execFileSync(process.execPath, [here('../web/build.ts')], { stdio: 'inherit' })
// The board belongs to the server, which is not in this package.
await cp(here('../web/dist'), here('dist/web'), {
  recursive: true,
  filter: source => source !== here('../web/dist/app'),
})
await cp(here('../LICENSE'), here('dist/LICENSE'))
