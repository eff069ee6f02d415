// The one sentence of the evidence page: how much is read, and whether anything of it was refused.
import type { SourceState } from '@equalizer/client'
import { text } from '../../messages/text.ts'
import { count } from '../../words/format.ts'
import { isUnderWay, stateOf } from './list/source-state.ts'

export function Headline({ sources }: { sources: readonly SourceState[] }) {
  const { headline } = text.evidence
  const live = sources.filter(source => source.removed === null)
  if (live.length === 0) return <h1>{headline.none}</h1>
  const sum = (part: 'observations' | 'rowsRefused') =>
    live.reduce((total, { current }) => total + (current?.[part] ?? 0), 0)
  const broken = live.filter(source => stateOf(source) === 'failed').length
  const underWay = live.filter(source => isUnderWay(stateOf(source))).length
  const refused = sum('rowsRefused')
  return (
    <h1>
      {headline.fed(count(live.length), count(sum('observations')))}{' '}
      {underWay > 0 && <>{headline.reading(count(underWay))} </>}
      {broken > 0 && <em>{headline.broken(count(broken))} </em>}
      {refused > 0 && <em>{headline.refused(count(refused))}</em>}
      {refused + broken + underWay === 0 && headline.allUsed}
    </h1>
  )
}
