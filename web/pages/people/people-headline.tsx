// The one sentence of the people page: how many parties, how many of them merged, what is still asked.
import { useRead } from '../../data/read.ts'
import { text } from '../../messages/text.ts'
import { peopleSentence } from './words.ts'

export function PeopleHeadline({ organization }: { organization: string }) {
  // Of everybody, whatever the list below is narrowed to.
  const { data } = useRead('GET /api/organizations/{organization}/people', { organization, limit: 1 })
  if (!data) return <h1 className="people-heading-waits">{text.people.title}</h1>
  const { lead, alarm } = peopleSentence(data)
  return (
    <h1>
      {lead} {alarm && <em>{alarm}</em>}
    </h1>
  )
}
