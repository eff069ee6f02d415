// Sources that were taken back: they count no more, and each can be restored by undoing the change that removed it.
import type { SourceState } from '@equalizer/client'
import { useOrganization } from '../../../data/organization.ts'
import { useRead } from '../../../data/read.ts'
import { text } from '../../../messages/text.ts'
import { Button } from '../../../parts/button.tsx'
import { Time } from '../../../parts/time.tsx'
import { count } from '../../../words/format.ts'
import { Fold } from '../fold.tsx'
import type { SourceActs } from '../use-source-acts.ts'
import { kindName } from '../words.ts'

interface Props {
  readonly sources: readonly SourceState[]
  readonly mayChange: boolean
  readonly acts: SourceActs
}

export function RemovedSources({ sources, mayChange, acts }: Props) {
  const organization = useOrganization()
  const { list } = text.evidence
  const changes = useRead('GET /api/organizations/{organization}/changes', { organization, limit: 500 })
  const removalOf = (source: string) =>
    changes.data?.changes.find(
      change => change.kind === 'source.removed' && change.undoable && change.facts.source === source,
    )
  return (
    <Fold summary={`${list.removedHeading} (${count(sources.length)})`} className="removed-sources">
      <p className="soft">{list.removedHint}</p>
      <ul>
        {sources.map(source => {
          const removal = removalOf(source.id)
          return (
            <li key={source.id} className="removed-row">
              <span dir="auto">{source.name}</span>
              <span className="soft">{kindName(source.kind)}</span>
              {source.removed && (
                <span className="soft">
                  {list.removedOn} <Time iso={source.removed} />
                </span>
              )}
              {mayChange && removal && (
                <Button
                  size="small"
                  aria-label={`${list.restore}: ${source.name}`}
                  onPress={() => void acts.restore(source.name, removal)}
                >
                  {list.restore}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Fold>
  )
}
