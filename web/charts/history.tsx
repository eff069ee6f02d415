// A unit's measured position over time, with its interval as a band and what is declared today as a line.
import type { UnitReport } from '@equalizer/measure'
import { useCallback, useMemo } from 'react'
import type uPlot from 'uplot'
import { text } from '../messages/text.ts'
import { monthOf, position, unknownMark } from '../words/format.ts'
import { intervalText } from '../words/unit-words.ts'
import { historySentence } from './in-words.ts'
import type { Palette } from './palette.ts'
import { Plot } from './plot.tsx'

function optionsOf({ ink, soft, line, lit, band, font }: Palette): Omit<uPlot.Options, 'width' | 'height'> {
  const grid = { stroke: line, width: 1 }
  const axis = { stroke: soft, font, grid, ticks: { show: false } }
  return {
    legend: { show: false },
    cursor: { y: false, points: { size: 7, fill: lit }, drag: { x: false, y: false } },
    padding: [8, 6, 0, 0],
    scales: { x: { time: true }, y: { range: [0, 100] } },
    axes: [
      { ...axis, grid: { show: false }, space: 70 },
      { ...axis, size: 34, splits: [0, 25, 50, 75, 100], gap: 6 },
    ],
    series: [
      {},
      { stroke: 'transparent', points: { show: false } },
      { stroke: 'transparent', points: { show: false } },
      { stroke: lit, width: 2.25, points: { show: true, size: 5, fill: lit, stroke: lit } },
      { stroke: ink, width: 1.25, dash: [2, 4], points: { show: false } },
    ],
    bands: [{ series: [1, 2], fill: band }],
  }
}

function Table({ unit }: { unit: UnitReport }) {
  return (
    <details className="as-table">
      <summary>{text.history.table}</summary>
      <table>
        <caption className="visually-hidden">{text.history.caption(unit.name)}</caption>
        <thead>
          <tr>
            <th scope="col">{text.history.month}</th>
            <th scope="col">{text.history.score}</th>
            <th scope="col">{text.history.interval}</th>
          </tr>
        </thead>
        <tbody>
          {unit.history.map(point => (
            <tr key={point.date}>
              <th scope="row">{monthOf(point.date)}</th>
              <td>{point.score === null ? unknownMark : position(point.score)}</td>
              <td>{intervalText(point)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

export function History({ unit }: { unit: UnitReport }) {
  const { history, declared } = unit
  const data = useMemo<uPlot.AlignedData>(
    () => [
      history.map(point => Date.parse(`${point.date}T00:00:00Z`) / 1000),
      history.map(point => point.high),
      // Where only an upper bound is known, everything under it is not ruled out.
      history.map(point => (point.high === null ? null : (point.low ?? 0))),
      history.map(point => point.score),
      history.map(() => declared),
    ],
    [history, declared],
  )
  const options = useCallback(optionsOf, [])
  const sentence = historySentence(history)
  return (
    <figure className="chart">
      <h4>{text.history.heading}</h4>
      {history.length > 1 && (
        <>
          <Plot data={data} options={options} height={200} />
          <ul className="legend" aria-hidden="true">
            <li className="legend-lit">{text.history.measured}</li>
            <li className="legend-band">{text.history.band}</li>
            {declared !== null && <li className="legend-declared">{text.history.declared}</li>}
          </ul>
        </>
      )}
      <figcaption>{sentence}</figcaption>
      {history.length > 1 && <Table unit={unit} />}
    </figure>
  )
}
