// The name of a source, and the one sentence about its reading.
import type { SourceState } from '@equalizer/client'
import { sourceSentence } from '../sentences.ts'
import { kindName, sourceName } from '../words.ts'

function Sentence({ source }: { source: SourceState }) {
  const { lead, alarm } = sourceSentence(source)
  return alarm ? <em>{alarm}</em> : lead
}

export function SourceHeadline({ source }: { source: SourceState }) {
  return (
    <>
      <p className="source-kind soft">{kindName(source.kind)}</p>
      <h1 className="source-title">
        <span dir="auto">{sourceName(source)}</span> <Sentence source={source} />
      </h1>
    </>
  )
}
