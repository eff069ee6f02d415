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
  let state: string | null = '{"size":300}\n'
  const said: string[] = []
  const stop = new AbortController()
  const source: LogSource = {
    name: 'test',
    read: async path => (path !== 'state' ? now.read(path) : state === null ? null : utf8Bytes(state)),
  }
  const kept = keepCopies({
    mirror: parts.mirror,
    sources: new Map([[origin, source]]),
    everyMs: 1,
    pauseMs: 1,
    signal: stop.signal,
    say: line => {
      said.push(line)
    },
  })
  const show = (next: LogSource) => {
    now = next
  }
  const tell = (next: string | null) => {
    state = next
  }
  return { ...parts, kept, said, stop, show, tell, folder: parts.mirror.copyOf(origin)?.hash ?? '' }
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
  const { kept, tell, files, folder } = keeping()
  const state = '{"size":300}\n{"state":{},"stream":"a"}\n'
  tell(state)
  await kept.once()
  expect(await files.read(`${folder}/state`)).toEqual(utf8Bytes(state))
  expect(await files.read(`${folder}/log.json`)).toEqual(await log.read('log.json'))
})

test.each([
  ['is of more entries than the log shows', '{"size":301}\n', 'it is of 301 entries, and the log of 300'],
  ['is not told', null, 'it tells none now'],
  ['makes no sense', 'nonsense\n', 'JSON'],
])('a copy is left without a state that %s, and it is said', async (_, state, why) => {
  const { kept, said, tell, files, folder } = keeping()
  tell(state)
  expect(await kept.once()).toMatchObject([{ size: 300 }])
  expect(said).toHaveLength(2)
  expect(said[1]).toContain(`${origin}: without the state that the server tells: `)
  expect(said[1]).toContain(why)
  expect(await files.read(`${folder}/state`)).toBeNull()
})

test('a log that shows less for a while is no news for the copy, which stays', async () => {
  const { kept, said, show } = keeping()
  show(publishedAt(log, 500))
  await kept.once()
  show(publishedAt(log, 300))
  expect(await kept.once()).toEqual([{ kind: 'behind', size: 300, heldSize: 500 }])
  expect(said.at(-1)).toBe(
    `${origin}: 300 entries there, fewer than the 500 seen before; the copy stays as it is`,
  )
  expect(await kept.status()).toContain('last: 300 entries there, fewer than')
  show(publishedAt(log, 500))
  await kept.once()
  expect(await kept.status()).toContain('last: 500 entries here\n')
  expect(await kept.status()).not.toContain('evidence')
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
