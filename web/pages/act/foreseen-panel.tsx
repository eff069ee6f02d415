// How it will be decided, said before it is sent.
import { text } from '../../messages/text.ts'
import { Icon } from '../../parts/icons.tsx'
import { problemWords } from '../../words/problem-words.ts'
import { stepsSentence } from '../../words/rule-words.ts'
import type { Foreseeing } from './use-foreseen.ts'

export function ForeseenPanel({ foreseen, problem, isOld }: Foreseeing) {
  const words = text.act.foreseen
  return (
    <aside className={isOld ? 'act-foreseen is-old' : 'act-foreseen'} aria-labelledby="foreseen-heading">
      <h2 id="foreseen-heading">{words.title}</h2>
      <div role="status">
        {problem ? (
          <p className="act-refused">
            <Icon name="warning" /> <span>{problemWords(problem)}</span>
          </p>
        ) : foreseen ? (
          <>
            <p className="act-outcome">{foreseen.outcome === 'executed' ? words.atOnce : words.decided}</p>
            {foreseen.steps.length > 0 && <p>{stepsSentence(foreseen.steps)}</p>}
            <p className="soft">{words.because(foreseen.className, text.stages[foreseen.stage] ?? '')}</p>
          </>
        ) : (
          <p className="soft">{words.fillIn}</p>
        )}
      </div>
    </aside>
  )
}
