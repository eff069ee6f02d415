// The three ways to begin, each with what it takes and what comes of it.
import type { Problem } from '@equalizer/client'
import type { ReactNode } from 'react'
import { useSession } from '../../data/session.ts'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Failure } from '../../parts/failure.tsx'
import { OwnChoice } from './own-choice.tsx'
import type { ChoicesProps } from './use-start.ts'

interface ChoiceProps {
  readonly title: string
  readonly hint: string
  readonly problem: Problem | null
  readonly children: ReactNode
}

function Choice({ title, hint, problem, children }: ChoiceProps) {
  return (
    <li className="welcome-choice">
      <h2 dir="auto">{title}</h2>
      <p className="welcome-hint">{hint}</p>
      <div className="welcome-act">{children}</div>
      {problem && <Failure problem={problem} />}
    </li>
  )
}

export function Choices({ starting, onStarted }: ChoicesProps) {
  const { data } = useSession()
  const { project, example } = text.welcome.choices
  const name = data?.server.project ?? null
  const begin = async (from: 'project' | 'example') => {
    const started = await starting.start({ from })
    if (started) onStarted(started)
  }
  const problemOf = (...from: readonly string[]) =>
    starting.refused && from.includes(starting.refused.from) ? starting.refused.problem : null
  return (
    <ul className="welcome-choices">
      <Choice
        title={project.title(name ?? '')}
        hint={name === null ? project.none : project.hint}
        problem={problemOf('project')}
      >
        <Button
          kind="primary"
          onPress={() => void begin('project')}
          isPending={starting.pending === 'project'}
          isDisabled={name === null}
        >
          {project.go}
        </Button>
      </Choice>
      <Choice title={example.title} hint={example.hint} problem={problemOf('example')}>
        <Button onPress={() => void begin('example')} isPending={starting.pending === 'example'}>
          {example.go}
        </Button>
      </Choice>
      <OwnChoice starting={starting} onStarted={onStarted} problem={problemOf('path', 'empty')} />
    </ul>
  )
}
