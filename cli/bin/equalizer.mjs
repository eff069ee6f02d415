#!/usr/bin/env node
// Starts the command line under Node 24: in this process, or handed over to the pinned Node of a checkout.
// Runs on Node 20; uses nothing but what Node ships.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const least = 24
const unavailable = 69
const interrupted = 130
const terminated = 143

/** @param {string} path from this file */
const near = path => new URL(path, import.meta.url)

const inCheckout = existsSync(near('../main.ts'))
const main = inCheckout ? near('../main.ts') : near('../dist/main.js')
const executable = process.platform === 'win32' ? 'node.exe' : 'node'
const pinned = fileURLToPath(near(`../../runtime/node_modules/node/bin/${executable}`))

if (Number(process.versions.node.split('.')[0]) >= least) {
  await import(main.href)
} else if (inCheckout && existsSync(pinned)) {
  const child = spawn(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  // A terminal sends Ctrl-C to both of us; the one that does the work says when it is over.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('error', error => {
    process.stderr.write(`equalizer: the pinned Node does not start: ${error.message}\n`)
    process.exitCode = unavailable
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? interrupted : terminated)
  })
} else {
  const how = inCheckout ? '; npm start or npm test in this checkout installs it' : ''
  process.stderr.write(`equalizer: Node ${least} or newer is needed, this is ${process.version}${how}.\n`)
  process.exitCode = unavailable
}
