// The charter in force, ready to be edited where one may.
import { useOrganization } from '../../../data/organization.ts'
import { useRead } from '../../../data/read.ts'
import { text } from '../../../messages/text.ts'
import { Failure } from '../../../parts/failure.tsx'
import { Section } from '../../../parts/section.tsx'
import { Skeleton } from '../../../parts/skeleton.tsx'
import { Editor } from './editor.tsx'

export function CharterSection() {
  const organization = useOrganization()
  const { data, problem, refetch } = useRead('GET /api/organizations/{organization}/charter', {
    organization,
  })
  const words = text.settings.charter
  return (
    <Section title={words.title} hint={words.hint} id="charter">
      {data && <Editor organization={organization} inForce={data} />}
      {!data && problem && <Failure problem={problem} onRetry={() => void refetch()} />}
      {!data && !problem && <Skeleton height={560} />}
    </Section>
  )
}
