import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['./testkit/scratch.ts'],
    // Left to itself it keeps one core for nobody, which on two cores is half of them.
    maxWorkers: Math.max(2, availableParallelism()),
    // The embedded database is WebAssembly: optimizing it costs a short test more than it wins.
    execArgv: ['--wasm-tiering-budget=300000000'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default'],
  },
})
