// A measured position over time, with its interval as a band, and what is declared and aimed for as lines.
import type { HistoryPoint } from '@equalizer/measure'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { text } from '../messages/text.ts'
import { day, position, unknownMark } from '../words/format.ts'
import { intervalText } from '../words/unit-words.ts'
import { historyData, historyOptions, isSparse } from './history-options.ts'
import { historySentence } from './in-words.ts'
import type { Palette } from './palette.ts'
import { Plot } from './plot.tsx'

export interface HistoryProps {
  /** Whose position it is. */
  readonly name: string
  readonly history: readonly HistoryPoint[]
  readonly declared?: number | null
  readonly target?: number | null
  /** The heading of the section that it stands in decides. */
  readonly level?: 'h2' | 'h4' | 'h5'
  /** Stands beside the heading. */
  readonly actions?: ReactNode
}

const scored = (point: HistoryPoint) => (point.score === null ? unknownMark : position(point.score))

function Table({ name, history }: Pick<HistoryProps, 'name' | 'history'>) {
  return (
    <details className="as-table">
      <summary>{text.history.table}</summary>
      <table>
        <caption className="visually-hidden">{text.history.caption(name)}</caption>
        <thead>
          <tr>
            <th scope="col">{text.history.day}</th>
            <th scope="col">{text.history.score}</th>
            <th scope="col">{text.history.interval}</th>
          </tr>
        </thead>
        <tbody>
          {history.map(point => (
            <tr key={point.date}>
              <th scope="row">{day(point.date)}</th>
              <td>{scored(point)}</td>
              <td>{intervalText(point)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

interface LegendProps {
  readonly point: HistoryPoint | undefined
  readonly declared: number | null
  readonly target: number | null
}

/** The key of the chart, and the figures of the point under the pointer. */
function Legend({ point, declared, target }: LegendProps) {
  return (
    <ul className="legend" aria-hidden="true">
      <li className="legend-lit">{text.history.measured}</li>
      <li className="legend-band">{text.history.band}</li>
      {declared !== null && <li className="legend-declared">{text.history.declared}</li>}
      {target !== null && <li className="legend-aim">{text.history.target}</li>}
      {point && (
        <li className="readout">
          {day(point.date)} <b>{intervalText(point)}</b>
        </li>
      )}
    </ul>
  )
}

export function History(props: HistoryProps) {
  const { name, history, declared = null, target = null, level: Level = 'h4', actions } = props
  const [at, setAt] = useState<number | null>(null)
  const data = useMemo(() => historyData({ history, declared, target }), [history, declared, target])
  const points = history.length
  const dots = useMemo(() => isSparse(history), [history])
  const options = useCallback((palette: Palette) => historyOptions(palette, dots), [dots])
  return (
    <figure className="chart">
      <div className="chart-head">
        <Level>{text.history.heading}</Level>
        {actions}
      </div>
      {points > 1 && (
        <>
          <Plot data={data} options={options} height={200} onPoint={setAt} />
          <Legend point={at === null ? undefined : history[at]} declared={declared} target={target} />
        </>
      )}
      <figcaption>{historySentence(history)}</figcaption>
      {points > 1 && <Table name={name} history={history} />}
    </figure>
  )
}
