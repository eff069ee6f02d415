// Renames an organization, which is a change of its charter like any other.
import type { Change } from '@equalizer/client'
import { accepted, type Result } from '@equalizer/core'
import { changeCharter } from '../charter/change.ts'
import type { Caller, Desk } from '../desk.ts'

/** Codes: those of changing a charter. */
export async function renameOrganization(
  desk: Desk,
  caller: Caller,
  organization: string,
  name: string,
): Promise<Result<Change>> {
  const change = await changeCharter(desk, organization, {
    kind: 'organization.renamed',
    facts: before => ({ from: before.organization.name, to: name }),
    by: caller,
    edit: charter => accepted({ ...charter, organization: { ...charter.organization, name } }),
  })
  if (change.ok) desk.bell.ring(organization, { event: 'changed', data: { what: 'organization' } })
  return change
}
