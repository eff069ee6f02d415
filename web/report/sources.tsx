// Per source: how many rows were read, used, passed over and refused, and every refused row with its place and reason.
import type { Report, SourceReport } from '@equalizer/measure'
import { text } from '../messages/text.ts'
import { count, unknownMark } from '../words/format.ts'
import { Table } from './table.tsx'

const head = () => [
  { key: 'file', text: text.sources.file },
  { key: 'line', text: text.sources.line, number: true },
  { key: 'column', text: text.sources.column },
  { key: 'reason', text: text.sources.reason },
]

function Refusals({ source }: { source: SourceReport }) {
  const { refusals, rowsRefused, id } = source
  if (refusals.length === 0) return null
  return (
    <details className="more">
      <summary>
        {rowsRefused === 1 ? text.sources.refusedRow : text.sources.refusedRows(count(rowsRefused))}
      </summary>
      <Table caption={text.sources.rowsCaption(id)} head={head()} className="wordy">
        {refusals.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one place may be refused twice, and the list never changes
          <tr key={i}>
            <td className="handle" dir="auto">
              {row.file}
            </td>
            <td className="number">{row.line === null ? unknownMark : count(row.line)}</td>
            <td className="handle" dir="auto">
              {row.column ?? unknownMark}
            </td>
            <td dir="auto">
              {row.reason} <code>{row.code}</code>
            </td>
          </tr>
        ))}
      </Table>
      {rowsRefused > refusals.length && (
        <p className="soft">{text.sources.shown(count(refusals.length), count(rowsRefused))}</p>
      )}
    </details>
  )
}

function Source({ source }: { source: SourceReport }) {
  const passed = Object.entries(source.passedOver)
  const counts = [
    [text.sources.read, source.rowsRead],
    [text.sources.used, source.rowsUsed],
    [text.sources.passed, passed.reduce((sum, [, rows]) => sum + rows, 0)],
    [text.sources.refused, source.rowsRefused],
    [text.sources.observations, source.observations],
    [text.sources.duplicates, source.duplicates],
    [text.sources.unrouted, source.unrouted],
  ] as const
  return (
    <li className="source">
      <h3>
        <span dir="auto">{source.id}</span> <span className="tag">{source.kind}</span>
      </h3>
      <p className="handle" dir="auto">
        {source.path === '.' ? text.sources.here : source.path}
      </p>
      {source.refused && (
        <p className="warning" dir="auto">
          <strong>{text.sources.wholeRefused}.</strong> {source.refused.reason}{' '}
          <code>{source.refused.code}</code>
        </p>
      )}
      {!source.refused && (
        <dl className="counts">
          {counts.map(([name, value]) => (
            <div
              key={name}
              className={name === text.sources.refused && value > 0 ? 'has-refused' : undefined}
            >
              <dt>{name}</dt>
              <dd>{count(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {passed.length > 0 && (
        <p className="soft" dir="auto">
          {text.sources.passedOver}: {passed.map(([reason, rows]) => `${reason} (${count(rows)})`).join(', ')}
        </p>
      )}
      <Refusals source={source} />
      {source.notes.length > 0 && (
        <ul className="plain lines soft">
          {source.notes.map(note => (
            <li key={note} dir="auto">
              {note}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

export function Sources({ report }: { report: Report }) {
  const { sources } = report
  const sum = (of: (source: SourceReport) => number) =>
    sources.reduce((total, source) => total + of(source), 0)
  return (
    <section className="block" aria-labelledby="sources-heading">
      <h2 id="sources-heading">{text.sources.heading}</h2>
      {sources.length === 0 ? (
        <p className="soft">{text.sources.none}</p>
      ) : (
        <>
          <p className="soft">
            {text.sources.lead(
              count(sum(source => source.rowsRead)),
              count(sum(source => source.rowsRefused)),
            )}
          </p>
          <ul className="source-list">
            {sources.map(source => (
              <Source key={source.id} source={source} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
