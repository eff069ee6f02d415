// The name of a source, and the one sentence about its reading.
import type { SourceState } from '@equalizer/client'
import { text } from '../../../messages/text.ts'
import { count } from '../../../words/format.ts'
import { stateOf } from '../list/source-state.ts'
import { kindName } from '../words.ts'

function Sentence({ source }: { source: SourceState }) {
  const { headline } = text.evidence.source
  const state = stateOf(source)
  if (state === 'removed') return <em>{headline.removed}</em>
  if (source.current === null) {
    return state === 'failed' ? <em>{headline.failed}</em> : headline.neverRead
  }
  const { rowsRead, rowsUsed, rowsRefused } = source.current
  if (rowsRead === 0) return headline.empty
  if (rowsRefused > 0) return <em>{headline.refused(count(rowsRefused), count(rowsRead))}</em>
  if (rowsUsed === rowsRead) return headline.allUsed(count(rowsRead))
  return headline.noneRefused(count(rowsUsed), count(rowsRead))
}

export function SourceHeadline({ source }: { source: SourceState }) {
  return (
    <>
      <p className="source-kind soft">{kindName(source.kind)}</p>
      <h1 className="source-title">
        <span dir="auto">{source.name}</span> <Sentence source={source} />
      </h1>
    </>
  )
}
