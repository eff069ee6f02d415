// What the ids that stand in acts and events are called: a capability's streams say it, where their state has a name.
import { capabilities } from '@equalizer/capabilities'
import type { Called } from '@equalizer/client/contract'
import { rulesIn } from '@equalizer/core'
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { fetchStreams } from './fetch.ts'

/** An act or an event with what it says. */
export interface Told {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

/** By stream, `treasury/account/main`; and groups, whose names stand in the rules, as `group/council`. */
export type CalledBy = ReadonlyMap<string, Called>

const id = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/
/** Asked of the database at once. */
const streamsAtMost = 20_000

/** Streams that a field of it may name: those of its own capability, by every short text in it. */
function streamsNamed({ type, data }: Told): string[] {
  const name = type.split('.')[0]
  const kinds = capabilities.find(one => one.name === name)?.streams.map(({ kind }) => kind) ?? []
  const ids = Object.values(data).filter(value => typeof value === 'string' && id.test(value))
  return [...kinds.flatMap(kind => ids.map(one => `${kind}/${one}`)), ...groupsNamed(data)]
}

/** By the field `group`, or as what a seat is one of. */
function groupsNamed({ group, key }: Told['data']): string[] {
  const seat = typeof key === 'string' && key.startsWith('seat:') ? [key.slice('seat:'.length)] : []
  return [...(typeof group === 'string' ? [group] : []), ...seat].map(one => `group/${one}`)
}

function calledIn(state: unknown): Called | null {
  const { name, title, decimals } = (state ?? {}) as Readonly<Record<string, unknown>>
  const said = [name, title].find(one => typeof one === 'string') ?? null
  const places = typeof decimals === 'number' ? decimals : null
  return said === null && places === null ? null : { name: said as string | null, decimals: places }
}

export async function fetchCalled(
  db: Kysely<Tables>,
  organization: string,
  told: readonly Told[],
): Promise<CalledBy> {
  const streams = [...new Set(told.flatMap(streamsNamed))].slice(0, streamsAtMost)
  const asked = streams.some(one => one.startsWith('group/')) ? [...streams, 'rules'] : streams
  const states = asked.length === 0 ? new Map() : await fetchStreams(db, organization, asked)
  const found = [...states].flatMap(([stream, state]) => {
    const called = calledIn(state)
    return called ? [[stream, called] as const] : []
  })
  return new Map([...found, ...groupNames(streams, states.get('rules'))])
}

function groupNames(streams: readonly string[], state: unknown): [string, Called][] {
  const groups = Object.values(rulesIn(state)?.groups ?? {})
  const wanted = new Set(streams)
  return groups
    .map(({ id, name }): [string, Called] => [`group/${id}`, { name, decimals: null }])
    .filter(([stream]) => wanted.has(stream))
}

/** Those that one act names, as an answer carries them. */
export function calledOf(called: CalledBy, told: Told): Record<string, Called> {
  const found = streamsNamed(told).flatMap(stream => {
    const one = called.get(stream)
    return one ? [[stream, one] as const] : []
  })
  return Object.fromEntries(found)
}
