// A part of a page with its heading, one line on what it is for, and what can be done with it.
import './section.css'
import { type ReactNode, useId } from 'react'

export interface SectionProps {
  readonly title: string
  readonly hint?: ReactNode
  readonly actions?: ReactNode
  readonly id?: string
  readonly children: ReactNode
}

export function Section({ title, hint, actions, id, children }: SectionProps) {
  const heading = useId()
  return (
    <section className="section" aria-labelledby={heading} id={id}>
      <header className="section-head">
        <div>
          <h2 id={heading}>{title}</h2>
          {hint && <p className="section-hint">{hint}</p>}
        </div>
        {actions && <div className="section-actions">{actions}</div>}
      </header>
      {children}
    </section>
  )
}
