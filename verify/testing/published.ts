// For tests: entries published as files, each of which can then be lied about.

import { capabilities } from '@equalizer/capabilities'
import { canonical, createKernel, type Entry } from '@equalizer/core'
import { tilePath, utf8Bytes, widthIn } from '@equalizer/tlog'
import { type TestLog, testLog } from '@equalizer/tlog/testing'
import type { Source } from '../source.ts'

export interface Published {
  readonly log: TestLog
  readonly files: Map<string, Uint8Array>
  readonly source: Source
}

export const testOrigin = 'log.example/log/grid'

/** A folder of the published log, as of all entries given; `secret` of 32 bytes signs it. */
export function published(texts: readonly string[], secret?: Uint8Array, origin = testOrigin): Published {
  const log = testLog({ origin, entries: texts, ...(secret ? { secret } : {}) })
  const files = new Map<string, Uint8Array>()
  const put = (path: string, text: string) => files.set(path, utf8Bytes(text))
  put('checkpoint', log.checkpoint())
  const { text } = log.vkey
  const about = {
    format: 'equalizer-log/1',
    origin,
    vkey: text,
    keys: [text],
    organization: { id: 'grid' },
  }
  put('log.json', `${canonical(about)}\n`)
  put('state', stateOf(texts))
  return { log, files, source: sourceOf(files) }
}

/** The tiles are written apart, since that takes a promise. */
export async function publishTiles({ log, files }: Published): Promise<void> {
  for (let level = 0; widthIn(level, 0, log.size()) > 0; level += 1) {
    for (let index = 0; widthIn(level, index, log.size()) > 0; index += 1) {
      const width = widthIn(level, index, log.size())
      const paths = [
        tilePath(level, index, width),
        ...(level === 0 ? [tilePath('entries', index, width)] : []),
      ]
      for (const path of paths) files.set(path, (await log.read(path)) as Uint8Array)
    }
  }
}

export async function publish(
  texts: readonly string[],
  secret?: Uint8Array,
  origin = testOrigin,
): Promise<Published> {
  const made = published(texts, secret, origin)
  await publishTiles(made)
  return made
}

export function sourceOf(
  files: ReadonlyMap<string, Uint8Array>,
  name = 'https://log.example/log/grid',
): Source {
  return {
    name,
    read: path => Promise.resolve(files.get(path) ?? null),
    list: () => Promise.resolve([...files.keys()]),
  }
}

/** A lie that is no JSON changes no state. */
function parsed(text: string): Entry {
  try {
    return JSON.parse(text)
  } catch {
    return { seq: 0, atMs: 0, by: null, command: {}, events: [] }
  }
}

/** As a server says it: folded from the entries without a check. */
export function stateOf(texts: readonly string[]): string {
  const kernel = createKernel(capabilities)
  const states = new Map<string, unknown>()
  for (const text of texts) {
    const entry = parsed(text)
    for (const event of entry.events) {
      if (event.stream === 'standing') continue
      states.set(event.stream, kernel.evolve(states.get(event.stream) ?? null, event, entry))
    }
  }
  const lines = [...states]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stream, state]) => canonical({ state, stream }))
  return [canonical({ size: texts.length }), ...lines].map(line => `${line}\n`).join('')
}
