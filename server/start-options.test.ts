// Flags win over the environment, and what is wrong is said with its name.
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { defaultFolder } from './data-folder.ts'
import { startOptions } from './start-options.ts'

const read = (argv: string[], env: Record<string, string> = {}) => {
  const options = startOptions(argv, env)
  return options.ok ? options.value : options.refusal
}

describe('start options', () => {
  test('by default: this machine only, port 4700, the embedded database where data belongs', () => {
    const defaults = {
      host: '127.0.0.1',
      port: 4700,
      data: defaultFolder({}),
      database: null,
      paths: null,
      proxy: null,
      secret: null,
      link: false,
      help: false,
    }
    expect(read([])).toEqual(defaults)
    expect(read([], { EQUALIZER_PORT: '', PORT: '', EQUALIZER_HOST: '', DATABASE_URL: '' })).toEqual(defaults)
  })

  test('flags, then EQUALIZER_PORT, then PORT', () => {
    const env = { EQUALIZER_PORT: '5000', PORT: '6000', EQUALIZER_HOST: '::1' }
    expect(read(['--port', '0'], env)).toMatchObject({ port: 0, host: '::1' })
    expect(read([], env)).toMatchObject({ port: 5000 })
    expect(read([], { PORT: '6000' })).toMatchObject({ port: 6000 })
  })

  test('the data folder is named by flag or environment, and becomes a whole path', () => {
    expect(read(['--data', 'board'], { EQUALIZER_DATA: '/elsewhere' })).toMatchObject({
      data: resolve('board'),
    })
    expect(read([], { EQUALIZER_DATA: '/elsewhere' })).toMatchObject({ data: '/elsewhere' })
    expect(read(['--link'])).toMatchObject({ link: true })
  })

  test('paths, database and secret come from the environment', () => {
    const env = {
      EQUALIZER_PATHS: '/srv/git:/srv/evidence',
      DATABASE_URL: 'postgres://ada:hush@db.example/board',
      EQUALIZER_SECRET: 's'.repeat(32),
    }
    expect(read([], env)).toMatchObject({
      paths: ['/srv/git', '/srv/evidence'],
      database: env.DATABASE_URL,
      secret: env.EQUALIZER_SECRET,
    })
  })

  test('a proxy in front is believed where the environment says so, by name or not', () => {
    expect(read([], { EQUALIZER_PROXY: '1' })).toMatchObject({ proxy: { name: null } })
    expect(read([], { EQUALIZER_PROXY: 'board.example' })).toMatchObject({ proxy: { name: 'board.example' } })
    expect(read([], { EQUALIZER_PROXY: '0' })).toMatchObject({ proxy: null })
    expect(read([], { EQUALIZER_PROXY: 'https://x/' })).toMatchObject({ code: 'server.usage' })
  })

  test.each([
    [['--port', '65536'], '--port is a number from 0 to 65535, not "65536".'],
    [['--port', '4700; rm'], '--port is a number from 0 to 65535, not "4700; rm".'],
    [['--host', 'a b'], '--host is a name or an address, not "a b".'],
    [['--data', ''], '--data is a folder, and the name given is empty.'],
  ])('%j is refused', (argv, reason) => {
    expect(read(argv)).toMatchObject({ code: 'server.usage', reason })
  })

  test('an unknown flag, a stray word and a wrong environment are refused, without repeating a password', () => {
    expect(read(['--prot', '1'])).toMatchObject({ code: 'server.usage' })
    expect(read(['--measure', '.'])).toMatchObject({ code: 'server.usage' })
    expect(read(['serve'])).toMatchObject({ code: 'server.usage' })
    expect(read([], { PORT: 'http' })).toMatchObject({
      reason: 'PORT is a number from 0 to 65535, not "http".',
    })
    expect(read([], { EQUALIZER_PATHS: 'here' })).toMatchObject({ facts: { path: 'here' } })
    const wrong = read([], { DATABASE_URL: 'mysql://ada:hush@db.example/board' })
    expect(wrong).toMatchObject({ code: 'server.usage' })
    expect(JSON.stringify(wrong)).not.toContain('hush')
  })
})

describe('the default data folder', () => {
  test.each([
    ['linux', {}, '/people/ada/.local/share/equalizer'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/equalizer'],
    ['linux', { XDG_DATA_HOME: 'not/whole' }, '/people/ada/.local/share/equalizer'],
    ['darwin', { XDG_DATA_HOME: '/data' }, '/people/ada/Library/Application Support/equalizer'],
    ['win32', { LOCALAPPDATA: '/local' }, '/local/equalizer'],
  ])('on %s with %j', (platform, env, folder) => {
    expect(defaultFolder(env, platform, '/people/ada')).toBe(folder)
  })

  test('lies in the home of whoever starts it', () => {
    expect(defaultFolder({}, 'linux')).toBe(join(homedir(), '.local', 'share', 'equalizer'))
  })
})
