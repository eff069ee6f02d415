// What the check found, each with its line, which takes the cursor there.
import { text } from '../../../messages/text.ts'
import { Announce } from '../../../parts/announce.tsx'
import { count } from '../../../words/format.ts'
import { ownWords } from '../../../words/problem-words.ts'
import type { CharterProblem, Check } from './use-check.ts'

/** Further ones are usually consequences of the first. */
const shownAtMost = 50

export interface CheckListProps {
  readonly id: string
  readonly check: Check
  readonly onGo: (problem: CharterProblem) => void
}

function Place({ problem, onGo }: { problem: CharterProblem; onGo: () => void }) {
  const words = text.settings.charter
  if (problem.line === null) return <span className="soft">{words.whole}</span>
  return (
    <button type="button" className="settings-line" onClick={onGo}>
      {words.at(count(problem.line), problem.column === null ? null : count(problem.column))}
    </button>
  )
}

/** Clause by clause; the server's sentence where one clause has no words here. */
function Complaint({ problem }: { problem: CharterProblem }) {
  const clauses = problem.said.map(ownWords).filter(words => words !== null)
  if (clauses.length < problem.said.length) return <span lang="en">{problem.reason}</span>
  const [message = '', ...expected] = clauses
  const wanted = expected.reduce((all, words) => `${all}${all.endsWith('?') ? ' ' : ': '}${words}`, '')
  const where = problem.at === '' ? '' : `${problem.at}: `
  return <span>{`${where}${message}${wanted.replace(/^: /, '; ')}`}</span>
}

export function CheckList({ id, check, onGo }: CheckListProps) {
  const words = text.settings.charter
  const { problems, isChecking } = check
  const summary =
    problems === null || isChecking
      ? words.checking
      : problems.length === 0
        ? words.valid
        : words.problems(problems.length)
  return (
    <div className="settings-check" id={id}>
      <p className={problems?.some(one => one.severity === 'error') ? 'warning' : 'soft'}>{summary}</p>
      <Announce>{isChecking ? '' : summary}</Announce>
      {problems && problems.length > 0 && (
        <ul>
          {problems.slice(0, shownAtMost).map(problem => (
            <li key={`${problem.line} ${problem.column} ${problem.code} ${problem.reason}`}>
              <Place problem={problem} onGo={() => onGo(problem)} />
              <span>
                <b className={problem.severity === 'error' ? 'warning' : undefined}>
                  {words.severity[problem.severity]}
                </b>{' '}
                <Complaint problem={problem} /> <code>{problem.code}</code>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
