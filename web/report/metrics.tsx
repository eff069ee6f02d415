// The figures of the field that are shown beside the score and do not drive it.
import type { Metrics } from '@equalizer/measure'
import { en } from '../messages/en.ts'
import { figure, share } from '../words/format.ts'

const shares: ReadonlySet<keyof Metrics> = new Set(['maxShare', 'top10Share', 'participation'])

export function MetricsList({ metrics }: { metrics: Metrics }) {
  const names = Object.keys(en.metrics.names) as (keyof Metrics)[]
  const known = names.flatMap(name => {
    const value = metrics[name]
    if (value === null) return []
    return [{ name, text: shares.has(name) ? share(value) : figure(value) }]
  })
  if (known.length === 0) return null
  return (
    <div className="metrics">
      <h5>{en.metrics.heading}</h5>
      <p className="soft">{en.metrics.hint}</p>
      <dl>
        {known.map(({ name, text }) => (
          <div key={name}>
            <dt>{en.metrics.names[name]}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
