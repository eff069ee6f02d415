// How far something is that takes a while, as a lying meter; without a total it only says that it runs.
import './progress.css'
import { Label } from 'react-aria-components/Label'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import { share } from '../words/format.ts'

export interface ProgressProps {
  readonly label: string
  readonly done: number
  /** null: nobody can know. */
  readonly total: number | null
  /** Only the bar; the label is spoken. */
  readonly compact?: boolean
}

const lamps = Array.from({ length: 25 }, (_, index) => index)

export function Progress({ label, done, total, compact = false }: ProgressProps) {
  const known = total !== null && total > 0
  const part = known ? Math.min(1, done / total) : 0
  const lit = Math.round(part * lamps.length)
  return (
    <ProgressBar
      className={known ? 'progress' : 'progress progress-unknown'}
      isIndeterminate={!known}
      value={part * 100}
      valueLabel={known ? share(Math.floor(part * 100) / 100) : ''}
      {...(compact ? { 'aria-label': label } : {})}
    >
      {!compact && (
        <span className="progress-words">
          <Label>{label}</Label>
          {known && <span className="soft">{share(Math.floor(part * 100) / 100)}</span>}
        </span>
      )}
      <span className="progress-lamps" aria-hidden="true">
        {lamps.map(lamp => (
          <i key={lamp} className={lamp < lit ? 'lit' : undefined} />
        ))}
      </span>
    </ProgressBar>
  )
}
