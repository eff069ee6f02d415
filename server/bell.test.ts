// Who hears the bell, and who does not.
import { expect, test } from 'vitest'
import { createBell } from './bell.ts'
import type { News } from './desk.ts'

const changed: News = { event: 'changed', data: { what: 'board' } }

test('only those who follow the organization hear, until they stop', () => {
  const bell = createBell()
  const heard: string[] = []
  const hear = (who: string) => () => heard.push(who)
  const stopA = bell.listen('a', hear('a1'))
  bell.listen('a', hear('a2'))
  bell.listen('b', hear('b'))
  bell.ring('a', changed)
  stopA()
  stopA()
  bell.ring('a', changed)
  bell.ring('nobody', changed)
  expect(heard).toEqual(['a1', 'a2', 'a2'])
})

test('one function may listen twice and stop once; stopping while it rings disturbs nobody', () => {
  const bell = createBell()
  let times = 0
  const hear = () => {
    times += 1
    stop()
  }
  const stop = bell.listen('a', hear)
  bell.listen('a', hear)
  bell.ring('a', changed)
  bell.ring('a', changed)
  expect(times).toBe(3)
})
