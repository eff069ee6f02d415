// The page for what went wrong or is not there yet: a title, a sentence, and what to do now.
import { text } from '../messages/text.ts'
import type { ProblemProps } from './props.ts'

export function Problem({ title, sentence, hint }: ProblemProps) {
  return (
    <div className="page problem">
      <header className="top">
        <p className="org">{text.problem.home}</p>
      </header>
      <main>
        <div className="problem-desk" aria-hidden="true">
          <span className="track" />
          <span className="cap at-0" />
          <span className="meter">
            <span className="lamps" />
          </span>
        </div>
        <h1 dir="auto">{title}</h1>
        <p className="sub" dir="auto">
          {sentence}
        </p>
        <p className="hint" dir="auto">
          {hint}
        </p>
      </main>
    </div>
  )
}
