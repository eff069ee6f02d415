// The ways down from a surface to its evidence: from its facts, from each holder, and the export of its curve.
import type { UnitView } from '@equalizer/client'
import { Link } from '@tanstack/react-router'
import { lorenzPicture } from '../../charts/lorenz-picture.ts'
import { ExportMenu } from '../../export/export-menu.tsx'
import { text } from '../../messages/text.ts'
import type { SurfaceSlots } from '../../report/surface-slots.ts'
import { count } from '../../words/format.ts'
import { surfaceName } from '../../words/surface-name.ts'
import { evidenceSearch } from './view.ts'

/** What the report as a file does not have. */
export function slotsFor({ unit, asOf }: UnitView): SurfaceSlots {
  return {
    level: 'h4',
    afterFacts: surface =>
      surface.observations > 0 && (
        <p className="surface-ways">
          <Link to="." search={evidenceSearch(surface, asOf) as never}>
            {text.unit.surfaces.show(count(surface.observations))}
          </Link>
        </p>
      ),
    holderName: (surface, holder) => (
      <Link
        to="."
        search={evidenceSearch(surface, asOf, holder.id) as never}
        title={text.unit.surfaces.showHolder(holder.name)}
      >
        {holder.name}
      </Link>
    ),
    besideLorenz: surface => {
      const name = text.unit.lorenzName(unit.name, surfaceName(surface.name))
      return (
        <ExportMenu
          name={name}
          print={false}
          svg={() => lorenzPicture(name, surface)}
          csv={() => ({ columns: [text.lorenz.x, text.lorenz.y], rows: surface.lorenz })}
        />
      )
    },
  }
}
