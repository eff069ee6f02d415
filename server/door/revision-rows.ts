// Counts an organization's revision on where the board shows something else: rules and decisions, not each payment.
import { sql } from 'kysely'
import type { Projections } from './projections.ts'

const shows = (stream: string) => stream === 'rules' || stream.startsWith('decision/')

export const revisionRows: Projections = {
  async write(trx, organization, stored) {
    const seen = stored.some(({ entry }) => entry.events.some(event => shows(event.stream)))
    if (!seen) return
    await trx
      .updateTable('organizations')
      .set({ revision: sql`revision + 1` })
      .where('organization_id', '=', organization)
      .execute()
  },
}
