// The sources of an organization, those that were taken back folded away below.
import './source-list.css'
import type { SourceState } from '@equalizer/client'
import { useState } from 'react'
import { text } from '../../../messages/text.ts'
import { Announce } from '../../../parts/announce.tsx'
import { Section } from '../../../parts/section.tsx'
import { useSourceActs } from '../use-source-acts.ts'
import { RemovedSources } from './removed-sources.tsx'
import { ScheduleDialog } from './schedule-dialog.tsx'
import { SourceRow } from './source-row.tsx'
import { useReadingNews } from './use-reading-news.ts'

interface Props {
  readonly sources: readonly SourceState[]
  readonly mayChange: boolean
}

export function SourceList({ sources, mayChange }: Props) {
  const acts = useSourceActs()
  const [scheduled, setScheduled] = useState<SourceState | null>(null)
  const said = useReadingNews(sources)
  const live = sources.filter(source => source.removed === null)
  const removed = sources.filter(source => source.removed !== null)
  const { list } = text.evidence
  return (
    <>
      <Announce>{said}</Announce>
      {live.length > 0 && (
        <Section title={list.heading}>
          <ul className="source-list">
            {live.map(source => (
              <SourceRow
                key={source.id}
                source={source}
                mayChange={mayChange}
                acts={acts}
                onSchedule={setScheduled}
              />
            ))}
          </ul>
        </Section>
      )}
      {removed.length > 0 && <RemovedSources sources={removed} mayChange={mayChange} acts={acts} />}
      <ScheduleDialog source={scheduled} acts={acts} onClose={() => setScheduled(null)} />
    </>
  )
}
