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

/**
 * Of a fault: what it is and where it was. A database's fault also carries the values of its statement and the row that it
 * failed at, people's names and keys among them; a line would keep them after they were erased.
 */
const told = [
  'type',
  'message',
  'stack',
  'code',
  'severity',
  'table',
  'column',
  'constraint',
  'query',
] as const

function faultOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const fault = pino.stdSerializers.err(error)
  return Object.fromEntries(told.flatMap(name => (fault[name] === undefined ? [] : [[name, fault[name]]])))
}

export interface Sink {
  write(line: string): unknown
}

const options: LoggerOptions = {
  base: null,
  timestamp: () => `,"at":"${new Date().toISOString()}"`,
  formatters: { level: label => ({ level: label }) },
  serializers: { err: faultOf },
  redact: { paths: redact, censor: '[left out]' },
}

/** `level`: a pino level, or `silent`. `readable`: for a person instead of a machine. */
export function createLogger(sink: Sink, { level = 'info', readable = false } = {}): Logger {
  const to = readable ? { write: (line: string) => sink.write(readableLine(line)) } : sink
  return pino({ ...options, level }, to as never)
}
