// The desk of the board: strips side by side while they fit; beyond that rows, of which only those in sight are drawn.
import './live-desk.css'
import { text } from '../messages/text.ts'
import { Key } from './key.tsx'
import type { LiveDeskProps } from './live-desk-props.ts'
import { LiveStrip } from './live-strip.tsx'
import { RowList } from './row-list.tsx'
import { Scale } from './scale.tsx'
import { useFit } from './use-fit.ts'
import { useNarrow } from './use-narrow.ts'
import { useRoving } from './use-roving.ts'

function Strips({
  units,
  renderTitle,
  reason,
  faderReason = reason,
  onDeclare,
  onTarget,
  onAim,
}: LiveDeskProps) {
  const narrow = useNarrow()
  const rows = !useFit(units.length) && !narrow
  const roving = useRoving(units.length)
  return (
    <div className={rows ? 'desk live rows' : `desk live strips of-${units.length}`}>
      {!rows && <Scale />}
      <ul className="strip-list" onKeyDown={roving.onKeyDown} onFocus={roving.onFocus}>
        {units.map((unit, index) => (
          <LiveStrip
            key={unit.id}
            data-index={index}
            unit={unit}
            title={renderTitle(unit, 0)}
            lying={rows || narrow}
            tabIndex={0}
            reason={reason}
            faderReason={faderReason}
            onDeclare={onDeclare}
            onTarget={onTarget}
            onAim={onAim}
          />
        ))}
      </ul>
    </div>
  )
}

export function LiveDesk(props: LiveDeskProps) {
  return (
    <section id="desk" aria-labelledby="desk-heading" className={props.passing ? 'is-passing' : undefined}>
      <h2 className="visually-hidden" id="desk-heading">
        {text.desk.heading}
      </h2>
      {props.rows ? <RowList {...props} /> : <Strips {...props} />}
      <div className="desk-foot">
        <Key />
        {props.tools}
      </div>
    </section>
  )
}
