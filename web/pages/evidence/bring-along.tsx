// Files let go on another page of the organization: taken in, and followed to the evidence page where they wait.
import { useNavigate } from '@tanstack/react-router'
import { useOrganization, useScopes } from '../../data/organization.ts'
import { DropAnywhere } from './drop-anywhere.tsx'
import { useTaking } from './use-taking.ts'

export function BringAlong() {
  const organization = useOrganization()
  const isAllowed = useScopes().has('evidence')
  const { take } = useTaking(organization)
  const navigate = useNavigate()
  return (
    <DropAnywhere
      isAllowed={isAllowed}
      onTaken={taken => {
        take(taken)
        void navigate({ to: '/o/$organization/evidence', params: { organization } })
      }}
    />
  )
}
