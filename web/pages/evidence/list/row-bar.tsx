// What became of the rows of a source, as one thin bar: used, passed over, refused.
import './row-bar.css'

interface Props {
  readonly used: number
  readonly passed: number
  readonly refused: number
  /** Left out: the words beside it say the same. */
  readonly label?: string
  readonly isLarge?: boolean
}

/** Percent of the whole; whatever exists keeps a visible sliver. */
function widths(parts: readonly number[]): number[] {
  const all = parts.reduce((sum, part) => sum + part, 0)
  if (all === 0) return parts.map(() => 0)
  const least = 1.2
  const raised = parts.map(part => (part === 0 ? 0 : Math.max(least, (part / all) * 100)))
  const sum = raised.reduce((total, part) => total + part, 0)
  return raised.map(part => (part / sum) * 100)
}

export function RowBar({ used, passed, refused, label, isLarge = false }: Props) {
  const [usedWidth, passedWidth, refusedWidth] = widths([used, passed, refused])
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <div className={isLarge ? 'row-bar is-large' : 'row-bar'} {...named}>
      <span className="row-bar-used" style={{ width: `${usedWidth}%` }} />
      <span className="row-bar-passed" style={{ width: `${passedWidth}%` }} />
      <span className="row-bar-refused" style={{ width: `${refusedWidth}%` }} />
    </div>
  )
}
