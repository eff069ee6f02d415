// How uPlot draws a position over time: the band of what is not ruled out, the measured line, declared and target.
import type { HistoryPoint } from '@equalizer/measure'
import uPlot from 'uplot'
import type { Palette } from './palette.ts'
import { dayLabels } from './time-axis.ts'

export interface HistoryFacts {
  readonly history: readonly HistoryPoint[]
  /** Where the slider stands today; null: nothing is declared. */
  readonly declared: number | null
  readonly target: number | null
}

export function historyData({ history, declared, target }: HistoryFacts): uPlot.AlignedData {
  return [
    history.map(point => Date.parse(`${point.date}T00:00:00Z`) / 1000),
    history.map(point => point.high),
    // Where only an upper bound is known, everything under it is not ruled out.
    history.map(point => (point.high === null ? null : (point.low ?? 0))),
    history.map(point => point.score),
    history.map(() => declared),
    history.map(() => target),
  ]
}

/** Points closer than this part of the whole course are a line without dots. */
const dotsFrom = 0.02

/** Whether every point has room for a dot. */
export function isSparse(history: readonly HistoryPoint[]): boolean {
  const days = history.map(point => Date.parse(point.date))
  const span = (days.at(-1) ?? 0) - (days[0] ?? 0)
  return days.every((day, i) => i === 0 || day - (days[i - 1] ?? 0) >= span * dotsFrom)
}

export function historyOptions(
  { ink, soft, line, lit, band, aim, font }: Palette,
  dots: boolean,
): Omit<uPlot.Options, 'width' | 'height'> {
  const grid = { stroke: line, width: 1 }
  const axis = { stroke: soft, font, grid, ticks: { show: false } }
  const none = { show: false }
  return {
    legend: none,
    cursor: { y: false, points: { size: 7, fill: lit }, drag: { x: false, y: false } },
    padding: [8, 10, 0, 0],
    // Days are days everywhere.
    tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    scales: { x: { time: true }, y: { range: [0, 100] } },
    axes: [
      {
        ...axis,
        grid: none,
        space: 78,
        values: (_, splits, __, ___, apart) => dayLabels(splits, apart),
      },
      { ...axis, size: 34, splits: [0, 25, 50, 75, 100], gap: 6 },
    ],
    series: [
      {},
      { stroke: 'transparent', points: none },
      { stroke: 'transparent', points: none },
      {
        stroke: lit,
        width: 2.25,
        points: { show: dots, size: 5, fill: lit, stroke: lit },
      },
      { stroke: ink, width: 1.25, dash: [2, 4], points: none },
      { stroke: aim, width: 1.25, dash: [6, 4], points: none },
    ],
    bands: [{ series: [1, 2], fill: band }],
  }
}
