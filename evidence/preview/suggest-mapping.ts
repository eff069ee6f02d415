// A mapping to begin with for a table of unknown columns: what each column likely is, by its name and by its cells.
import type { Mapping } from '@equalizer/core'
import { parseAmount } from '../reading/amount.ts'
import { plainName } from '../reading/columns.ts'
import type { Peek } from '../reading/peek.ts'
import { parseTime } from '../reading/time.ts'
import type { FirstRows } from './first-rows.ts'

/** Names are plain (letters and digits, lower case); earlier ones are surer. */
const called = {
  time: [
    'time',
    'date',
    'timestamp',
    'datetime',
    'createdat',
    'created',
    'at',
    'day',
    'when',
    'decidedat',
    'paidat',
    'closedat',
    'updatedat',
  ],
  weight: [
    'weight',
    'amount',
    'value',
    'balance',
    'votes',
    'points',
    'score',
    'power',
    'tokens',
    'shares',
    'quantity',
    'hours',
    'total',
    'stake',
  ],
  actor: [
    'actor',
    'decidedby',
    'approvedby',
    'approver',
    'author',
    'voter',
    'user',
    'username',
    'login',
    'handle',
    'member',
    'contributor',
    'delegate',
    'address',
    'wallet',
    'owner',
    'holder',
    'email',
    'person',
    'name',
    'by',
    'who',
    'payer',
    'assignee',
    'operator',
    'from',
    'creator',
    'createdby',
    'signer',
    'recipient',
    'payee',
  ],
  about: [
    'proposal',
    'proposalid',
    'topic',
    'subject',
    'project',
    'issue',
    'category',
    'area',
    'action',
    'title',
  ],
  choice: ['choice', 'vote', 'voted', 'decision', 'support', 'outcome'],
  id: ['id', 'uuid', 'hash', 'txhash', 'transaction', 'transactionhash', 'number', 'key', 'reference'],
  post: ['post', 'postid', 'threadid', 'topicid', 'message', 'body', 'text', 'content'],
} as const

interface Column {
  readonly name: string
  readonly plain: string
  /** The cells of the first rows that hold anything. */
  readonly cells: readonly string[]
}

/** null: the file is no table, or nothing in it can be told. Every part is a guess that a person confirms. */
export function suggestMapping(seen: Peek, { columns, rows }: FirstRows): Partial<Mapping> | null {
  const all = columns.map((name, at) => ({
    name,
    plain: plainName(name.split('.').at(-1) ?? name),
    cells: rows.map(row => row[at] ?? '').filter(cell => cell !== ''),
  }))
  const left = new Set<Column>(all)
  const take = (column: Column | undefined): Column | undefined => {
    if (column !== undefined) left.delete(column)
    return column
  }
  const time = take(find(left, called.time, isTime) ?? [...left].find(column => every(column, isDated)))
  const actor = take(find(left, called.actor, isHandle) ?? [...left].find(column => every(column, isAddress)))
  const choice = take(find(left, called.choice, isShort))
  const weight = take(find(left, called.weight, isAmount))
  const id = take([...named(left, called.id)].find(isUnique))
  const about = take(find(left, called.about, isShort))
  if (actor === undefined && weight === undefined && time === undefined) return null
  const posts = [...named(all, called.post)].length > 0
  const kind = kindOf({ choice, weight, time, posts })
  return {
    ...(seen.format === 'csv' ? {} : { format: seen.format }),
    ...(seen.format === 'json' && seen.records !== null ? { records: seen.records } : {}),
    ...(kind === null ? {} : { kind }),
    ...(actor === undefined ? {} : { actor: { column: actor.name, scheme: schemeOf(actor) } }),
    ...(weight === undefined ? {} : { weight: weightOf(weight) }),
    ...(time === undefined ? {} : { time: { column: time.name } }),
    ...(about === undefined ? {} : { about: about.name }),
    ...(choice === undefined ? {} : { choice: choice.name }),
    ...(id === undefined ? {} : { id: id.name }),
  }
}

function* named(among: Iterable<Column>, names: readonly string[]): Generator<Column> {
  const columns = [...among]
  for (const name of names) for (const column of columns) if (column.plain === name) yield column
}

function find(among: Iterable<Column>, names: readonly string[], is: (cell: string) => boolean) {
  return [...named(among, names)].find(column => every(column, is))
}

/** Of cells that hold anything at least nine in ten, so that one slip in the file does not hide what a column is. */
function every({ cells }: Column, is: (cell: string) => boolean): boolean {
  return cells.length > 0 && cells.filter(is).length >= cells.length * 0.9
}

const isTime = (cell: string) => parseTime(cell).ok
/** Digits alone could be anything. */
const isDated = (cell: string) => !/^\d+(\.\d+)?$/.test(cell) && isTime(cell)
const isAmount = (cell: string) => parseAmount(cell, { decimals: 18, rounded: { count: 0 } }).ok
const isAddress = (cell: string) => /^0x[0-9a-fA-F]{40}$/.test(cell)
const isEmail = (cell: string) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(cell)
const isShort = (cell: string) => cell.length <= 120
const isHandle = (cell: string) => cell.length <= 120 && !isDated(cell)
const isUnique = ({ cells }: Column) => cells.length > 0 && new Set(cells).size === cells.length

function schemeOf(actor: Column): string {
  if (every(actor, isAddress)) return 'eth'
  if (every(actor, isEmail)) return 'email'
  return 'name'
}

function weightOf(column: Column): NonNullable<Mapping['weight']> {
  const whole = every(column, cell => /^\d+$/.test(cell))
  const raw = whole && (/(wei|raw)$|^raw/.test(column.plain) || column.cells.some(cell => cell.length > 15))
  return raw ? { column: column.name, raw: true } : { column: column.name }
}

interface Told {
  readonly choice: Column | undefined
  readonly weight: Column | undefined
  readonly time: Column | undefined
  readonly posts: boolean
}

/** null: the columns do not say what happened. */
function kindOf({ choice, weight, time, posts }: Told): string | null {
  if (choice !== undefined) return 'vote.cast'
  if (posts) return 'post.written'
  return weight !== undefined && time === undefined ? 'balance.held' : null
}
