// Brings up the ground everything stands on: the pinned Node, then the locked packages, installed under that Node.
// Runs on Node 20; uses nothing but what Node ships.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const runtime = join(root, 'runtime')
const executable = process.platform === 'win32' ? 'node.exe' : 'node'
const pinnedNode = join(runtime, 'node_modules', 'node', 'bin', executable)
const stamp = join(root, 'node_modules', '.equalizer-ground')

/** @param {string} line */
export const say = line => process.stdout.write(`equalizer: ${line}\n`)

/** Ends the process with one sentence. @param {string} sentence @returns {never} */
export function stop(sentence) {
  process.stderr.write(`equalizer: ${sentence}\n`)
  process.exit(1)
}

/** The environment in which `node` is the pinned one. */
function pinnedEnvironment() {
  return { ...process.env, PATH: dirname(pinnedNode) + delimiter + (process.env.PATH ?? '') }
}

/** What the installed packages depend on: both locks and every manifest's lock entry. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const file of ['package-lock.json', 'package.json', 'runtime/package-lock.json']) {
    hash.update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

/**
 * npm under a given Node: npm's own script when npm started us, else the npm on the PATH (whose first line asks for
 * the PATH's node).
 * @param {string} node @param {string[]} args @param {string} cwd
 */
function npm(node, args, cwd) {
  const script = process.env.npm_execpath
  const viaScript = script?.endsWith('.js') || script?.endsWith('.cjs') || script?.endsWith('.mjs')
  const env = { ...process.env, PATH: dirname(node) + delimiter + (process.env.PATH ?? '') }
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  return viaScript
    ? spawnSync(node, [/** @type {string} */ (script), ...args, ...quiet], { cwd, env, stdio: 'inherit' })
    : spawnSync('npm', [...args, ...quiet], {
        cwd,
        env,
        stdio: 'inherit',
        shell: process.platform === 'win32',
      })
}

/** @param {import('node:child_process').SpawnSyncReturns<Buffer>} result @param {string} what */
function must(result, what) {
  if (result.error) stop(`${what} could not be started: ${result.error.message}.`)
  if (result.status !== 0)
    stop(`${what} failed (npm's own message is above). Is the package registry reachable?`)
}

function writable() {
  try {
    accessSync(root, constants.W_OK)
    if (existsSync(join(root, 'node_modules'))) accessSync(join(root, 'node_modules'), constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** The pinned Node's version, or null when it is not installed or does not start. */
function pinnedVersion() {
  if (!existsSync(pinnedNode)) return null
  const result = spawnSync(pinnedNode, ['--version'], { encoding: 'utf8' })
  return result.status === 0 ? result.stdout.trim().replace(/^v/, '') : null
}

/** Installs what is locked and not yet there; says what it does; does nothing the second time. */
export function ensureGround() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20) stop(`Node 20 or newer is needed to start (this is ${process.version}).`)
  const wanted = JSON.parse(readFileSync(join(runtime, 'package.json'), 'utf8')).dependencies.node
  const current = existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()
  if (pinnedVersion() !== wanted) {
    if (!writable()) stop(`cannot write to ${root}: the first run installs its packages there.`)
    say(`installing the pinned Node ${wanted} (once, about 190 MB)`)
    must(npm(process.execPath, ['ci'], runtime), 'Installing the pinned Node')
    const installed = pinnedVersion()
    if (installed !== wanted)
      stop(`the pinned Node ${wanted} did not install: found ${installed ?? 'none'} at ${pinnedNode}.`)
  }
  if (!current) {
    if (!writable()) stop(`cannot write to ${root}: the first run installs its packages there.`)
    say('installing the locked packages (once, until the lock changes)')
    must(npm(pinnedNode, ['ci'], root), 'Installing the locked packages')
    writeFileSync(stamp, fingerprint())
  }
}

/**
 * Runs one program under the pinned Node and answers its exit code.
 * @param {string[]} args @param {{cwd?: string}} [options] @returns {Promise<number>}
 */
export function runPinned(args, options = {}) {
  return new Promise(resolve => {
    const child = spawn(pinnedNode, args, {
      cwd: options.cwd ?? root,
      env: pinnedEnvironment(),
      stdio: 'inherit',
    })
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
    process.once('SIGINT', () => forward('SIGINT'))
    process.once('SIGTERM', () => forward('SIGTERM'))
    child.on('error', error => {
      process.stderr.write(`equalizer: ${error.message}\n`)
      resolve(1)
    })
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}
