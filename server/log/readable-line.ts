// One log line for a person: time, level, what happened, and the facts behind it.

const control = /(?!\t|\n)\p{Cc}/gu

function fact(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  // Nobody's file name may steer the terminal.
  return text.replace(control, '�')
}

/** From pino's JSON; what is no JSON stays as it is. */
export function readableLine(line: string): string {
  let parsed: Record<string, unknown>
  try {
    parsed = JSON.parse(line) as Record<string, unknown>
  } catch {
    return line
  }
  const { at, level, msg, err, ...facts } = parsed
  const time = String(at).slice(11, 19)
  const rest = Object.entries(facts).map(([name, value]) => ` ${name}=${fact(value)}`)
  const mark = level === 'info' ? '' : ` ${String(level)}:`
  const stack = (err as { stack?: unknown } | undefined)?.stack
  const below = typeof stack === 'string' ? `\n${stack.replace(/[^\n\P{C}]/gu, '�')}` : ''
  return `${time}${mark} ${fact(msg ?? '')}${rest.join('')}${below}\n`
}
