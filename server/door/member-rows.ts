// What the log says of somebody is what the server lets them see: stewards and members by their standings, nobody by hand.
import type { Projections } from './projections.ts'

export const memberRows: Projections = {
  async write(trx, organization, stored) {
    const touched = new Set<string>()
    for (const { entry } of stored) {
      for (const { type, data } of entry.events) {
        if (type !== 'standing.set') continue
        const { key, person } = data as { key: string; person: string }
        if (key === 'member' || key === 'role:steward') touched.add(person)
      }
    }
    if (touched.size === 0) return
    const rows = await trx
      .selectFrom('persons')
      .leftJoin('standings', at =>
        at
          .onRef('standings.organization_id', '=', 'persons.organization_id')
          .onRef('standings.person', '=', 'persons.person_id')
          .on('standings.key', 'in', ['member', 'role:steward'])
          .on('standings.to_seq', 'is', null)
          .on('standings.amount', '>', '0'),
      )
      .select(['persons.user_id', 'standings.key'])
      .where('persons.organization_id', '=', organization)
      .where('persons.person_id', 'in', [...touched])
      .where('persons.user_id', 'is not', null)
      .execute()
    const roles = new Map<string, 'steward' | 'member' | null>()
    for (const { user_id, key } of rows) {
      if (user_id === null) continue
      const role = key === 'role:steward' ? 'steward' : key === 'member' ? 'member' : null
      if (roles.get(user_id) !== 'steward') roles.set(user_id, role ?? roles.get(user_id) ?? null)
    }
    for (const [user, role] of roles) {
      await trx
        .insertInto('members')
        // Whoever was a member once may still see what they took part in.
        .values({ organization_id: organization, user_id: user, role: role ?? 'reader' })
        .onConflict(at => at.columns(['organization_id', 'user_id']).doUpdateSet({ role: role ?? 'reader' }))
        .execute()
    }
  },
}
