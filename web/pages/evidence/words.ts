// Words of the evidence pages that depend on data: kinds, schedules, refusals.
import type { SourceState } from '@equalizer/client'
import { text } from '../../messages/text.ts'
import { count } from '../../words/format.ts'
import { problemWords as anyProblemWords, type Reasoned } from '../../words/problem-words.ts'
import { surfaceName } from '../../words/surface-name.ts'

/** As people named it; the own log is called in the reader's language until somebody names it. */
export function sourceName({ name, origin }: Pick<SourceState, 'name' | 'origin'>): string {
  return origin === 'log' ? surfaceName(name) : name
}

export function kindName(kind: string): string {
  return text.evidence.kinds[kind] ?? kind
}

/** What one observation says; a mapping's own kinds are shown as they stand. */
export function actName(kind: string): string {
  return text.table.kinds[kind] ?? kind
}

const hour = 60
const day = 24 * hour

export function everyName(minutes: number | null): string {
  const { schedule } = text.evidence
  if (minutes === null) return schedule.never
  if (minutes === hour) return schedule.hour
  if (minutes === day) return schedule.day
  if (minutes === 7 * day) return schedule.week
  return minutes % hour === 0 ? schedule.hours(count(minutes / hour)) : schedule.minutes(count(minutes))
}

/** What a schedule can be chosen from; one that was set elsewhere is offered too. */
export function schedules(current: number | null): (number | null)[] {
  const usual = [null, 15, hour, 6 * hour, day, 7 * day]
  return usual.includes(current) ? usual : [...usual, current]
}

/** A refusal in the reader's words, or the server's own sentence. */
export function problemWords(problem: Reasoned): string {
  const own = text.evidence.intake.problems[problem.code]
  return own ?? anyProblemWords(problem)
}
