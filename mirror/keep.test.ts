// Keeping copies up: what is said, how far behind a copy is, and what makes it a whole export.
import { utf8Bytes } from '@equalizer/tlog'
import { testLog } from '@equalizer/tlog/testing'
import type { LogSource } from '@equalizer/witness'
import { expect, test } from 'vitest'
import { keepCopies } from './keep.ts'
import { entriesOf, publishedAt, tried } from './testing.ts'

const origin = 'log.example/kept'
const log = testLog({ origin, entries: entriesOf(900), organization: 'kept' })

function keeping() {
  const parts = tried([log])
  let now: LogSource = publishedAt(log, 300)
  const said: string[] = []
  const stop = new AbortController()
  const source: LogSource = { name: 'test', read: path => now.read(path) }
  const kept = keepCopies({
    mirror: parts.mirror,
    sources: new Map([[origin, source]]),
    everyMs: 1,
    signal: stop.signal,
    say: line => {
      said.push(line)
    },
  })
  const show = (next: LogSource) => {
    now = next
  }
  return { ...parts, kept, said, stop, show, folder: parts.mirror.copyOf(origin)?.hash ?? '' }
}

test('each change is said once, and how far behind the copy is', async () => {
  const { kept, said, show, clock } = keeping()
  await kept.once()
  await kept.once()
  expect(said).toEqual([`${origin}: 300 entries here, 300 of them new`])
  clock.ms += 7_000
  expect(await kept.status()).toContain('entries: 300, behind by 0\n  level with the log: 7 seconds ago')
  const all = publishedAt(log, 900)
  show({ name: 'test', read: async path => (path.includes('entries') ? null : all.read(path)) })
  await kept.once()
  expect(said).toHaveLength(2)
  expect(await kept.status()).toContain('entries: 300, behind by 600\n  level with the log: 7 seconds ago')
  show(all)
  await kept.once()
  expect(await kept.status()).toContain('entries: 900, behind by 0\n  level with the log: 0 seconds ago')
})

test('what the server says of its log, and what it comes to, lies beside the copy', async () => {
  const { kept, show, files, folder } = keeping()
  const state = '{"size":300}\n{"state":{},"stream":"a"}\n'
  const source = publishedAt(log, 300)
  show({ name: 'test', read: async path => (path === 'state' ? utf8Bytes(state) : source.read(path)) })
  await kept.once()
  expect(await files.read(`${folder}/state`)).toEqual(utf8Bytes(state))
  expect(await files.read(`${folder}/log.json`)).toEqual(await log.read('log.json'))
})

test('it goes on until it is stopped', async () => {
  const { kept, said, show, stop } = keeping()
  let looks = 0
  const source = publishedAt(log, 300)
  show({
    name: 'test',
    read: async path => {
      if (path === 'checkpoint' && ++looks === 3) stop.abort()
      return source.read(path)
    },
  })
  await kept.run()
  expect(looks).toBe(3)
  expect(said).toHaveLength(1)
})
