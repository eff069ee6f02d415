// What could not be shown or done, in words, with the code for those who ask further.
import type { Problem } from '@equalizer/client'
import { text } from '../messages/text.ts'
import { problemTitle, problemWords } from '../words/problem-words.ts'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'

export interface FailureProps {
  readonly problem: Problem
  /** Left out: by the kind of problem. */
  readonly title?: string
  readonly onRetry?: () => void
  readonly isRetrying?: boolean
}

export function Failure({ problem, title, onRetry, isRetrying = false }: FailureProps) {
  const retry = onRetry && (
    <Button size="small" onPress={onRetry} isPending={isRetrying}>
      {text.parts.retry}
    </Button>
  )
  return (
    <Notice tone="warn" title={title ?? problemTitle(problem)} action={retry} live>
      <p>
        {problemWords(problem)} <code>{problem.code}</code>
      </p>
    </Notice>
  )
}
