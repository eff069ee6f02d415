// One unit over all recorded days as a small line: measured, what was not ruled out, and what was declared.
import type { RecordedDay } from './days.ts'

export interface PastPoint {
  /** Whole UTC days. */
  readonly at: number
  readonly declared: number | null
  readonly score: number | null
  readonly high: number | null
}

export interface PastLineProps {
  readonly points: readonly PastPoint[]
  readonly first: number
  readonly last: number
}

const width = 240
const height = 64

type Value = (point: PastPoint) => number | null

/** A line that breaks where nothing is known. */
function line(points: readonly PastPoint[], x: (at: number) => number, value: Value): string {
  let path = ''
  let open = false
  for (const point of points) {
    const at = value(point)
    if (at !== null) path += `${open ? 'L' : 'M'}${x(point.at).toFixed(1)} ${y(at)}`
    open = at !== null
  }
  return path
}

const y = (value: number): string => (height - (value / 100) * height).toFixed(1)

/** From what is proven up to what is not ruled out; where only the upper end is known, from the ground up. */
function band(points: readonly PastPoint[], x: (at: number) => number): string {
  const known = points.filter(point => point.high !== null)
  if (known.length < 2) return ''
  const upper = known.map(point => `${x(point.at).toFixed(1)} ${y(point.high ?? 0)}`)
  const lower = known.toReversed().map(point => `${x(point.at).toFixed(1)} ${y(point.score ?? 0)}`)
  return `M${[...upper, ...lower].join('L')}Z`
}

export function PastLine({ points, first, last }: PastLineProps) {
  const x = (at: number) => ((at - first) / Math.max(1, last - first)) * width
  const newest = points.findLast(point => point.score !== null)
  return (
    <svg
      className="past-line"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path className="past-ground" d={`M0 ${height}H${width}M0 ${height / 2}H${width}M0 0H${width}`} />
      <path className="past-band" d={band(points, x)} />
      <path className="past-declared" d={line(points, x, point => point.declared)} />
      <path className="past-score" d={line(points, x, point => point.score)} />
      {newest && <path className="past-now" d={`M${x(newest.at).toFixed(1)} ${y(newest.score ?? 0)}h0`} />}
    </svg>
  )
}

/** Every unit's points, in the order of days. */
export function pointsByUnit(
  recorded: readonly RecordedDay[],
  numberOf: (day: string) => number,
): Map<string, PastPoint[]> {
  const found = new Map<string, PastPoint[]>()
  for (const { day, units } of recorded) {
    const at = numberOf(day)
    for (const { id, declared, score, high } of units) {
      const points = found.get(id) ?? []
      if (points.length === 0) found.set(id, points)
      points.push({ at, declared, score, high })
    }
  }
  return found
}
