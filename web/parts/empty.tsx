// Nothing here yet: what belongs here, and how it comes.
import './notice.css'
import type { ReactNode } from 'react'

export interface EmptyProps {
  readonly title: string
  readonly hint?: string
  readonly action?: ReactNode
}

export function Empty({ title, hint, action }: EmptyProps) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {hint && <p className="empty-hint">{hint}</p>}
      {action && <div className="empty-action">{action}</div>}
    </div>
  )
}
