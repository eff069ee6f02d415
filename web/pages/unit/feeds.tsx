// Which evidence a surface counts, by the charter: kinds, the source, and the path within it.
import type { UnitView } from '@equalizer/client'
import { Link } from '@tanstack/react-router'
import { useOrganization } from '../../data/organization.ts'
import { text } from '../../messages/text.ts'
import { kindText } from '../../table/observations/columns.tsx'

export type Feed = UnitView['feeds'][number]

export const feedKinds = ({ kinds }: Feed): string =>
  kinds.length === 0 ? text.unit.feeds.all : kinds.map(kindText).join(', ')

export function FeedList({ feeds }: { feeds: readonly Feed[] }) {
  const organization = useOrganization()
  return (
    <ul className="plain lines feed-list">
      {feeds.map((feed, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one surface may name a source twice, and the list never changes
        <li key={i}>
          {feedKinds(feed)}{' '}
          <Link to="/o/$organization/evidence/$source" params={{ organization, source: feed.source }}>
            {feed.source}
          </Link>
          {feed.path !== null && <span className="soft"> {text.unit.feeds.path(feed.path)}</span>}
        </li>
      ))}
    </ul>
  )
}
