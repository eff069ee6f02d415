// A sentence for each source whose reading has just come to its end, for those who do not see the list.
import type { SourceState } from '@equalizer/client'
import { useEffect, useRef, useState } from 'react'
import { text } from '../../../messages/text.ts'
import { isUnderWay, stateOf } from './source-state.ts'

export function useReadingNews(sources: readonly SourceState[]): string {
  const before = useRef<ReadonlySet<string>>(new Set())
  const [said, setSaid] = useState('')
  useEffect(() => {
    const { finished, failed } = text.evidence.progress
    const sentences = sources.flatMap(source => {
      const state = stateOf(source)
      if (!before.current.has(source.id) || isUnderWay(state)) return []
      return [state === 'failed' ? failed(source.name) : finished(source.name)]
    })
    before.current = new Set(sources.filter(one => isUnderWay(stateOf(one))).map(one => one.id))
    if (sentences.length > 0) setSaid(sentences.join(' '))
  }, [sources])
  return said
}
