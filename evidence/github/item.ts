// An issue, pull request, review or comment of an export, recognized and put into one shape.
import { accepted, type Result, refused } from '@equalizer/core'
import { parseTime } from '../reading/time.ts'
import { account, type GitHubAccount } from './account.ts'
import { field, type JsonObject, type Listed, listField, textField } from './fields.ts'

/** Something said about an issue or pull request; a review has a verdict, a comment has none. */
export interface Remark {
  /** GitHub's own id; where the export lacks it, its place in the list and who said it. */
  readonly id: string
  readonly by: GitHubAccount
  /** null: the export does not date it. */
  readonly atMs: number | null
  readonly verdict: string | null
  readonly url: string | null
}

export interface Item {
  readonly pull: boolean
  /** `owner/repository#17`, lower case. */
  readonly about: string
  readonly url: string
  readonly by: GitHubAccount
  readonly openedMs: number
  readonly mergedMs: number | null
  readonly merged: boolean
  readonly closedMs: number | null
  readonly closed: boolean
  /** undefined: the export does not say who. */
  readonly mergedBy: GitHubAccount | undefined
  readonly closedBy: GitHubAccount | undefined
  readonly reviews: readonly Remark[]
  readonly comments: readonly Remark[]
  /** Reviews or comments beyond the first page are not in the export. */
  readonly cutShort: boolean
}

export type Recognized =
  | { readonly item: Item }
  | { readonly remark: Remark; readonly about: string; readonly url: string }

/** Refused: `evidence.no_github_record`, `missing_url`, `bad_time` and the other refusals of times. */
export function recognize(record: JsonObject): Result<Recognized> {
  const parent = textField(record, 'pull_request_url', 'issue_url')
  return parent === null ? recognizeItem(record) : recognizeRemark(record, parent)
}

function recognizeRemark(record: JsonObject, parent: string): Result<Recognized> {
  const about = aboutOf(parent)
  const made = remark(record, 0)
  if (about === null) return notOurs
  if (!made.ok) return made
  if (made.value.atMs === null && made.value.verdict !== 'pending') {
    return refused(
      'evidence.empty_time',
      'The review or comment has no date, and stands outside of what it is about',
      { what: 'remark' },
    )
  }
  return accepted({ remark: made.value, about, url: textField(record, 'html_url', 'url') ?? parent })
}

function recognizeItem(record: JsonObject): Result<Recognized> {
  const number = textField(record, 'number')
  if (number === null || !/^\d{1,15}$/.test(number)) return notOurs
  const url = textField(record, 'html_url', 'url')
  const about = url === null ? null : aboutOf(url)
  if (url === null || about === null) {
    return refused(
      'evidence.missing_url',
      'The record has no url that names its repository; add url to --json',
    )
  }
  const pull = isPull(record, url)
  const opened = time(record, 'createdAt', 'created_at')
  const merged = time(record, 'mergedAt', 'merged_at')
  const closed = time(record, 'closedAt', 'closed_at')
  if (!opened.ok) return opened
  if (!merged.ok) return merged
  if (!closed.ok) return closed
  if (opened.value === null)
    return refused('evidence.empty_time', 'The record does not say when it was opened', { what: 'opened' })
  const reviews = remarks(listField(record, 'reviews'))
  const comments = remarks(listField(record, 'comments'))
  if (!reviews.ok) return reviews
  if (!comments.ok) return comments
  const state = textField(record, 'state')?.toLowerCase()
  const wasMerged = pull && (merged.value !== null || state === 'merged' || field(record, 'merged') === true)
  return accepted({
    item: {
      pull,
      about,
      url,
      by: account(field(record, 'author', 'user')),
      openedMs: opened.value,
      mergedMs: merged.value,
      merged: wasMerged,
      closedMs: closed.value,
      closed: !wasMerged && state === 'closed',
      mergedBy: someone(field(record, 'mergedBy', 'merged_by')),
      closedBy: someone(field(record, 'closedBy', 'closed_by')),
      reviews: reviews.value,
      comments: comments.value,
      cutShort: listField(record, 'reviews').cutShort || listField(record, 'comments').cutShort,
    },
  })
}

/** The web address says it; REST's issue list holds pull requests too, with a field of that name. */
function isPull(record: JsonObject, url: string): boolean {
  return /\/pulls?\/\d+/.test(url) || (field(record, 'pull_request') ?? null) !== null
}

/** An absent account and a null one both leave open who it was: GitHub gives null for deleted accounts and for gaps. */
function someone(value: unknown): GitHubAccount | undefined {
  return value === undefined || value === null ? undefined : account(value)
}

function remarks(list: Listed): Result<Remark[]> {
  const made: Remark[] = []
  for (const record of list.items) {
    const one = remark(record, made.length)
    if (!one.ok) return one
    made.push(one.value)
  }
  return accepted(made)
}

function remark(record: JsonObject, place: number): Result<Remark> {
  const at = time(record, 'submittedAt', 'submitted_at', 'createdAt', 'created_at')
  if (!at.ok) return at
  const by = account(field(record, 'author', 'user'))
  return accepted({
    id: textField(record, 'node_id', 'id', 'databaseId') ?? `${place}/${by.actor}`,
    by,
    atMs: at.value,
    verdict: textField(record, 'state')?.toLowerCase() ?? null,
    url: textField(record, 'html_url', 'url'),
  })
}

/** null: absent or empty. */
function time(record: JsonObject, ...names: readonly string[]): Result<number | null> {
  const text = textField(record, ...names)
  return text === null ? accepted(null) : parseTime(text, { format: 'iso' })
}

/** `owner/repository#17` from a web address or an API address, of GitHub itself or of a server of one's own. */
function aboutOf(url: string): string | null {
  const match =
    /^https?:\/\/[^/]+(?:\/api\/v3)?(?:\/repos)?\/([\w.-]+\/[\w.-]+)\/(?:issues|pulls?)\/(\d{1,15})(?:[/#?]|$)/.exec(
      url,
    )
  return match === null ? null : `${match[1]}#${match[2]}`.toLowerCase()
}

const notOurs = refused(
  'evidence.no_github_record',
  'This is no issue, pull request, review or comment as GitHub exports them',
)
