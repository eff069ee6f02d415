// Whether the tables of an organization hold what its entries say and nothing else, row by row, made a second time in the
// plainest way.
import { capabilities } from '@equalizer/capabilities'
import {
  canonical,
  type DecisionState,
  type LogEvent,
  type Scope,
  scopeKey,
  type TableType,
} from '@equalizer/core'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../store/tables.ts'
import { insist } from '../auditor/insist.ts'
import type { Mirror } from '../mirror.ts'

type Row = Readonly<Record<string, unknown>>

interface Happened {
  readonly event: LogEvent
  readonly seq: number
  readonly atMs: number
}

export async function insistOnTables(
  db: Kysely<Tables>,
  organization: string,
  mirror: Mirror,
): Promise<void> {
  const rowsOf = async (table: string) => {
    const { rows } = await sql<Row>`select to_json(found) as row from ${sql.table(table)} found
      where organization_id = ${organization}`.execute(db)
    return rows.map(({ row }) => plain(row as Row))
  }
  const happened = mirror.entries.flatMap(({ events, seq, atMs }) =>
    events.map(event => ({ event, seq, atMs })),
  )
  const hold = async (table: string, meant: readonly Row[], only?: readonly string[]) => {
    const found = await rowsOf(table)
    const cut = only ? found.map(row => Object.fromEntries(only.map(name => [name, row[name]]))) : found
    same(table, cut, meant.map(plain))
  }
  const last = mirror.entries.at(-1)
  await hold('log_heads', [{ size: mirror.entries.length, last_ms: last?.atMs }], ['size', 'last_ms'])
  await hold('standings', standings(happened))
  await hold('ballots', ballots(happened))
  await hold('delegations', delegations(happened))
  await hold('decisions', decisions(mirror), [
    'decision_id',
    'phase',
    'open',
    'due_ms',
    'closed_ms',
    'stage',
    'is_move',
  ])
  const streams = [...mirror.states].map(([stream, state]) => ({ stream, state }))
  await hold('streams', streams, ['stream', 'state'])
  for (const table of capabilities.flatMap(({ tables }) => tables))
    await hold(`made_${table.name}`, made(table, happened))
}

/** Numbers and amounts as text; an organization's own id says nothing here. */
function plain({ organization_id: _, ...row }: Row): Row {
  const said = (value: unknown) =>
    typeof value === 'number' || typeof value === 'bigint' ? String(value) : value
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, said(value) ?? null]))
}

function same(table: string, found: readonly Row[], meant: readonly Row[]): void {
  const [is, should] = [found, meant].map(rows => rows.map(row => canonical(row)).sort()) as [
    string[],
    string[],
  ]
  const extra = is.find(row => !should.includes(row))
  const missing = should.find(row => !is.includes(row))
  insist(extra === undefined, `${table} holds ${extra}, and should ${missing}`)
  insist(missing === undefined, `${table} lacks ${missing}`)
  insist(is.length === should.length, `${table} has ${is.length} rows, not ${should.length}`)
}

function standings(happened: readonly Happened[]): Row[] {
  const rows: Record<string, unknown>[] = []
  for (const { event, seq } of happened) {
    if (event.type !== 'standing.set') continue
    const { key, person, amount } = event.data
    const is = (row: Row) => row.key === key && row.person === person && row.to_seq === null
    const before = rows.findIndex(is)
    if (rows[before]?.from_seq === seq + 1) rows.splice(before, 1)
    else if (before >= 0) Object.assign(rows[before] as object, { to_seq: seq + 1 })
    rows.push({ key, person, from_seq: seq + 1, to_seq: null, amount: String(amount) })
  }
  return rows
}

function ballots(happened: readonly Happened[]): Row[] {
  const rows = new Map<string, Row>()
  for (const { event, seq, atMs } of happened) {
    if (event.type !== 'decision.ballot_cast') continue
    const { person, phase, choice, weight, firstMs } = event.data
    const decision_id = event.stream.slice('decision/'.length)
    const said = { choice, weight: String(weight), first_ms: firstMs, at_ms: atMs, seq }
    rows.set(`${decision_id} ${phase} ${person}`, { decision_id, phase, person, ...said })
  }
  return [...rows.values()]
}

function delegations(happened: readonly Happened[]): Row[] {
  const rows: Record<string, unknown>[] = []
  for (const { event, seq, atMs } of happened) {
    if (!event.stream.startsWith('delegation/')) continue
    const from_person = event.stream.slice('delegation/'.length)
    const scope = scopeKey(event.data.scope as unknown as Scope)
    const before = rows.find(
      row => row.from_person === from_person && row.scope === scope && row.until_ms === null,
    )
    if (before) before.until_ms = atMs
    if (event.type !== 'delegation.given') continue
    rows.push({ from_person, scope, seq, to_person: event.data.to, since_ms: atMs, until_ms: null })
  }
  return rows
}

function decisions({ states }: Mirror): Row[] {
  return [...states].flatMap(([stream, state]) => {
    if (!stream.startsWith('decision/')) return []
    const { id, phase, dueMs, closedMs, stage, isMove } = state as DecisionState
    const open = closedMs === null
    const due_ms = open ? dueMs : null
    return [{ decision_id: id, phase, open, due_ms, closed_ms: closedMs, stage, is_move: isMove }]
  })
}

function made(table: TableType, happened: readonly Happened[]): Row[] {
  const rows = new Map<string, Row>()
  for (const { event, seq, atMs } of happened) {
    for (const change of table.rows(event, { seq, atMs })) {
      const row = 'set' in change ? change.set : change.remove
      const key = canonical(table.key.map(name => row[name]))
      if ('set' in change) rows.set(key, whole(table, change.set))
      else rows.delete(key)
    }
  }
  return [...rows.values()]
}

const whole = ({ columns }: TableType, row: Row): Row =>
  Object.fromEntries(Object.keys(columns).map(name => [name, row[name] ?? null]))
