// What a check could not look at, and why, in sentences for people.
import type { Counts } from './check-entries.ts'
import type { Seen } from './checkpoint.ts'
import type { HeldState } from './held-state.ts'
import type { Replay } from './replay/replay.ts'
import type { NotChecked, Older } from './report.ts'

export interface Looked {
  readonly seen: Seen
  readonly counts: Counts
  readonly replay: Replay | null
  readonly state: HeldState | null
  /** Lines of `keys`. */
  readonly statements: readonly number[]
  readonly older: Older | null
}

export function notChecked({ seen, counts, replay, state, statements, older }: Looked): NotChecked[] {
  const all: (NotChecked | null)[] = [
    because(
      seen.trust === 'first use',
      'key',
      'the key is the one that the log names itself; compare it with one from elsewhere',
    ),
    because(
      seen.trust !== 'policy',
      'witnesses',
      'without a policy nobody says that others are shown the same log',
    ),
    because(
      seen.unknownLines.length > 0,
      'cosignatures',
      `lines under the checkpoint are of keys that were not given, ${listed(seen.unknownLines)}`,
      { lines: listed(seen.unknownLines) },
    ),
    because(
      statements.length > 0,
      'keys',
      `where the key was exchanged, who signed is not known here, in what begins at line ${listed(statements.map(String))}`,
      { lines: listed(statements.map(String)) },
    ),
    older && beginningNotChecked(older, seen.checkpoint.size),
    because(!replay, 'replay', 'entries were not decided again, as asked'),
    stateNotChecked(state?.size ?? null, seen.checkpoint.size),
    because(
      counts.unsigned > 0,
      'ballots.unsigned',
      `${counts.unsigned} ballots were cast by people without a key: the log shows that the server took them, not who sent them`,
    ),
  ]
  return [...all, ...(replay ? believedIn(replay) : [])].filter(one => one !== null)
}

function beginningNotChecked({ size: seen, isBeginning }: Older, size: number): NotChecked | null {
  const why = `this copy is older than what was seen, ${size} of ${seen} entries: whether it is the beginning of that was not checked`
  return because(!isBeginning, 'beginning', why, { size, seen })
}

/** What a server says of more entries than are signed is held against it by nobody: it says no more than one that says nothing. */
function stateNotChecked(state: number | null, signed: number): NotChecked | null {
  if (state === null) return because(true, 'state', 'the server does not say what its log comes to')
  const facts = { state, signed }
  if (state > signed) {
    const why = `the server says what its log comes to as of ${state} entries, and ${signed} are signed: that was not compared`
    return because(true, 'state.ahead', why, facts)
  }
  const why = `the server says what its log comes to as of ${state} entries only, of ${signed}`
  return because(state < signed, 'state.behind', why, facts)
}

function believedIn({ believed }: Replay): (NotChecked | null)[] {
  const { measures, gatesAtOpening, gatesNotMet, charterDocuments, charterRefusals } = believed
  const gates = measures + gatesAtOpening + gatesNotMet
  const charters = charterDocuments + charterRefusals
  return [
    because(gates > 0, 'measures', `what the evidence said of a unit was taken at its word ${gates} times`),
    because(
      charters > 0,
      'charter.documents',
      `${charters} times the measuring charter changed, whose documents are not public`,
    ),
  ]
}

/** All of them, up to what fits on a page. */
function listed(all: readonly string[]): string {
  const shown = all.slice(0, shownAtMost).join(', ')
  return all.length > shownAtMost ? `${shown} and ${all.length - shownAtMost} more` : shown
}

const shownAtMost = 20

function because(is: boolean, what: string, why: string, facts: NotChecked['facts'] = {}): NotChecked | null {
  return is ? { what, why, facts } : null
}
