// The one sentence of the people page: how many parties, how many of them merged, what is still asked.
import { useRead } from '../../data/read.ts'
import { text } from '../../messages/text.ts'
import { count } from '../../words/format.ts'

export function PeopleHeadline({ organization }: { organization: string }) {
  // Of everybody, whatever the list below is narrowed to.
  const { data } = useRead('GET /api/organizations/{organization}/people', { organization, limit: 1 })
  const { headline, title } = text.people
  if (!data) return <h1 className="people-heading-waits">{title}</h1>
  if (data.total === 0) return <h1>{headline.none}</h1>
  return (
    <h1>
      {headline.plain(count(data.total))} {data.merged > 0 && `${headline.merged(count(data.merged))} `}
      {data.suggestions.length > 0 && <em>{headline.open(count(data.suggestions.length))}</em>}
    </h1>
  )
}
