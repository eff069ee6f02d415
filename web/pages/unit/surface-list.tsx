// The surfaces of a unit, the weakest first: a unit stands where its weakest necessary one stands.
import type { UnitView } from '@equalizer/client'
import type { SurfaceReport, UnitReport } from '@equalizer/measure'
import { useMemo, useState } from 'react'
import { usePaper } from '../../desk/use-paper.ts'
import { text } from '../../messages/text.ts'
import { TextField } from '../../parts/field.tsx'
import { SurfaceSlotsContext } from '../../report/surface-slots.ts'
import { count } from '../../words/format.ts'
import { surfaceName } from '../../words/surface-name.ts'
import { slotsFor } from './slots.tsx'
import { SurfaceItem } from './surface-item.tsx'

/** From this many on they can be searched. */
const searchedFrom = 12
const shownAtOnce = 20

/** The binding one first, then by score; those nothing is known of stand before those that could be fine. */
export function ranked({
  surfaces,
  binding,
}: Pick<UnitReport, 'surfaces' | 'binding'>): readonly SurfaceReport[] {
  const place = (surface: SurfaceReport) => {
    if (surface.id === binding) return -2
    return surface.window === null && surface.necessary ? -1 : (surface.score ?? surface.high ?? 101)
  }
  return [...surfaces].sort((a, b) => place(a) - place(b))
}

export function SurfaceList({ view }: { view: UnitView }) {
  const { unit, feeds } = view
  const [sought, setSought] = useState('')
  const [all, setAll] = useState(false)
  const paper = usePaper()
  const surfaces = useMemo(() => ranked(unit), [unit])
  const slots = useMemo(() => slotsFor(view), [view])
  const words = text.unit.surfaces
  const found = surfaces.filter(({ name }) =>
    surfaceName(name).toLowerCase().includes(sought.trim().toLowerCase()),
  )
  const shown = all || sought || paper ? found : found.slice(0, shownAtOnce)
  return (
    <section className="unit-surfaces" aria-labelledby="surfaces-heading">
      <h2 id="surfaces-heading">{words.heading}</h2>
      <p className="soft">{surfaces.length === 0 ? text.surfaces.none : words.lead}</p>
      {surfaces.length >= searchedFrom && (
        <div className="surface-search">
          <TextField label={words.filter} value={sought} onChange={setSought} />
        </div>
      )}
      <SurfaceSlotsContext value={slots}>
        <div className="surface-list">
          {shown.map(surface => (
            <SurfaceItem
              key={surface.id}
              surface={surface}
              rank={surfaces.indexOf(surface) + 1}
              binds={surface.id === unit.binding}
              paper={paper}
              feeds={feeds.filter(feed => feed.surface === surface.id)}
            />
          ))}
        </div>
      </SurfaceSlotsContext>
      {found.length > shown.length && (
        <button type="button" className="button button-quiet" onClick={() => setAll(true)}>
          {words.more(count(found.length - shown.length))}
        </button>
      )}
    </section>
  )
}
