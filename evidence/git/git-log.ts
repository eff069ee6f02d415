// Reads an exported log, one commit a line, for histories whose repository cannot be had or must not be shown.
import { type Result, refused } from '@equalizer/core'
import type { ChangedFile, Observation } from '@equalizer/measure'
import type { ReadContext, Reader } from '../reader.ts'
import { cleanName, normalizeActor } from '../reading/identifier.ts'
import type { JsonRow } from '../reading/json-row.ts'
import { readJsonl } from '../reading/jsonl.ts'
import { parseTime } from '../reading/time.ts'
import { ChangedFiles } from './changed-files.ts'
import { type Commit, commitObservations, type Signature } from './commit.ts'
import { signature } from './signature.ts'

/**
 * Emits what `gitReader` does, except approvals, which the export lacks. A line holds hash, parents, author, author_id or
 * author_email, date, commit_date, co_authors ({name, id or email}), and numstat ([added, deleted, path], null where
 * unknown). An author_id becomes `git:<id>`: whoever hides addresses keeps one id for one address.
 */
export const gitLogReader: Reader = { kind: 'git-log', read: readLog }

async function* readLog(context: ReadContext): AsyncGenerator<readonly Observation[]> {
  const { ledger, source } = context
  for await (const rows of readJsonl(context)) {
    const observations: Observation[] = []
    for (const row of rows) {
      const commit = readCommit(row)
      if (!commit.ok) {
        ledger.refuse(row.place(), commit.refusal)
        continue
      }
      ledger.used()
      for (const observation of commitObservations(source.id, commit.value)) observations.push(observation)
    }
    if (observations.length > 0) yield observations
  }
}

const hashPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/** Refused: `evidence.bad_hash`, `evidence.bad_commit`, and the refusals of times. */
function readCommit(row: JsonRow): Result<Commit> {
  const hash = row.text('hash')
  if (!hashPattern.test(hash)) return refused('evidence.bad_hash', 'The line has no commit hash')
  const record = row.value as Readonly<Record<string, unknown>>
  const { parents, co_authors: coauthors = [], numstat = [] } = record
  if (!Array.isArray(parents))
    return refused('evidence.bad_commit', 'parents is not a list', { what: 'list', field: 'parents' })
  if (!Array.isArray(coauthors))
    return refused('evidence.bad_commit', 'co_authors is not a list', { what: 'list', field: 'co_authors' })
  if (!Array.isArray(numstat))
    return refused('evidence.bad_commit', 'numstat is not a list', { what: 'list', field: 'numstat' })
  const at = parseTime(row.text('commit_date') || row.text('date'))
  if (!at.ok) return at
  const files = new ChangedFiles()
  for (const entry of numstat) {
    const file = changedFile(entry)
    if (file === null)
      return refused('evidence.bad_commit', 'numstat is not a list of [added, deleted, path]', {
        what: 'numstat',
      })
    files.add(file)
  }
  return {
    ok: true,
    value: {
      hash,
      parents: parents.length,
      atMs: at.value,
      author: person(row.text('author'), row.text('author_id'), row.text('author_email')),
      coauthors: coauthors.map(coauthor),
      approvers: [],
      files: files.list(),
    },
  }
}

function changedFile(entry: unknown): ChangedFile | null {
  if (!Array.isArray(entry)) return null
  const [added, deleted, path] = entry as unknown[]
  if (!isLineCount(added) || !isLineCount(deleted) || typeof path !== 'string') return null
  return { path, added, deleted }
}

function isLineCount(value: unknown): value is number | null {
  return value === null || (Number.isSafeInteger(value) && (value as number) >= 0)
}

function coauthor(value: unknown): Signature {
  const { name, id, email } = (value ?? {}) as Readonly<Record<string, unknown>>
  return person(textOf(name), textOf(id), textOf(email))
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function person(name: string, id: string, address: string): Signature {
  const hidden = id === '' ? null : normalizeActor('git', id)
  if (hidden === null || !hidden.ok) return signature(name, address)
  const shown = cleanName(name)
  return { actor: hidden.value, name: shown.ok ? shown.value : '' }
}
