// Who holds a surface: the largest first, with their share as a bar, and those who are enough to decide marked.
import type { HolderReport, SurfaceReport } from '@equalizer/measure'
import { text } from '../messages/text.ts'
import { amount, share } from '../words/format.ts'
import { surfaceName } from '../words/surface-name.ts'
import { assetText, at } from '../words/unit-words.ts'
import { useSurfaceSlots } from './surface-slots.ts'
import { Table } from './table.tsx'

const shownAtOnce = 10

/** The longest bar fills its place; at least a hair of one for whoever holds anything. */
const barOf = (part: number, most: number): string => at(part > 0 ? Math.max(1, (part / most) * 100) : 0)

interface RowProps {
  readonly surface: SurfaceReport
  readonly holder: HolderReport
  /** The largest share, which fills its place. */
  readonly most: number
}

function Row({ surface, holder, most }: RowProps) {
  const { holderName } = useSurfaceSlots()
  return (
    <tr className={holder.decides ? 'decides' : undefined}>
      <th scope="row" dir="auto">
        <span className="holder-name">{holderName?.(surface, holder) ?? holder.name}</span>
        {holder.decides && <span className="tag ink">{text.holders.decides}</span>}
      </th>
      <td className="bar-place" aria-hidden="true">
        <span className={`bar ${barOf(holder.share, most)}`} />
      </td>
      <td className="number">{share(holder.share)}</td>
      <td className="number soft" title={`${holder.weight} ${assetText(surface.asset)}`}>
        {amount(holder.weight)}
      </td>
    </tr>
  )
}

function Unknown({ part, most }: { part: number; most: number }) {
  return (
    <tr className="unknown-part">
      <th scope="row">{text.holders.unknown}</th>
      <td className="bar-place" aria-hidden="true">
        <span className={`bar ${barOf(part, most)}`} />
      </td>
      <td className="number">{share(part)}</td>
      <td />
    </tr>
  )
}

export function Holders({ surface }: { surface: SurfaceReport }) {
  const { holders, K, unknown, parties } = surface
  const { level: Level = 'h5' } = useSurfaceSlots()
  const head = [
    { key: 'name', text: text.holders.name },
    { key: 'bar', text: text.holders.part },
    { key: 'share', text: text.holders.share, number: true },
    { key: 'weight', text: text.holders.weight, number: true },
  ]
  const most = Math.max(holders[0]?.share ?? 0, unknown.share)
  const rest = holders.slice(shownAtOnce)
  return (
    <div className="holders">
      <Level>{text.holders.heading}</Level>
      {holders.length === 0 && <p className="soft">{text.holders.none}</p>}
      {K !== null && holders.length > 0 && <p className="soft">{text.holders.enough(K)}</p>}
      {(holders.length > 0 || unknown.share > 0) && (
        <Table caption={text.holders.caption(surfaceName(surface.name))} head={head} className="holder-table">
          {holders.slice(0, shownAtOnce).map(holder => (
            <Row key={holder.id} surface={surface} holder={holder} most={most} />
          ))}
          {unknown.share > 0 && <Unknown part={unknown.share} most={most} />}
        </Table>
      )}
      {rest.length > 0 && (
        <details className="more">
          <summary>{text.holders.showAll(rest.length)}</summary>
          <Table
            caption={text.holders.restCaption(surfaceName(surface.name))}
            head={head}
            className="holder-table"
          >
            {rest.map(holder => (
              <Row key={holder.id} surface={surface} holder={holder} most={most} />
            ))}
          </Table>
        </details>
      )}
      {parties > holders.length && holders.length > 0 && (
        <p className="soft">{text.holders.listed(holders.length, parties)}</p>
      )}
    </div>
  )
}
