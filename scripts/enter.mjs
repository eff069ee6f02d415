// The entry script behind `npm start`, `npm test` and `npm run bench`, `format` and `simulate`: ground first, then the task.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureGround, root, runPinned, say, stop } from './ground.mjs'

/** @param {string} name */
const tool = name => {
  /** @type {Record<string, string>} */
  const programs = {
    biome: '@biomejs/biome/bin/biome',
    knip: 'knip/bin/knip.js',
    tsc: 'typescript/bin/tsc',
    vite: 'vite/bin/vite.js',
    vitest: 'vitest/vitest.mjs',
  }
  return join(root, 'node_modules', programs[name] ?? name)
}

const buildWeb = { label: 'building the web pages', args: ['web/build.ts'] }

/** @type {Record<string, { label: string, args: string[], extra?: boolean }[]>} */
const tasks = {
  start: [buildWeb, { label: 'starting', args: ['server/start.ts'], extra: true }],
  test: [
    { label: 'types', args: [tool('tsc'), '-p', '.'] },
    { label: 'types of the web part', args: [tool('tsc'), '-p', 'web'] },
    { label: 'lint and format', args: [tool('biome'), 'ci', '.'] },
    { label: 'dead code', args: [tool('knip')] },
    buildWeb,
    { label: 'tests', args: [tool('vitest'), 'run'], extra: true },
  ],
  bench: [{ label: 'benchmarks', args: ['--expose-gc', 'bench/run.ts'], extra: true }],
  simulate: [{ label: 'simulating organizations', args: ['server/simulator/run.ts'], extra: true }],
  format: [{ label: 'format', args: [tool('biome'), 'check', '--write', '.'] }],
}

const [verb = 'start', ...extra] = process.argv.slice(2)
const steps = tasks[verb]
if (!steps) stop(`there is no task ${verb}; there are ${Object.keys(tasks).join(', ')}.`)

ensureGround()
for (const step of steps) {
  const program = step.args.find(arg => !arg.startsWith('-'))
  if (program && !existsSync(join(root, program)) && !existsSync(program)) {
    stop(`${program} is missing; is this checkout complete?`)
  }
  say(step.label)
  const code = await runPinned([...step.args, ...(step.extra ? extra : [])])
  if (code !== 0) process.exit(code)
}
