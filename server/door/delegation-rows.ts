// Who gives their weight to whom, from when until when.
import { type Scope, scopeKey } from '@equalizer/core'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { Happened } from './happened.ts'

interface Given {
  readonly from: string
  readonly scope: string
  /** null: revoked. */
  readonly to: string | null
  readonly atMs: number
  readonly seq: number
}

/** Few and far between, so one after the other: each ends what stood before it. */
export async function delegationRows(
  trx: Transaction<Tables>,
  organization: string,
  happened: readonly Happened[],
): Promise<void> {
  for (const { event, seq, atMs } of happened) {
    if (!event.stream.startsWith('delegation/')) continue
    const { to, scope } = event.data as unknown as { to?: string; scope: Scope }
    const from = event.stream.slice('delegation/'.length)
    const given = event.type === 'delegation.given' ? (to ?? null) : null
    await put(trx, organization, { from, scope: scopeKey(scope), to: given, atMs, seq })
  }
}

async function put(trx: Transaction<Tables>, organization: string, given: Given): Promise<void> {
  await trx
    .updateTable('delegations')
    .set({ until_ms: given.atMs })
    .where('organization_id', '=', organization)
    .where('from_person', '=', given.from)
    .where('scope', '=', given.scope)
    .where('until_ms', 'is', null)
    .execute()
  if (given.to === null) return
  await trx
    .insertInto('delegations')
    .values({
      organization_id: organization,
      from_person: given.from,
      scope: given.scope,
      seq: given.seq,
      to_person: given.to,
      since_ms: given.atMs,
      until_ms: null,
    })
    .execute()
}
