// What a log says of itself, `log.json`: read strictly, and held against the checkpoint; nothing in it is trusted but at first sight.
import { canonical, type Refusal } from '@equalizer/core'
import { parseVkey, utf8Text, type Vkey } from '@equalizer/tlog'
import { z } from 'zod'
import { limits } from './limits.ts'
import { found } from './report.ts'
import type { Reader } from './source.ts'

const path = 'log.json'

const schema = z.strictObject({
  format: z.literal('equalizer-log/1'),
  origin: z.string().min(1).max(1_000),
  vkey: z.string().max(10_000),
  keys: z.array(z.string().max(10_000)).min(1).max(100),
  organization: z.strictObject({ id: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/) }),
})

export interface Described {
  readonly origin: string
  readonly organization: string
  readonly vkeys: readonly Vkey[]
}

/** Null: there is none. Code: `described.malformed`. */
export async function readDescribed(reader: Reader): Promise<Described | null> {
  const bytes = await reader.maybe(path, limits.describedBytes)
  if (bytes === null) return null
  const decoded = utf8Text(bytes)
  const text = decoded.ok ? decoded.value : ''
  const read = schema.safeParse(jsonOf(text))
  if (!read.success || text !== `${canonical(read.data)}\n`)
    return malformed('it is not written as it should be')
  const { origin, vkey, keys, organization } = read.data
  const vkeys = keys.map(parseVkey).map(one => (one.ok ? one.value : malformed(one.refusal.code)))
  if (!keys.includes(vkey)) return malformed('its key is none of its keys')
  const other = vkeys.find(({ name }) => name !== origin)
  if (other) return malformed(`a key is called ${other.name.slice(0, 100)}`)
  return { origin, organization: organization.id, vkeys }
}

/** Code: `described.other_log`. */
export function describedProblem(described: Described, origin: string): Refusal | null {
  const reason = 'What the log says of itself is of another log than its checkpoint'
  const no = (facts: Refusal['facts']): Refusal => ({ code: 'described.other_log', reason, facts })
  if (described.origin !== origin) return no({ expected: origin, found: described.origin })
  // The origin names the organization, at its end or before the number of its epoch.
  const named = origin.split('/').includes(described.organization)
  return named ? null : no({ origin, organization: described.organization })
}

function malformed(why: string): never {
  found('described.malformed', 'What the log says of itself is not built as it should be', { why }, { path })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
