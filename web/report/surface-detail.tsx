// One surface opened down to the facts: holders, spread, windows and the figures of the field.
import type { SurfaceReport } from '@equalizer/measure'
import { History } from '../charts/history.tsx'
import { Lorenz } from '../charts/lorenz.tsx'
import { text } from '../messages/text.ts'
import { amount, count, day } from '../words/format.ts'
import { surfaceName } from '../words/surface-name.ts'
import { assetText, scoreText } from '../words/unit-words.ts'
import { Holders } from './holders.tsx'
import { MetricsList } from './metrics.tsx'
import { useSurfaceSlots } from './surface-slots.ts'
import { WindowsTable } from './windows-table.tsx'

/** Everything known of a surface, beneath its name. */
export function SurfaceFacts({ surface }: { surface: SurfaceReport }) {
  const { observations, total, asset, lastDate, history, name } = surface
  const { afterFacts, besideLorenz, level = 'h5' } = useSurfaceSlots()
  return (
    <div className="surface-facts">
      <p className="soft">
        {text.surfaces.facts(count(observations), amount(total), assetText(asset), lastDate && day(lastDate))}
      </p>
      {afterFacts?.(surface)}
      <div className="surface-columns">
        <Holders surface={surface} />
        <div>
          <Lorenz surface={surface} level={level} actions={besideLorenz?.(surface)} />
          {history.length > 1 && <History name={name} history={history} level={level} />}
        </div>
      </div>
      <WindowsTable surface={surface} />
      <MetricsList metrics={surface.metrics} />
    </div>
  )
}

/** The binding surface stands open; the others open on demand, without a script too. */
export function SurfaceDetail({ surface, binds }: { surface: SurfaceReport; binds: boolean }) {
  if (surface.window === null) return null
  return (
    <details className="surface" open={binds}>
      <summary>
        <h4 dir="auto">{surfaceName(surface.name)}</h4>
        {binds && <span className="tag warn">{text.surfaces.binds}</span>}
        <span className="summary-score">{scoreText(surface)}</span>
      </summary>
      <SurfaceFacts surface={surface} />
    </details>
  )
}
