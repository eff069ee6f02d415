// The same surface in every window that has evidence, side by side: does control spread or gather?
import type { SurfaceReport, WindowName } from '@equalizer/measure'
import { text } from '../messages/text.ts'
import { count, figure, share, unknownMark } from '../words/format.ts'
import { surfaceName } from '../words/surface-name.ts'
import { intervalText, scoreText } from '../words/unit-words.ts'
import { useSurfaceSlots } from './surface-slots.ts'
import { Table } from './table.tsx'

const order: readonly WindowName[] = ['90d', '365d', 'all', 'standing']

const head = () => [
  { key: 'window', text: text.windows.window },
  { key: 'parties', text: text.windows.parties, number: true },
  { key: 'K', text: text.surfaces.K, number: true },
  { key: 'Kb', text: text.surfaces.Kb, number: true },
  { key: 'N2', text: text.surfaces.N2, number: true },
  { key: 'coverage', text: text.surfaces.coverage, number: true },
  { key: 'interval', text: text.surfaces.interval, number: true },
  { key: 'score', text: text.surfaces.score, number: true },
]

export function WindowsTable({ surface }: { surface: SurfaceReport }) {
  const { level: Level = 'h5' } = useSurfaceSlots()
  const rows = order.flatMap(name => {
    const powers = surface.windows[name]
    return powers ? [{ name, powers }] : []
  })
  if (rows.length === 0) return null
  return (
    <div className="windows">
      <Level>{text.windows.heading}</Level>
      <Table caption={text.windows.caption(surfaceName(surface.name))} head={head()}>
        {rows.map(({ name, powers }) => (
          <tr key={name}>
            <th scope="row" className="nowrap">
              {text.windows.names[name]}
              {name === surface.window && <span className="tag">{text.windows.scored}</span>}
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
