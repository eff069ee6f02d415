// Something that can be opened: a summary with a small arrow, and what stands under it.
import './fold.css'
import type { ReactNode } from 'react'

interface Props {
  readonly summary: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

export function Fold({ summary, className, children }: Props) {
  return (
    <details className={className ? `fold ${className}` : 'fold'}>
      <summary>{summary}</summary>
      <div className="fold-body">{children}</div>
    </details>
  )
}
