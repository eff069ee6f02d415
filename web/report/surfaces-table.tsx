// All control surfaces of a unit side by side, so that the one that binds it stands out.
import type { SurfaceReport, UnitReport } from '@equalizer/measure'
import { text } from '../messages/text.ts'
import { count, figure, share, unknownMark } from '../words/format.ts'
import { surfaceName } from '../words/surface-name.ts'
import { intervalText, quotaText, scoreText } from '../words/unit-words.ts'
import { Table } from './table.tsx'

const head = () => [
  { key: 'name', text: text.surfaces.name },
  { key: 'quota', text: text.surfaces.quota },
  { key: 'window', text: text.surfaces.window },
  { key: 'K', text: text.surfaces.K, number: true, title: text.surfaces.meaning.K },
  { key: 'Kb', text: text.surfaces.Kb, number: true, title: text.surfaces.meaning.Kb },
  { key: 'N2', text: text.surfaces.N2, number: true, title: text.surfaces.meaning.N2 },
  { key: 'coverage', text: text.surfaces.coverage, number: true },
  { key: 'interval', text: text.surfaces.interval, number: true },
  { key: 'score', text: text.surfaces.score, number: true },
]

function Row({ surface, binds }: { surface: SurfaceReport; binds: boolean }) {
  return (
    <tr className={binds ? 'binds' : undefined}>
      <th scope="row" dir="auto">
        {surfaceName(surface.name)}
        {binds && <span className="tag warn">{text.surfaces.binds}</span>}
        {!surface.necessary && <span className="tag">{text.surfaces.optional}</span>}
      </th>
      <td>{quotaText(surface.quota)}</td>
      <td className="nowrap">
        {surface.window ? text.windows.names[surface.window] : text.surfaces.noEvidence}
      </td>
      <td className="number">{surface.K === null ? unknownMark : count(surface.K)}</td>
      <td className="number">{surface.K_b === null ? unknownMark : count(surface.K_b)}</td>
      <td className="number">{figure(surface.N2)}</td>
      <td className="number">{surface.coverage === null ? unknownMark : share(surface.coverage)}</td>
      <td className="number">{intervalText(surface)}</td>
      <td className="number score">{scoreText(surface)}</td>
    </tr>
  )
}

export function SurfacesTable({ unit }: { unit: UnitReport }) {
  if (unit.surfaces.length === 0) return <p className="soft">{text.surfaces.none}</p>
  return (
    <div className="surfaces">
      <h4>{text.surfaces.heading}</h4>
      <p className="soft">{text.surfaces.lead}</p>
      <Table caption={text.surfaces.caption(unit.name)} head={head()}>
        {unit.surfaces.map(surface => (
          <Row key={surface.id} surface={surface} binds={surface.id === unit.binding} />
        ))}
      </Table>
    </div>
  )
}
