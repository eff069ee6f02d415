// Says what kind of source a file or folder is, and why, so that a folder of evidence can be measured without a charter.
import type { Stats } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { accepted, limits, type Result, refused, type Source } from '@equalizer/core'
import { holderColumns, isHolderRow } from './holders/columns.ts'
import { entrySchemas } from './operators/operators-schema.ts'
import { paymentColumns } from './payments/plain.ts'
import { type Noted, type ReadContext, SourceRefused } from './reader.ts'
import { plainName } from './reading/columns.ts'
import { createLedger } from './reading/ledger.ts'
import { type Peek, peek } from './reading/peek.ts'
import { formatOf } from './reading/rows.ts'
import { readText } from './reading/text.ts'
import { namesIn, shapeOf } from './snapshot/shape.ts'

export interface Recognition {
  readonly kind: Source['kind']
  /** One sentence. */
  readonly reason: string
  /** The same for any language; `recognized.…`. */
  readonly said: Noted
  /** What the source needs besides its kind and path. */
  readonly options: Partial<Source>
}

/** null: not recognised; `examine` says why. */
export async function recognize(path: string): Promise<Recognition | null> {
  const examined = await examine(path)
  return examined.ok ? examined.value : null
}

/**
 * A folder is a repository (with a work tree or bare), or one of Snapshot's exports; a file is judged by its columns or
 * its first JSON record, of which the first `limits.peekChars` characters are looked at. Refused: `evidence.unrecognized`
 * and whatever reading the file's beginning refuses.
 */
export async function examine(path: string): Promise<Result<Recognition>> {
  let found: Stats
  try {
    found = await stat(path)
  } catch {
    return refused('evidence.not_found', 'There is no such file')
  }
  if (found.isDirectory()) return examineFolder(path)
  if (!found.isFile())
    return refused('evidence.not_a_file', 'This is a device or pipe, not a file', { what: 'device' })
  try {
    return /\.ya?ml(\.gz)?$/i.test(path) ? await examineYaml(path) : await examineRows(path)
  } catch (error) {
    if (error instanceof SourceRefused) return { ok: false, refusal: error.refusal }
    throw error
  }
}

/** Files of a folder that are looked at before it is given up. */
const filesLookedAt = 50

async function examineFolder(path: string): Promise<Result<Recognition>> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
  const is = (name: string, what: 'isFile' | 'isDirectory') =>
    entries.some(entry => entry.name === name && entry[what]())
  if (is('.git', 'isDirectory') || (is('.git', 'isFile') && (await isLink(join(path, '.git'))))) {
    return recognized('git', 'It holds a git repository (.git)', said('recognized.repository'))
  }
  if (is('HEAD', 'isFile') && is('objects', 'isDirectory') && is('refs', 'isDirectory')) {
    const reason = 'It is a bare git repository (HEAD, objects, refs)'
    return recognized('git', reason, said('recognized.bare_repository'))
  }
  const files = entries.filter(entry => entry.isFile() && /\.(csv|jsonl?|ndjson)(\.gz)?$/i.test(entry.name))
  if (files.length > filesLookedAt || entries.some(entry => entry.isDirectory())) return severalThings()
  let held = 0
  for (const { name } of files) {
    const file = await examine(join(path, name))
    if (!file.ok) continue
    if (file.value.kind !== 'snapshot') return severalThings()
    held += 1
  }
  // One file alone is a source by itself.
  if (held <= 1) return severalThings()
  const reason = `It holds ${held} files of Snapshot, whose proposals date the votes`
  return recognized('snapshot', reason, said('recognized.snapshot_folder', { count: held }))
}

function severalThings(): Result<never> {
  return unrecognized('It is a folder of several things', { what: 'several' })
}

/** `.git` of a worktree or submodule is a file that says where the repository is. */
async function isLink(path: string): Promise<boolean> {
  const { size } = await stat(path)
  return size < limits.textChars && (await readFile(path, 'utf8')).startsWith('gitdir: ')
}

async function examineYaml(path: string): Promise<Result<Recognition>> {
  let text = ''
  for await (const piece of readText(contextOf(path))) {
    text += piece
    if (text.length >= limits.peekChars) break
  }
  const names = [...text.slice(0, limits.peekChars).matchAll(/^["']?([a-z]+)["']?\s*:/gm)].map(
    ([, name]) => name as string,
  )
  if (names.includes('equalizer')) return unrecognized('It is a charter, not evidence', { what: 'charter' })
  if (!isOperators(names)) return unrecognized('It is YAML, and no list of operators', { what: 'yaml' })
  const { kind, reason, said } = operatorSections(names)
  return recognized(kind, reason, said)
}

function operatorSections(names: readonly string[]): Judged {
  const sections = names.join(', ')
  return {
    kind: 'operators',
    reason: `It has sections of a list of operators: ${sections}`,
    said: said('recognized.operator_sections', { sections }),
  }
}

function isOperators(names: readonly string[]): boolean {
  return names.length > 0 && names.every(name => Object.hasOwn(entrySchemas, name))
}

type Judged = Omit<Recognition, 'options'> | Recognition

/** The first that fits; the more particular ones stand first. */
const judges: readonly ((seen: Peek, names: ReadonlySet<string>) => Judged | null)[] = [
  (seen, names) => {
    if (isOperators(seen.names)) return operatorSections(seen.names)
    const listed = seen.format === 'csv' && names.has('type') && names.has('holder')
    return listed
      ? {
          kind: 'operators',
          reason: 'Its columns are those of a list of operators: type, holder',
          said: said('recognized.operator_columns', { columns: 'type, holder' }),
        }
      : null
  },
  (seen, names) => {
    const record = argumentNames(seen.record)
    const has = (name: string) => names.has(name) || record.has(name)
    const named = has('event') || has('eventname')
    if (named && has('proposalid'))
      return {
        kind: 'governor',
        reason: 'Its rows are events of a Governor contract: event, proposalId',
        said: said('recognized.governor_events', { columns: 'event, proposalId' }),
      }
    const votes = has('voter') && has('support') && has('proposalid') && (has('votes') || has('weight'))
    return votes
      ? {
          kind: 'governor',
          reason: 'Its rows are votes of a Governor contract: voter, proposalId, support, votes',
          said: said('recognized.governor_votes', { columns: 'voter, proposalId, support, votes' }),
        }
      : null
  },
  seen => {
    const is = shapeOf(seen.format === 'csv' ? seen.columns : namesIn(seen.record))?.is
    if (is === undefined) return null
    const columns = is === 'votes' ? 'voter, vp, proposal' : 'id, title, start, end'
    return {
      kind: 'snapshot',
      reason: `It holds ${is} of Snapshot: ${columns}`,
      said: said(is === 'votes' ? 'recognized.snapshot_votes' : 'recognized.snapshot_proposals', { columns }),
    }
  },
  (seen, names) => {
    const commit = ['hash', 'parents', 'author'].every(name => names.has(name))
    return commit && seen.format !== 'csv'
      ? {
          kind: 'git-log',
          reason: 'Its records are commits: hash, parents, author',
          said: said('recognized.commits', { columns: 'hash, parents, author' }),
        }
      : null
  },
  (seen, names) => {
    if (seen.format === 'csv') return null
    const item = names.has('number') && names.has('createdat') && (names.has('url') || names.has('htmlurl'))
    const remark = names.has('pullrequesturl') || names.has('issueurl')
    return item || remark
      ? {
          kind: 'github',
          reason: 'Its records are issues or pull requests of GitHub: number, url, createdAt',
          said: said('recognized.github', { columns: 'number, url, createdAt' }),
        }
      : null
  },
  ({ columns }) => {
    const found = paymentColumns(columns)
    if (found === null)
      return named(columns, ['accountSlug', 'oppositeAccount', 'amount'])
        ? {
            kind: 'payments',
            reason: 'It is a statement of Open Collective',
            said: said('recognized.open_collective'),
          }
        : null
    const { payer, payee, amount, currency, date } = found
    // An address with an amount is a holder as well; a date, a currency or both sides make it a payment.
    const paid = (payer !== null && payee !== null) || currency !== null || date !== null
    const listed = [payer, payee, amount, currency, date].filter(name => name !== null).join(', ')
    if (!paid) return null
    const columnsSaid = said('recognized.payments', { columns: listed })
    return { kind: 'payments', reason: `It lists payments: ${listed}`, said: columnsSaid }
  },
  ({ columns, cells, record }) => {
    const found = holderColumns(columns)
    if (found !== null && found.holder !== found.amount)
      return {
        kind: 'holders',
        reason: `It lists holders: ${found.holder}, ${found.amount}`,
        said: said('recognized.holders', { columns: `${found.holder}, ${found.amount}` }),
      }
    if (record !== null || cells.length === 0 || !cells.slice(0, 5).every(isAddressAndAmount)) return null
    const options = wholeUnits(cells) ? { decimals: 18 } : {}
    return {
      kind: 'holders',
      reason: 'It has no header, and its rows are addresses and amounts',
      said: said('recognized.addresses_and_amounts'),
      options,
    }
  },
]

function named(columns: readonly string[], names: readonly string[]): boolean {
  return names.every(name => columns.includes(name))
}

function argumentNames(record: unknown): Set<string> {
  if (typeof record !== 'object' || record === null) return new Set()
  const nested = ['args', 'returnValues', 'decoded', 'params'].map(
    name => (record as Record<string, unknown>)[name],
  )
  const names = nested.flatMap(inner =>
    typeof inner === 'object' && inner !== null ? Object.keys(inner) : [],
  )
  return new Set(names.map(plainName))
}

function isAddressAndAmount(cells: readonly string[]): boolean {
  return cells.length >= 2 && isHolderRow(cells) && /^\s*0x[0-9a-fA-F]{40}\s*$/.test(cells[0] ?? '')
}

/** Amounts of more than 15 digits without a point are smallest units, nearly always of 18 places. */
function wholeUnits(rows: readonly (readonly string[])[]): boolean {
  const amounts = rows.map(cells => (cells[1] ?? '').trim())
  return amounts.every(amount => /^\d+$/.test(amount)) && amounts.some(amount => amount.length > 15)
}

async function examineRows(path: string): Promise<Result<Recognition>> {
  const seen = await peek(contextOf(path))
  const names = new Set(seen.columns.map(plainName))
  for (const judge of judges) {
    const found = judge(seen, names)
    if (found !== null) return accepted({ options: {}, ...found })
  }
  const shown = seen.columns.slice(0, 8).map(name => JSON.stringify(name.slice(0, 40)))
  if (shown.length <= 1) return unrecognized('It is no table and no list of records', { what: 'no_table' })
  const what = formatOf(path) === 'csv' ? 'columns' : 'properties'
  const reason = `Its ${what} (${shown.join(', ')}) are those of no source; a mapping can say what they mean`
  return unrecognized(reason, { what, has: shown.join(', ') })
}

function contextOf(path: string): ReadContext {
  const source: Source = { id: 'unknown', kind: 'table', path: basename(path) }
  return { source, path, ledger: createLedger() }
}

function said(code: string, facts: Noted['facts'] = {}): Noted {
  return { code, facts }
}

function recognized(kind: Source['kind'], reason: string, said: Noted): Result<Recognition> {
  return accepted({ kind, reason, said, options: {} })
}

function unrecognized(reason: string, facts: Noted['facts']): Result<never> {
  return refused('evidence.unrecognized', reason, facts)
}
