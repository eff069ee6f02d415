// The one sentence that says what matters, its warning part in the warning colour.
import type { Report } from '@equalizer/measure'
import { en } from '../messages/en.ts'

export function Headline({ report }: { report: Report }) {
  const { lead, alarm, rest } = report.headline
  const nothing = `${lead}${alarm}${rest}`.trim() === ''
  const refusedAll = report.sources.length > 0 && report.sources.every(source => source.refused !== null)
  return (
    <div className="headline">
      <h1 dir="auto">
        {nothing ? en.empty.lead : lead} {alarm && <em>{alarm}</em>} {rest}
      </h1>
      {refusedAll && (
        <p className="sub warning" role="note">
          {en.sources.allRefused}
        </p>
      )}
      {report.units.length > 0 && (
        <p className="sub">{report.organization.charter === 'inferred' ? en.sub.inferred : en.sub.normal}</p>
      )}
    </div>
  )
}
