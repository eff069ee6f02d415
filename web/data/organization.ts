// Where the reader is: which organization, as of which day, and what they may do there.
import type { Scope } from '@equalizer/client'
import { useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useRead } from './read.ts'
import { useSession } from './session.ts'

/** The id in the address; throws outside an organization's pages, where nobody may ask. */
export function useOrganization(): string {
  const { organization } = useParams({ strict: false })
  if (organization === undefined) throw new Error('There is no organization in this address')
  return organization
}

/** The organization's own facts: name, simulated, role, headline. */
export function useOrganizationFacts() {
  return useRead('GET /api/organizations/{organization}', { organization: useOrganization() })
}

/** The day in the address, YYYY-MM-DD; undefined: today. */
export function useAsOf(): string | undefined {
  const { asOf } = useSearch({ strict: false })
  return asOf
}

const none: ReadonlySet<Scope> = new Set()
const readers: ReadonlySet<Scope> = new Set(['read'])
const members: ReadonlySet<Scope> = new Set(['read', 'act'])
const stewards: ReadonlySet<Scope> = new Set(['read', 'act', 'evidence', 'manage'])

/** What the caller may in the organization of the address; the server decides, this only spares them a refusal. */
export function useScopes(): ReadonlySet<Scope> {
  const organization = useOrganization()
  const { data } = useSession()
  return useMemo(() => {
    const role = data?.memberships.find(one => one.organization === organization)?.role
    if (role === 'steward') return stewards
    return role === 'member' ? members : role === 'reader' ? readers : none
  }, [data, organization])
}
