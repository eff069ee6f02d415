// After a charter changed: everybody hears of it, what is read otherwise is read again, and all of it is measured.
import type { Charter } from '@equalizer/core'
import type { Desk } from '../desk.ts'
import { readOtherwise } from '../sources/read-otherwise.ts'

export async function tellOfCharter(
  desk: Desk,
  organization: string,
  before: Charter,
  after: Charter,
): Promise<void> {
  desk.bell.ring(organization, { event: 'changed', data: { what: 'charter' } })
  await readOtherwise(desk, organization, before, after)
  // It waits already, since it was placed with the change; this sets it going.
  const ordered = await desk.jobs.order(organization, { kind: 'measure' })
  if (!ordered.ok) desk.log.warn({ organization, code: ordered.refusal.code }, 'a change is not measured yet')
}
