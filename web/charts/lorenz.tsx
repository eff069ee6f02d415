// The Lorenz curve of a surface: how far the spread of power is from everybody holding the same.
import type { SurfaceReport } from '@equalizer/measure'
import { type ReactNode, useCallback, useMemo } from 'react'
import type uPlot from 'uplot'
import { text } from '../messages/text.ts'
import { share } from '../words/format.ts'
import { lorenzSentence } from './in-words.ts'
import type { Palette } from './palette.ts'
import { Plot } from './plot.tsx'

const percent = (_: uPlot, splits: number[]): string[] => splits.map(share)
const quarters = [0, 0.25, 0.5, 0.75, 1]

function optionsOf({ soft, line, lit, band, font }: Palette): Omit<uPlot.Options, 'width' | 'height'> {
  const axis = {
    stroke: soft,
    font,
    grid: { stroke: line, width: 1 },
    ticks: { show: false },
    values: percent,
  }
  return {
    legend: { show: false },
    cursor: { show: false },
    padding: [8, 18, 0, 0],
    scales: { x: { time: false, range: [0, 1] }, y: { range: [0, 1] } },
    axes: [
      { ...axis, splits: quarters, space: 30, size: 30 },
      { ...axis, splits: quarters, size: 46, gap: 6 },
    ],
    series: [
      {},
      { stroke: soft, width: 1, dash: [2, 4], points: { show: false } },
      { stroke: lit, width: 2.25, points: { show: false } },
    ],
    bands: [{ series: [1, 2], fill: band }],
  }
}

export interface LorenzProps {
  readonly surface: SurfaceReport
  readonly level?: 'h4' | 'h5'
  /** Stand beside the heading. */
  readonly actions?: ReactNode
}

export function Lorenz({ surface, level: Level = 'h5', actions }: LorenzProps) {
  const { lorenz, metrics } = surface
  const data = useMemo<uPlot.AlignedData>(
    () => [lorenz.map(([x]) => x), lorenz.map(([x]) => x), lorenz.map(([, y]) => y)],
    [lorenz],
  )
  const options = useCallback(optionsOf, [])
  if (lorenz.length < 3) return null
  return (
    <figure className="chart">
      <div className="chart-head">
        <Level>{text.lorenz.heading}</Level>
        {actions}
      </div>
      <Plot data={data} options={options} height={220} />
      <ul className="legend" aria-hidden="true">
        <li className="legend-lit">{text.lorenz.y}</li>
        <li className="legend-equal">{text.lorenz.equal}</li>
      </ul>
      <figcaption>{lorenzSentence(lorenz, metrics.gini)}</figcaption>
    </figure>
  )
}
