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

export function RowBar({ used, passed, refused, label, isLarge = false }: Props) {
  const all = Math.max(1, used + passed + refused)
  const segments = [
    ['used', used],
    ['passed', passed],
    ['refused', refused],
  ] as const
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <div className={isLarge ? 'row-bar is-large' : 'row-bar'} {...named}>
      {segments.map(
        ([name, rows]) =>
          rows > 0 && <span key={name} className={`row-bar-${name}`} style={{ flexGrow: rows / all }} />,
      )}
    </div>
  )
}
