// The sentences over the evidence and over one source, in the parts that a page and a picture colour.
import type { SourceState } from '@equalizer/client'
import type { Headline } from '../../export/headline-lines.ts'
import { text } from '../../messages/text.ts'
import { count } from '../../words/format.ts'
import { isUnderWay, stateOf } from './list/source-state.ts'

const plain = (lead: string): Headline => ({ lead, alarm: '', rest: '' })
const alarming = (alarm: string): Headline => ({ lead: '', alarm, rest: '' })
const joined = (...parts: readonly string[]) => parts.filter(Boolean).join(' ')

/** How much is read, what is under way, and what went wrong. */
export function evidenceSentence(sources: readonly SourceState[]): Headline {
  const { headline } = text.evidence
  const live = sources.filter(source => source.removed === null)
  if (live.length === 0) return plain(headline.none)
  const sum = (part: 'observations' | 'rowsRefused') =>
    live.reduce((total, { current }) => total + (current?.[part] ?? 0), 0)
  const broken = live.filter(source => stateOf(source) === 'failed').length
  const underWay = live.filter(source => isUnderWay(stateOf(source))).length
  const refused = sum('rowsRefused')
  return {
    lead: joined(
      headline.fed(count(live.length), count(sum('observations'))),
      underWay > 0 ? headline.reading(count(underWay)) : '',
    ),
    alarm: joined(
      broken > 0 ? headline.broken(count(broken)) : '',
      refused > 0 ? headline.refused(count(refused)) : '',
    ),
    rest: refused + broken + underWay === 0 ? headline.allUsed : '',
  }
}

/** What became of one source, without its name. */
export function sourceSentence(source: SourceState): Headline {
  const { headline } = text.evidence.source
  const state = stateOf(source)
  if (state === 'removed') return alarming(headline.removed)
  if (source.current === null) {
    return state === 'failed' ? alarming(headline.failed) : plain(headline.neverRead)
  }
  const { rowsRead, rowsUsed, rowsRefused } = source.current
  if (rowsRead === 0) return plain(headline.empty)
  if (rowsRefused > 0) return alarming(headline.refused(count(rowsRefused), count(rowsRead)))
  if (rowsUsed === rowsRead) return plain(headline.allUsed(count(rowsRead)))
  return plain(headline.noneRefused(count(rowsUsed), count(rowsRead)))
}
