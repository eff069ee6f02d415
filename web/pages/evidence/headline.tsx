// The one sentence of the evidence page: how much is read, and whether anything of it was refused.
import type { SourceState } from '@equalizer/client'
import { evidenceSentence } from './sentences.ts'

export function Headline({ sources }: { sources: readonly SourceState[] }) {
  const { lead, alarm, rest } = evidenceSentence(sources)
  return (
    <h1>
      {lead} {alarm && <em>{alarm} </em>}
      {rest}
    </h1>
  )
}
