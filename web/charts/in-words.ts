// What the charts show, as sentences: for a screen reader, for paper, and for whoever reads no curves.
import type { HistoryPoint, SurfaceReport } from '@equalizer/measure'
import { text } from '../messages/text.ts'
import { figure, monthOf, position, share } from '../words/format.ts'

/** The curve's height at a share of parties, straight between its points. */
function heightAt(points: SurfaceReport['lorenz'], x: number): number {
  const after = points.findIndex(point => point[0] >= x)
  const right = points[after]
  const left = points[after - 1]
  if (!right) return 1
  if (!left || right[0] === left[0]) return right[1]
  return left[1] + ((x - left[0]) / (right[0] - left[0])) * (right[1] - left[1])
}

export function lorenzSentence(points: SurfaceReport['lorenz'], gini: number | null): string {
  const sentence = text.lorenz.sentence(share(heightAt(points, 0.5)), share(1 - heightAt(points, 0.9)))
  return gini === null ? sentence : `${sentence} ${text.lorenz.gini(figure(gini))}`
}

export function historySentence(history: readonly HistoryPoint[]): string {
  const known = history.flatMap(({ date, score }) => (score === null ? [] : [{ date, score }]))
  const first = known[0]
  const last = known.at(-1)
  if (!first || !last) return text.history.none
  if (known.length === 1) return text.history.one(position(first.score), monthOf(first.date))
  const scores = known.map(point => point.score)
  return text.history.sentence(
    position(first.score),
    monthOf(first.date),
    position(last.score),
    monthOf(last.date),
    position(Math.min(...scores)),
    position(Math.max(...scores)),
  )
}
