// A decision to take along: its ballots as a table, page after page; all of it as data.
import type { Decision } from '@equalizer/client/contract'
import { ask } from '../../data/read.ts'
import type { Cell, CsvTable } from '../../export/csv.ts'
import { votesOf } from './ballots.tsx'
import { voteRuleOf } from './opening.ts'
import { choiceWords, isRanked, optionWords, type VotePhase } from './words.ts'

const list = 'GET /api/organizations/{organization}/decisions/{decision}/ballots'
const pageRows = 500

async function* rowsOf(
  organization: string,
  decision: Decision,
  phase: VotePhase,
  signal: AbortSignal,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  const labels = optionWords(decision, phase)
  const ranked = isRanked(voteRuleOf(decision, phase)?.method ?? null)
  let cursor: string | null = null
  do {
    const input = { organization, decision: decision.id, phase, limit: pageRows }
    const page: Awaited<ReturnType<typeof ask<typeof list>>> = await ask(
      list,
      { ...input, ...(cursor === null ? {} : { cursor }) },
      signal,
    )
    yield page.ballots.map(({ person, choice, weight, at, entry }) => [
      decision.id,
      phase,
      person.id,
      person.name,
      choiceWords(choice, labels, ranked),
      JSON.stringify(choice),
      weight,
      at,
      entry,
    ])
    cursor = page.next
  } while (cursor !== null)
}

/** Every ballot of every vote that the decision had. */
export function ballotsTable(organization: string, decision: Decision, signal: AbortSignal): CsvTable {
  async function* rows() {
    for (const phase of votesOf(decision)) yield* rowsOf(organization, decision, phase, signal)
  }
  return {
    columns: ['decision', 'vote', 'person', 'name', 'ballot', 'choice', 'weight', 'at', 'entry'],
    rows: rows(),
  }
}
