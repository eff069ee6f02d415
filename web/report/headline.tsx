// The one sentence that says what matters, its warning part in the warning colour.
import type { Report } from '@equalizer/measure'
import { text } from '../messages/text.ts'

export function Headline({ report }: { report: Report }) {
  const { lead, alarm, rest } = report.headline
  const nothing = `${lead}${alarm}${rest}`.trim() === ''
  const refusedAll = report.sources.length > 0 && report.sources.every(source => source.refused !== null)
  return (
    <div className="headline">
      <h1 dir="auto">
        {nothing ? text.empty.lead : lead} {alarm && <em>{alarm}</em>} {rest}
      </h1>
      {refusedAll && (
        <p className="sub warning" role="note">
          {text.sources.allRefused}
        </p>
      )}
      {report.units.length > 0 && (
        <p className="sub">
          {report.organization.charter === 'inferred' ? text.sub.inferred : text.sub.normal}
        </p>
      )}
    </div>
  )
}
