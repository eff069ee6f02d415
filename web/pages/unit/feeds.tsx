// Which evidence a surface counts, by the charter: kinds, the source, and the path within it.
import type { UnitView } from '@equalizer/client'
import { Link } from '@tanstack/react-router'
import { useOrganization } from '../../data/organization.ts'
import { text } from '../../messages/text.ts'
import { kindText } from '../../table/observations/columns.tsx'

export type Feed = UnitView['feeds'][number]

const feedKinds = ({ kinds }: Feed): string =>
  kinds.length === 0 ? text.unit.feeds.all : kinds.map(kindText).join(', ')

function OneFeed({ feed }: { feed: Feed }) {
  const organization = useOrganization()
  return (
    <>
      {feedKinds(feed)} {text.unit.feeds.from}{' '}
      <Link to="/o/$organization/evidence/$source" params={{ organization, source: feed.source }}>
        {feed.source}
      </Link>
      {feed.path !== null && <span className="soft"> {text.unit.feeds.path(feed.path)}</span>}
    </>
  )
}

/** Of a surface that has evidence: one line. */
export function FeedLine({ feeds }: { feeds: readonly Feed[] }) {
  if (feeds.length === 0) return null
  return (
    <p className="soft feed-line">
      {text.unit.feeds.counts}{' '}
      {feeds.map((feed, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one surface may name a source twice, and the list never changes
        <span key={i}>
          {i > 0 && '; '}
          <OneFeed feed={feed} />
        </span>
      ))}
    </p>
  )
}

export function FeedList({ feeds }: { feeds: readonly Feed[] }) {
  return (
    <ul className="plain lines feed-list">
      {feeds.map((feed, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one surface may name a source twice, and the list never changes
        <li key={i}>
          <OneFeed feed={feed} />
        </li>
      ))}
    </ul>
  )
}
