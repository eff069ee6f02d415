// The same surface in every window that has evidence, side by side: does control spread or gather?
import type { SurfaceReport, WindowName } from '@equalizer/measure'
import { en } from '../messages/en.ts'
import { count, figure, share, unknownMark } from '../words/format.ts'
import { intervalText, scoreText } from '../words/unit-words.ts'
import { Table } from './table.tsx'

const words = en.windows
const order: readonly WindowName[] = ['90d', '365d', 'all', 'standing']

const head = [
  { key: 'window', text: words.window },
  { key: 'parties', text: words.parties, number: true },
  { key: 'K', text: en.surfaces.K, number: true },
  { key: 'Kb', text: en.surfaces.Kb, number: true },
  { key: 'N2', text: en.surfaces.N2, number: true },
  { key: 'coverage', text: en.surfaces.coverage, number: true },
  { key: 'interval', text: en.surfaces.interval, number: true },
  { key: 'score', text: en.surfaces.score, number: true },
]

export function WindowsTable({ surface }: { surface: SurfaceReport }) {
  const rows = order.flatMap(name => {
    const powers = surface.windows[name]
    return powers ? [{ name, powers }] : []
  })
  if (rows.length === 0) return null
  return (
    <div className="windows">
      <h5>{words.heading}</h5>
      <Table caption={words.caption(surface.name)} head={head}>
        {rows.map(({ name, powers }) => (
          <tr key={name}>
            <th scope="row" className="nowrap">
              {words.names[name]}
              {name === surface.window && <span className="tag">{words.scored}</span>}
            </th>
            <td className="number">{count(powers.parties)}</td>
            <td className="number">{powers.K ?? unknownMark}</td>
            <td className="number">{powers.K_b ?? unknownMark}</td>
            <td className="number">{figure(powers.N2)}</td>
            <td className="number">{powers.coverage === null ? unknownMark : share(powers.coverage)}</td>
            <td className="number">{intervalText(powers)}</td>
            <td className="number score">{scoreText(powers)}</td>
          </tr>
        ))}
      </Table>
    </div>
  )
}
