import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './testkit/longest-first.ts'

/** What only computes and keeps nothing between tests: its files share what they load. */
const pure = ['core', 'measure', 'client', 'web/data', 'web/export', 'web/words'].flatMap(folder => [
  `${folder}/**/*.test.ts`,
  `${folder}/**/*.test.tsx`,
])
const elsewhere = ['**/node_modules/**', '**/dist/**']

export default defineConfig({
  test: {
    globalSetup: ['./testkit/scratch.ts'],
    // Left to itself it keeps one core for nobody, which on two cores is half of them.
    maxWorkers: Math.max(2, availableParallelism()),
    sequence: { sequencer: LongestFirst },
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: pure, exclude: elsewhere, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...elsewhere, ...pure],
          // The embedded database is WebAssembly: optimizing it costs a short test more than it wins.
          execArgv: ['--wasm-tiering-budget=300000000'],
        },
      },
    ],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
