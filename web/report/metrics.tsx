// The figures of the field that are shown beside the score and do not drive it.
import type { Metrics } from '@equalizer/measure'
import { text } from '../messages/text.ts'
import { figure, share } from '../words/format.ts'
import { useSurfaceSlots } from './surface-slots.ts'

const shares: ReadonlySet<keyof Metrics> = new Set(['maxShare', 'top10Share', 'participation'])

export function MetricsList({ metrics }: { metrics: Metrics }) {
  const { level: Level = 'h5' } = useSurfaceSlots()
  const names = Object.keys(text.metrics.names) as (keyof Metrics)[]
  const known = names.flatMap(name => {
    const value = metrics[name]
    if (value === null) return []
    return [{ name, shown: shares.has(name) ? share(value) : figure(value) }]
  })
  if (known.length === 0) return null
  return (
    <div className="metrics">
      <Level>{text.metrics.heading}</Level>
      <p className="soft">{text.metrics.hint}</p>
      <dl>
        {known.map(({ name, shown }) => (
          <div key={name}>
            <dt>{text.metrics.names[name]}</dt>
            <dd>{shown}</dd>
            <dd className="meaning">{text.metrics.meanings[name]}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
