// Structured log lines: JSON for machines, one readable line each on a terminal; no secrets in either.
import { type Logger, type LoggerOptions, pino } from 'pino'
import { readableLine } from './readable-line.ts'

/** Whatever an object is called that is logged by mistake, these of its fields are not written. */
const secret = ['authorization', 'cookie', 'set-cookie', 'token', 'secret', 'key', 'password', 'body']
const redact = [
  ...secret,
  ...secret.map(name => `*["${name}"]`),
  ...secret.map(name => `*.*["${name}"]`),
].map(path => (path.startsWith('*') ? path : `["${path}"]`))

export interface Sink {
  write(line: string): unknown
}

const options: LoggerOptions = {
  base: null,
  timestamp: () => `,"at":"${new Date().toISOString()}"`,
  formatters: { level: label => ({ level: label }) },
  redact: { paths: redact, censor: '[left out]' },
}

/** `level`: a pino level, or `silent`. `readable`: for a person instead of a machine. */
export function createLogger(sink: Sink, { level = 'info', readable = false } = {}): Logger {
  const to = readable ? { write: (line: string) => sink.write(readableLine(line)) } : sink
  return pino({ ...options, level }, to as never)
}
