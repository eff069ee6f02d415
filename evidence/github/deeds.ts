// The observations that an exported issue or pull request, and what was said about it, amount to.
import type { Observation, ObservationKind } from '@equalizer/measure'
import { observationId } from '../reading/identifier.ts'
import type { GitHubAccount } from './account.ts'
import type { Gaps } from './gaps.ts'
import type { Item, Remark } from './item.ts'

export type Deed = Omit<Observation, 'source'>

const somebody: GitHubAccount = { actor: null, name: '', unreadable: false }

export function itemDeeds(item: Item, gaps: Gaps): Deed[] {
  const { about, url, openedMs } = item
  const asset = item.pull ? 'pull request' : 'issue'
  const deed = (kind: ObservationKind, by: GitHubAccount, atMs: number) =>
    deedOf({ kind, by, atMs, asset, about, url, facts: [] }, gaps)
  const deeds = [deed(item.pull ? 'pull.opened' : 'issue.opened', item.by, openedMs)]
  if (item.merged) {
    if (item.mergedBy === undefined) gaps.mergersUnknown += 1
    if (item.mergedMs === null) gaps.mergedUndated += 1
    deeds.push(deed('pull.merged', item.mergedBy ?? somebody, item.mergedMs ?? openedMs))
  } else if (item.pull && item.closed) {
    if (item.closedMs === null) gaps.closedUndated += 1
    deeds.push(deed('pull.closed', item.closedBy ?? somebody, item.closedMs ?? openedMs))
  }
  if (item.cutShort) gaps.cutShort += 1
  const parent = { about, url, openedMs }
  for (const remark of [...item.reviews, ...item.comments]) deeds.push(...remarkDeed(remark, parent, gaps))
  return deeds
}

/** None for a review that its author has not sent off yet. */
export function remarkDeed(
  remark: Remark,
  { about, url, openedMs }: { about: string; url: string; openedMs: number | null },
  gaps: Gaps,
): Deed[] {
  const { verdict } = remark
  if (verdict === 'pending') return []
  if (remark.atMs === null) gaps.remarksUndated += 1
  const kind =
    verdict === null ? 'comment.made' : verdict === 'approved' ? 'review.approved' : 'review.submitted'
  const deed = deedOf(
    {
      kind,
      by: remark.by,
      atMs: remark.atMs ?? openedMs,
      asset: verdict === null ? 'comment' : 'review',
      about,
      url: remark.url ?? url,
      facts: [remark.id],
    },
    gaps,
  )
  return [verdict === null || verdict === 'approved' ? deed : { ...deed, attributes: { verdict } }]
}

function deedOf(
  deed: {
    readonly kind: ObservationKind
    readonly by: GitHubAccount
    readonly atMs: number | null
    readonly asset: string
    readonly about: string
    readonly url: string
    readonly facts: readonly string[]
  },
  gaps: Gaps,
): Deed {
  const { kind, by, atMs, asset, about, url, facts } = deed
  if (by.unreadable) gaps.loginsUnreadable += 1
  return {
    id: observationId('github', [about, asset === 'review' ? 'review' : kind, ...facts]),
    kind,
    actor: by.actor,
    ...(by.name === '' ? {} : { actorName: by.name }),
    atMs,
    weight: 1n,
    asset,
    decimals: 0,
    about,
    reference: url,
  }
}
