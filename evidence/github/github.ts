// Reads issues, pull requests, reviews and comments as gh, GitHub's REST API or its GraphQL API export them.
import type { Observation } from '@equalizer/measure'
import type { ReadContext, Reader } from '../reader.ts'
import { readJson } from '../reading/json.ts'
import type { JsonRow } from '../reading/json-row.ts'
import { readJsonl } from '../reading/jsonl.ts'
import { type Deed, itemDeeds, remarkDeed } from './deeds.ts'
import { asObject } from './fields.ts'
import { Gaps } from './gaps.ts'
import { type Recognized, recognize } from './item.ts'

/**
 * Emits `pull.opened`, `pull.merged`, `pull.closed` (closed without a merge), `issue.opened`, `review.approved`,
 * `review.submitted` (any other verdict, in `attributes.verdict`) and `comment.made`, each of weight 1. Who merged is
 * unknown where the export lacks it: taking the author instead would credit power that the author may not have.
 */
export const githubReader: Reader = { kind: 'github', read: readExport }

async function* readExport(context: ReadContext): AsyncGenerator<readonly Observation[]> {
  const gaps = new Gaps()
  const rows = /\.json(\.gz)?$/i.test(context.path) ? readJson(context) : readJsonl(context)
  for await (const batch of rows) {
    const observations = batch.flatMap(row => readRow(row, context, gaps))
    if (observations.length > 0) yield observations
  }
  gaps.tell(context.ledger)
}

/** A row may hold a page of records: `gh api --paginate --slurp` gives an array of pages. */
function readRow(row: JsonRow, { source, ledger }: ReadContext, gaps: Gaps): Observation[] {
  const page: readonly unknown[] | null = Array.isArray(row.value) ? row.value : null
  if (page?.length === 0) ledger.passOver('an empty page')
  else if (page !== null) ledger.read(page.length - 1)
  const observations: Observation[] = []
  for (const value of page ?? [row.value]) {
    const recognized = recognize(asObject(value) ?? {})
    if (!recognized.ok) {
      ledger.refuse(row.place(), recognized.refusal)
      continue
    }
    const deeds = deedsOf(recognized.value, gaps)
    if (deeds.length > 0) ledger.used()
    else ledger.passOver('a review that is not sent off')
    for (const deed of deeds) observations.push({ source: source.id, ...deed })
  }
  return observations
}

function deedsOf(recognized: Recognized, gaps: Gaps): Deed[] {
  if ('item' in recognized) return itemDeeds(recognized.item, gaps)
  const { remark, about, url } = recognized
  return remarkDeed(remark, { about, url, openedMs: null }, gaps)
}
