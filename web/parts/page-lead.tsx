// Under a page's headline: what the page is about, and at its end what can be done with the whole of it.
import './page-lead.css'
import type { ReactNode } from 'react'

export interface PageLeadProps {
  readonly children: ReactNode
  /** The export menu stands last, on every page. */
  readonly actions: ReactNode
}

export function PageLead({ children, actions }: PageLeadProps) {
  return (
    <div className="page-lead">
      <div className="page-lead-words">{children}</div>
      <div className="page-lead-actions">{actions}</div>
    </div>
  )
}
