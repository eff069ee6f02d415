// What a check found, for people: what was looked at, what was not, and one sentence at the end.
import type { Report } from '@equalizer/verify'
import { count, counting } from '../report/words.ts'
import { harmless } from '../terminal/text.ts'

const time = (ms: number) => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z')

/** The last line says whether it holds. */
export function reportLines(report: Report): string[] {
  const { origin, size, root, entries } = report
  if (origin === null || size === null) return ['Nothing could be checked.']
  const { replayed, checked } = entries
  const lines = [
    `Log ${harmless(origin)}`,
    `  ${counting(size, 'entry', 'entries')}, root ${root}`,
    ...(entries.lastMs === null ? [] : [`  last entry of ${time(entries.lastMs)}`]),
    ...signedLines(report),
    ...grownLines(report),
    `  ${count(checked)} of ${counting(size, 'entry', 'entries')} checked, ${count(replayed)} decided again${kindsOf(report)}`,
    ...partLines(report),
    ...report.notChecked.map(({ what, why }) => `  not checked: ${what}: ${harmless(why)}`),
  ]
  return report.ok ? [...lines, '', conclusion(report)] : lines
}

function conclusion({ size, state, entries }: Report): string {
  const all = `All ${counting(size ?? 0, 'entry', 'entries')} hold`
  if (entries.replayed < (size ?? 0)) return `${all}: signed, in the tree, in order.`
  const told = state?.size === size ? ' and come to what the server says' : ''
  return `${all}: signed, in the tree, in order, decided by the rules as they then were${told}.`
}

function kindsOf({ entries }: Report): string {
  const kinds = Object.entries(entries.byKind).sort(([, a], [, b]) => b - a)
  return kinds.length === 0
    ? ''
    : ` (${kinds.map(([kind, times]) => `${count(times)} ${harmless(kind)}`).join(', ')})`
}

const trusts = {
  key: 'the key that you gave',
  policy: 'the policy that you gave',
  remembered: 'the key that is remembered',
  'first use': 'the key that the log names itself, SEEN FOR THE FIRST TIME',
} as const

function signedLines({ trust, signedBy, cosignedBy }: Report): string[] {
  const by = trust === null ? [] : [`  signed by ${trusts[trust]}:`]
  const cosigned = cosignedBy.map(
    ({ name, timestampSeconds }) => `  cosigned by ${harmless(name)} at ${time(timestampSeconds * 1_000)}`,
  )
  return [...by, ...signedBy.map(text => `    ${harmless(text)}`), ...cosigned]
}

function grownLines({ remembered, older, size }: Report): string[] {
  if (older) {
    const seen = `  older than what was seen at ${time(older.seenMs)}: ${count(size ?? 0)} of ${counting(older.size, 'entry', 'entries')}`
    return [older.isBeginning ? `${seen}, and just as it was seen here before` : seen]
  }
  if (!remembered) return ['  nothing is remembered of it: growth is checked from now on']
  const grown = (size ?? 0) - remembered.size
  return [`  grown by ${count(grown)} since ${time(remembered.seenMs)}`]
}

function partLines({ ballots, decisions, state }: Report): string[] {
  return [
    `  ${counting(decisions.opened, 'decision')} opened, ${count(decisions.ended)} ended, ${counting(decisions.counted, 'vote')} counted again, ${counting(decisions.draws, 'jury', 'juries')} drawn again`,
    `  ${counting(ballots.signed, 'signed ballot')}, ${count(ballots.unsigned)} unsigned`,
    ...(state
      ? [`  ${counting(state.streams, 'state')} as of ${counting(state.size, 'entry', 'entries')} compared`]
      : []),
  ]
}

const accusesNobody: ReadonlySet<string> = new Set(['source.unreadable', 'source.no_log'])

/** The first wrong thing: where, what, and the facts behind it. */
export function problemLines({ problem }: Report): string[] {
  if (problem === null) return []
  const where = problem.seq === null ? (problem.path ?? 'the log') : `entry ${problem.seq}`
  const inFile = problem.seq !== null && problem.path !== null ? ` (${problem.path})` : ''
  const facts = Object.entries(problem.facts).filter(([, value]) => value !== '' && value !== null)
  const head = accusesNobody.has(problem.code) ? 'STOPPED' : 'WRONG'
  return [
    `${head}: ${harmless(where)}${harmless(inFile)}: ${harmless(problem.reason)}.`,
    `  ${problem.code}`,
    ...facts.map(([name, value]) => `  ${name}: ${harmless(String(value))}`),
  ]
}
