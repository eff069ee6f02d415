// Holds the place of what is on its way, at the size it will have, so that nothing jumps.
import './skeleton.css'
import { text } from '../messages/text.ts'

export interface SkeletonProps {
  /** As many lines of text; or: */
  readonly lines?: number
  /** one block of this height, in pixels or as a length of CSS. */
  readonly height?: number | string
}

export function Skeleton({ lines, height }: SkeletonProps) {
  const rows = Array.from({ length: lines ?? (height === undefined ? 3 : 0) }, (_, index) => index)
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{text.parts.loading}</span>
      {height !== undefined && <span className="skeleton-block" style={{ height }} />}
      {rows.map(row => (
        <span key={row} className="skeleton-line" />
      ))}
    </div>
  )
}
