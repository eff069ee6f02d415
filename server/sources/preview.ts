// What an upload or a path is and would become, in the contract's words, with the surfaces that would count it.
import type { Understanding } from '@equalizer/client'
import { type Result, refused } from '@equalizer/core'
import { type Preview, type Reading, understand } from '@equalizer/evidence'
import { currentCharter } from '../charter/current.ts'
import type { Desk } from '../desk.ts'
import { wouldFeed } from './feeds.ts'

export interface Previewing {
  readonly path: string
  /** As a person knows it. */
  readonly name: string
  readonly reading?: Reading | undefined
}

/** Counts nothing and reads only a beginning. */
export async function previewOf(
  { store }: Desk,
  organization: string,
  { path, name, reading }: Previewing,
): Promise<Understanding> {
  const preview = await understand(path, { name, reading })
  const current = await currentCharter(store.db, organization)
  const feeds = preview.reading === null ? [] : wouldFeed(current, preview.reading, name)
  return { ...asAnswer(preview), feeds }
}

function asAnswer(preview: Preview): Omit<Understanding, 'feeds'> {
  return {
    ...preview,
    columns: [...preview.columns],
    rows: preview.rows.map(row => [...row]),
    observations: preview.observations.map(one => ({ ...one })),
    said: { ...preview.said, facts: { ...preview.said.facts } },
    refusals: preview.refusals.map(({ facts, ...row }) => ({ ...row, facts: { ...facts } })),
  }
}

/** Code: `evidence.unrecognized`; `because` is the code of what stands in the way, whose facts it brings. */
export function unrecognized({ reason, said }: Understanding, name: string): Result<never> {
  return refused('evidence.unrecognized', reason, { ...said.facts, because: said.code, name })
}

/** Codes of files of which a person can say what they are: a table without known columns, text of another charset. */
const mendable = new Set(['evidence.not_text', 'evidence.bad_charset'])

/** Whether nothing that a person could say would make it readable. */
export function isHopeless({ reading, rows, refusals }: Understanding): boolean {
  return reading === null && rows.length === 0 && !refusals.some(({ code }) => mendable.has(code))
}
