// Runs git on a repository that nobody vouches for: nothing in it may run a program, reach a network or ask a question.
import { type ChildProcess, spawn } from 'node:child_process'
import { realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { limits, type Refusal } from '@equalizer/core'
import { SourceRefused } from '../reader.ts'

/** Configuration of the repository that would run, fetch or rewrite something, or wait on a named file. */
const configuration: readonly (readonly [key: string, value: string])[] = [
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['core.pager', 'cat'],
  ['core.sshCommand', 'false'],
  ['core.gitProxy', 'false'],
  ['core.askPass', 'false'],
  ['core.alternateRefsCommand', 'false'],
  ['core.attributesFile', '/dev/null'],
  ['core.bigFileThreshold', '64m'],
  ['credential.helper', ''],
  ['diff.external', ''],
  ['gpg.program', 'false'],
  ['gpg.ssh.program', 'false'],
  ['gpg.x509.program', 'false'],
  ['log.showSignature', 'false'],
  ['log.showRoot', 'true'],
  ['mailmap.file', ''],
  ['protocol.allow', 'never'],
  ['fetch.recurseSubmodules', 'false'],
  ['maintenance.auto', 'false'],
  ['gc.auto', '0'],
]

/** What git needs of our own environment; every GIT_ variable but the places of the user's configuration stays out. */
const inherited = [
  'PATH',
  'HOME',
  'USERPROFILE',
  'XDG_CONFIG_HOME',
  'SYSTEMROOT',
  'TMPDIR',
  'TEMP',
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
]

function environment(path: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {}
  for (const name of inherited) if (process.env[name] !== undefined) env[name] = process.env[name]
  configuration.forEach(([key, value], at) => {
    env[`GIT_CONFIG_KEY_${at}`] = key
    env[`GIT_CONFIG_VALUE_${at}`] = value
  })
  return {
    ...env,
    GIT_CONFIG_COUNT: String(configuration.length),
    // A list that names no protocol outranks any protocol.<name>.allow of the repository; older git lacks the second.
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: '/dev/null',
    GIT_OPTIONAL_LOCKS: '0',
    // Into a pipe git would flush after every commit: 80,000 small reads where 300 do.
    GIT_FLUSH: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: 'false',
    SSH_ASKPASS: 'false',
    GIT_PAGER: 'cat',
    GIT_ATTR_NOSYSTEM: '1',
    // The repository is this folder itself, never one that happens to lie around it.
    GIT_CEILING_DIRECTORIES: dirname(path),
    LC_ALL: 'C',
  }
}

export interface Git {
  /** A running `git` whose standard output is a stream; `ended` settles when it is gone, and never rejects. */
  stream(args: readonly string[]): Running
  /** Standard output of a command that prints little. Throws `SourceRefused` where git itself is missing. */
  text(args: readonly string[]): Promise<Ended & { readonly stdout: string }>
}

export interface Running {
  readonly output: AsyncIterable<Buffer>
  readonly ended: Promise<Ended>
  stop(): void
}

interface Ended {
  readonly ok: boolean
  /** The last complaint of git, for a message; at most a few hundred characters. */
  readonly complaint: string
  /** git could not be run at all, or was stopped by the signal. */
  readonly fault: Error | null
}

/**
 * Git in this folder; the signal kills whatever runs. Throws `SourceRefused` when there is no such folder, and
 * `evidence.git_silent` from the output of a command that says nothing for `silenceMs`.
 */
export async function gitIn(
  path: string,
  signal?: AbortSignal,
  silenceMs: number = limits.gitSilenceMs,
): Promise<Git> {
  const folder = await realFolder(path)
  const env = environment(folder)
  const stream = (args: readonly string[]): Running => {
    signal?.throwIfAborted()
    const child = spawn('git', ['--no-pager', ...args], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      killSignal: 'SIGKILL',
      ...(signal === undefined ? {} : { signal }),
    })
    const output = watched(child.stdout, silenceMs, () => child.kill('SIGKILL'))
    return { output, ended: ended(child, child.stderr), stop: () => child.kill('SIGKILL') }
  }
  const text: Git['text'] = async args => {
    const running = stream(args)
    let stdout = ''
    for await (const chunk of running.output) {
      if (stdout.length < limits.textChars) stdout += String(chunk)
    }
    const end = await running.ended
    if (end.fault !== null) throw end.fault
    return { ...end, stdout: stdout.trim() }
  }
  return { stream, text }
}

/** The output while it comes: git waits for ever on a pipe that lies where HEAD or .mailmap should, and we do not. */
async function* watched(output: AsyncIterable<Buffer>, silenceMs: number, stop: () => void) {
  const chunks = output[Symbol.asyncIterator]()
  let silent = false
  const giveUp = () => {
    silent = true
    stop()
  }
  try {
    for (;;) {
      const timer = setTimeout(giveUp, silenceMs)
      const next = await chunks.next().finally(() => clearTimeout(timer))
      if (silent) throw refusal('evidence.git_silent', gitSilent(silenceMs), { seconds: silenceMs / 1000 })
      if (next.done) return
      yield next.value
    }
  } finally {
    await chunks.return?.()
  }
}

const gitSilent = (silenceMs: number) =>
  `git said nothing for ${silenceMs / 1000} seconds and was stopped; is a file of the repository a pipe, or its disk away?`

async function realFolder(path: string): Promise<string> {
  const real = await realpath(path).catch(() => null)
  if (real === null) throw refusal('evidence.not_found', 'There is no such folder', { what: 'folder' })
  if (!(await stat(real)).isDirectory()) {
    throw refusal('evidence.not_a_repository', 'This is a file; a git repository is a folder', {
      what: 'file',
    })
  }
  return real
}

function ended(child: ChildProcess, stderr: NodeJS.ReadableStream): Promise<Ended> {
  let complaints = ''
  let fault: Error | null = null
  stderr.on('data', chunk => {
    complaints = (complaints + String(chunk)).slice(-limits.textChars)
  })
  child.on('error', error => {
    const absent = 'code' in error && error.code === 'ENOENT'
    fault = absent ? refusal('evidence.git_missing', gitMissing) : error
  })
  return new Promise(resolve => {
    child.on('close', code => resolve({ ok: code === 0, complaint: lastComplaint(complaints), fault }))
  })
}

const gitMissing =
  'git is not installed or not on the PATH; install it, or give an export of the log (kind git-log)'

function lastComplaint(text: string): string {
  const lines = text.trim().split('\n')
  const line = lines.findLast(one => /^(fatal|error): /.test(one)) ?? lines.at(-1) ?? ''
  return line.replace(/^(fatal|error): /, '').slice(0, 300)
}

function refusal(code: string, reason: string, facts: Refusal['facts'] = {}): SourceRefused {
  return new SourceRefused({ code, reason, facts })
}
