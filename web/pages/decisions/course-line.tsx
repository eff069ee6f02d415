// The steps of a decision drawn as a line, from left to right, on a phone downwards: over, now, ahead.
import type { Decision } from '@equalizer/client/contract'
import { text } from '../../messages/text.ts'
import { instant, instantShort } from '../../words/format.ts'
import { type CourseStep, courseOf } from './course.ts'
import { ruleOf } from './opening.ts'
import { phaseWords } from './words.ts'

function timeWords({ state, at }: CourseStep): string | null {
  const words = text.decisions.course
  if (at === null) return null
  const moment = instantShort(at)
  if (state === 'now') return words.until(moment)
  return state === 'ahead' ? words.about(moment) : moment
}

const nameOf = (phase: string): string =>
  phase === 'opened' ? text.decisions.course.opened : phaseWords(phase)

export function CourseLine({ decision }: { readonly decision: Decision }) {
  const words = text.decisions.course
  const { process } = ruleOf(decision).decide
  const approvalsNeeded = process.kind === 'some' ? process.of : 0
  return (
    <ol className="course" aria-label={words.title}>
      {courseOf({ ...decision, approvalsNeeded }).map(step => (
        <li
          key={step.key}
          className={`course-step course-${step.state}`}
          {...(step.state === 'now' ? { 'aria-current': 'step' as const } : {})}
        >
          <span className="course-dot" aria-hidden="true" />
          <span className="course-name">
            {nameOf(step.phase)}
            <span className="visually-hidden">, {words[step.state]}</span>
          </span>
          {step.groupName && (
            <span className="course-group" dir="auto">
              {step.groupName}
            </span>
          )}
          {step.at && (
            <time className="course-time" dateTime={step.at} title={instant(step.at)}>
              {timeWords(step)}
            </time>
          )}
        </li>
      ))}
    </ol>
  )
}
