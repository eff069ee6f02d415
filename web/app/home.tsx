// The bare address: on to the organization one was at last, to the list of several, or to the first choice.
import { Navigate } from '@tanstack/react-router'
import { lastOrganization } from '../data/preferences.ts'
import { useSession } from '../data/session.ts'

export function Home() {
  const { data } = useSession()
  if (!data) return null
  const own = data.memberships
  if (own.length === 0) return <Navigate to="/welcome" replace />
  const last = own.find(one => one.organization === lastOrganization()) ?? (own.length === 1 ? own[0] : null)
  if (!last) return <Navigate to="/organizations" replace />
  return <Navigate to="/o/$organization" params={{ organization: last.organization }} replace />
}
