// A figure that matters, large, with the small word that says what it is.
import './section.css'
import type { ReactNode } from 'react'

export interface FigureProps {
  readonly label: string
  readonly value: ReactNode
  readonly note?: ReactNode
  readonly tone?: 'true' | 'warn'
}

export function Figure({ label, value, note, tone }: FigureProps) {
  return (
    <div className={tone ? `big-figure big-figure-${tone}` : 'big-figure'}>
      <span className="big-figure-label">{label}</span>
      <span className="big-figure-value">{value}</span>
      {note && <span className="big-figure-note">{note}</span>}
    </div>
  )
}
