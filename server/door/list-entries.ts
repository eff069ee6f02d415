// The log as people read it: a page of entries, oldest or newest first, narrowed by what is looked for, with the names in it.
import type { Answer } from '@equalizer/client'
import { type DecisionState, type Entry, limits } from '@equalizer/core'
import { type SqlBool, sql } from 'kysely'
import type { Call, Desk } from '../desk.ts'
import { findByName, namesOf } from '../persons/names.ts'
import { textsOf } from '../persons/texts.ts'
import { searched } from '../store/search-text.ts'
import { shortOf } from './asked.ts'
import { fetchCalled, type Told } from './called.ts'
import { moment } from './decision-line.ts'
import { fetchStreams } from './fetch.ts'
import { readHead } from './head.ts'
import { withNames } from './named.ts'
import { beforeEach } from './rules-before.ts'
import { titleOf } from './title.ts'

type List = 'GET /api/organizations/{organization}/entries'
type Asked = Call<List>['input']
type Listed = Answer<List>

const personIds = /\bp-[a-z0-9]{4,40}\b/g
/** People whose name fits what is looked for. */
const fittingPeopleAtMost = 20

export async function listEntries(desk: Desk, asked: Asked): Promise<Listed> {
  const size = (await readHead(desk.store.db, asked.organization))?.size ?? 0
  const stretch = stretchOf(asked, size)
  const found = size === 0 ? [] : await fittingRows(desk, asked, stretch)
  const entries = found.map(({ entry }) => JSON.parse(entry) as Entry)
  const text = found.map(({ entry }) => entry).join('\n')
  const texts = await textsOf(desk.store.db, asked.organization, entries)
  const names = await namesIn(desk, asked.organization, text)
  const decisions = await decisionsOf(
    desk,
    asked.organization,
    found.flatMap(({ decision }) => (decision === null ? [] : [decision])),
    names,
  )
  const before = await beforeEach(desk.store.db, asked.organization, entries)
  const told = [...entries.flatMap(toldIn), ...Object.values(decisions).map(askedIn)]
  const called = await fetchCalled(desk.store.db, asked.organization, told)
  return {
    entries: entries.map(entry => ({ ...lineOf(entry, names), before: before.get(entry.seq) ?? null })),
    next: nextOf(asked, stretch, size, entries),
    size,
    names: Object.fromEntries(names),
    texts,
    decisions,
    called: Object.fromEntries(called),
  }
}

function toldIn({ command, events }: Entry): Told[] {
  const { act } = command as { readonly act?: { readonly type: string; readonly payload: Told['data'] } }
  return [...events, ...(act ? [{ type: act.type, data: act.payload }] : [])]
}

const askedIn = ({ type, asked }: Listed['decisions'][string]): Told => ({ type, data: asked })

const isNarrowed = ({ text, kind, person, unit }: Asked): boolean =>
  [text, kind, person, unit].some(one => one !== undefined)

/** The entries that one answer looks through, both ends among them. */
interface Stretch {
  readonly low: number
  readonly high: number
}

/** All that is left; only a part of it where every entry has to be read to know whether it fits. */
function stretchOf(asked: Asked, size: number): Stretch {
  const atMost = isNarrowed(asked) ? limits.entriesLooked : Number.MAX_SAFE_INTEGER
  if (asked.order === 'oldest') {
    const low = asked.from ?? 0
    return { low, high: Math.min(size - 1, low + atMost - 1) }
  }
  const high = Math.min(size - 1, asked.from ?? size - 1)
  return { low: Math.max(0, high - atMost + 1), high }
}

/** A full page goes on behind its last entry; a short one behind what was looked through, where anything is left. */
function nextOf(asked: Asked, { low, high }: Stretch, size: number, page: readonly Entry[]): number | null {
  const last = page.length < asked.limit ? undefined : page.at(-1)
  if (asked.order === 'oldest') {
    const next = (last?.seq ?? high) + 1
    return next < size ? next : null
  }
  const next = (last?.seq ?? low) - 1
  return next >= 0 ? next : null
}

async function fittingRows(desk: Desk, asked: Asked, { low, high }: Stretch) {
  const { organization, kind, person, decision, unit, text, order, limit } = asked
  const fitting = text === undefined ? null : await fits(desk, organization, text)
  let rows = desk.store.db
    .selectFrom('entries')
    .select(['entry', 'decision_id as decision'])
    .where('organization_id', '=', organization)
    .where('seq', '>=', low)
    .where('seq', '<=', high)
  if (kind !== undefined) rows = rows.where('kind', '=', kind)
  if (person !== undefined) rows = rows.where('by_person', '=', person)
  if (decision !== undefined) rows = rows.where('decision_id', '=', decision)
  if (unit !== undefined) rows = rows.where(inUnit(organization, unit))
  if (fitting) rows = rows.where(fitting)
  return rows
    .orderBy('seq', order === 'oldest' ? 'asc' : 'desc')
    .limit(limit)
    .execute()
}

/** Acts carry their unit themselves, done at once or not; the rest of a decision is found by the decision. */
function inUnit(organization: string, unit: string) {
  return sql<SqlBool>`(decision_id in (select decision_id from decisions
      where organization_id = ${organization} and unit = ${unit})
    or kind = 'act' and entry::json #>> '{command,act,unit}' = ${unit})`
}

const literally = (text: string): string => text.replace(/[\\%_]/g, mark => `\\${mark}`)

/** In the entry as JSON spells it, large or small; or one of those in it, or who sent it, has such a name. */
async function fits(desk: Desk, organization: string, text: string) {
  const plain = searched(text)
  if (plain === null) return sql<SqlBool>`false`
  const { persons } = await findByName(desk.store.db, organization, { text, atMost: fittingPeopleAtMost })
  const spelled = JSON.stringify(text).slice(1, -1)
  const patterns = [spelled, ...persons].map(one => `%${literally(one)}%`)
  return sql<SqlBool>`entry ilike any(${patterns}::text[])`
}

async function namesIn(desk: Desk, organization: string, text: string): Promise<Map<string, string | null>> {
  const ids = [...new Set(text.match(personIds) ?? [])]
  if (ids.length === 0) return new Map()
  return namesOf(desk.store.db, organization, ids)
}

async function decisionsOf(
  desk: Desk,
  organization: string,
  ids: readonly string[],
  names: ReadonlyMap<string, string | null>,
): Promise<Listed['decisions']> {
  const streams = [...new Set(ids)].map(id => `decision/${id}`)
  const states = await fetchStreams(desk.store.db, organization, streams)
  const known = streams.flatMap(stream => (states.get(stream) as DecisionState | undefined) ?? [])
  return Object.fromEntries(
    known.map(({ id, act, options }) => [
      id,
      {
        type: act.type,
        title: withNames(titleOf(act.type, act.payload), person => names.get(person) ?? null),
        asked: shortOf(act.payload),
        unit: act.unit,
        options: [...options],
      },
    ]),
  )
}

function lineOf(
  entry: Entry,
  names: ReadonlyMap<string, string | null>,
): Omit<Listed['entries'][number], 'before'> {
  const { seq, atMs, by, command, events } = entry
  const act = command.act as { type: string; payload: never } | undefined
  const title =
    command.kind === 'act' && act
      ? withNames(titleOf(act.type, act.payload), person => names.get(person) ?? null)
      : null
  const said = events.map(({ stream, type, data }) => ({ stream, type, data }))
  return { seq, at: moment(atMs), by, command, events: said, title } as Omit<
    Listed['entries'][number],
    'before'
  >
}
