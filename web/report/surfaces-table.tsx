// All control surfaces of a unit side by side, so that the one that binds it stands out.
import type { SurfaceReport, UnitReport } from '@equalizer/measure'
import { en } from '../messages/en.ts'
import { count, figure, share, unknownMark } from '../words/format.ts'
import { intervalText, quotaText, scoreText } from '../words/unit-words.ts'
import { Table } from './table.tsx'

const words = en.surfaces

const head = [
  { key: 'name', text: words.name },
  { key: 'quota', text: words.quota },
  { key: 'window', text: words.window },
  { key: 'K', text: words.K, number: true, title: words.meaning.K },
  { key: 'Kb', text: words.Kb, number: true, title: words.meaning.Kb },
  { key: 'N2', text: words.N2, number: true, title: words.meaning.N2 },
  { key: 'coverage', text: words.coverage, number: true },
  { key: 'interval', text: words.interval, number: true },
  { key: 'score', text: words.score, number: true },
]

function Row({ surface, binds }: { surface: SurfaceReport; binds: boolean }) {
  return (
    <tr className={binds ? 'binds' : undefined}>
      <th scope="row" dir="auto">
        {surface.name}
        {binds && <span className="tag warn">{words.binds}</span>}
        {!surface.necessary && <span className="tag">{words.optional}</span>}
      </th>
      <td>{quotaText(surface.quota)}</td>
      <td className="nowrap">{surface.window ? en.windows.names[surface.window] : words.noEvidence}</td>
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
  if (unit.surfaces.length === 0) return <p className="soft">{words.none}</p>
  return (
    <div className="surfaces">
      <h4>{words.heading}</h4>
      <p className="soft">{words.lead}</p>
      <Table caption={words.caption(unit.name)} head={head}>
        {unit.surfaces.map(surface => (
          <Row key={surface.id} surface={surface} binds={surface.id === unit.binding} />
        ))}
      </Table>
    </div>
  )
}
