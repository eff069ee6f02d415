// Which surfaces count this source, unit by unit.
import type { SourceState } from '@equalizer/client'
import { text } from '../../../messages/text.ts'
import { Section } from '../../../parts/section.tsx'
import { Feeds } from '../feeds.tsx'

export function Where({ source }: { source: SourceState }) {
  const { source: words, list } = text.evidence
  return (
    <Section title={words.feeds.heading}>
      {source.feeds.length > 0 ? (
        <div className="source-where">
          <Feeds feeds={source.feeds} withSurfaces atMost={100} />
        </div>
      ) : (
        <p className="soft">{list.feedsNothing}</p>
      )}
    </Section>
  )
}
