// A surface that nothing was read about: what would feed it, and the way to add it.
import { useOrganization, useScopes } from '../../data/organization.ts'
import { text } from '../../messages/text.ts'
import { LinkButton } from '../../parts/button.tsx'
import { type Feed, FeedList } from './feeds.tsx'

export function WithoutEvidence({ name, feeds }: { name: string; feeds: readonly Feed[] }) {
  const organization = useOrganization()
  const mayAdd = useScopes().has('evidence')
  const words = text.unit.surfaces
  return (
    <div className="surface-facts without-evidence">
      <p dir="auto">{words.noEvidence(name)}</p>
      <h4>{words.needs}</h4>
      {feeds.length > 0 ? <FeedList feeds={feeds} /> : <p className="soft">{words.needsNothing}</p>}
      {mayAdd && (
        <p>
          <LinkButton to="/o/$organization/evidence" params={{ organization }} size="small">
            {words.addEvidence}
          </LinkButton>
        </p>
      )}
    </div>
  )
}
