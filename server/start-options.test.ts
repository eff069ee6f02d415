// Flags win over the environment, and what is wrong is said with its name.
import { describe, expect, test } from 'vitest'
import { startOptions } from './start-options.ts'

const read = (argv: string[], env: Record<string, string> = {}) => {
  const options = startOptions(argv, env)
  return options.ok ? options.value : options.refusal
}

describe('start options', () => {
  test('by default: this machine only, port 4700, this checkout, today', () => {
    const defaults = { host: '127.0.0.1', port: 4700, measure: null, asOf: null, help: false }
    expect(read([])).toEqual(defaults)
    expect(read([], { EQUALIZER_PORT: '', PORT: '', EQUALIZER_HOST: '' })).toEqual(defaults)
  })

  test('flags, then EQUALIZER_PORT, then PORT', () => {
    const env = { EQUALIZER_PORT: '5000', PORT: '6000', EQUALIZER_HOST: '::1' }
    expect(read(['--port', '0'], env)).toMatchObject({ port: 0, host: '::1' })
    expect(read([], env)).toMatchObject({ port: 5000 })
    expect(read([], { PORT: '6000' })).toMatchObject({ port: 6000 })
  })

  test('another path and day', () => {
    expect(read(['--measure', '../repo', '--as-of=2026-02-28'])).toMatchObject({
      measure: '../repo',
      asOf: '2026-02-28',
    })
  })

  test.each([
    [['--port', '65536'], '--port is a number from 0 to 65535, not "65536".'],
    [['--port', '4700; rm'], '--port is a number from 0 to 65535, not "4700; rm".'],
    [['--as-of', '2026-02-30'], '--as-of is a day, YYYY-MM-DD, not "2026-02-30".'],
    [['--host', 'a b'], '--host is a name or an address, not "a b".'],
  ])('%j is refused', (argv, reason) => {
    expect(read(argv)).toMatchObject({ code: 'server.usage', reason })
  })

  test('an unknown flag and a stray word are refused', () => {
    expect(read(['--prot', '1'])).toMatchObject({ code: 'server.usage' })
    expect(read(['serve'])).toMatchObject({ code: 'server.usage' })
    expect(read([], { PORT: 'http' })).toMatchObject({
      reason: 'PORT is a number from 0 to 65535, not "http".',
    })
  })
})
