// Entering by a one-time link, saying who is here, and leaving.
import type { Session } from '@equalizer/client/contract'
import { accepted, type Result, refused } from '@equalizer/core'
import type { Desk } from '../desk.ts'
import type { Access } from './access.ts'
import type { Library } from './library.ts'
import type { Who } from './who.ts'

/** What a person sees of the server and of themselves; somebody unknown sees nothing of either. */
export async function sessionOf(desk: Desk, version: string, who: Who | null): Promise<Session> {
  const { db } = desk.store
  const anyOrganization = await db.selectFrom('organizations').select('organization_id').limit(1).execute()
  const mayAct = who?.server === true
  return {
    user: who && { id: who.user.id, name: who.user.name },
    memberships: who ? await membershipsOf(desk, who) : [],
    server: {
      version,
      today: desk.clock.today(),
      firstRun: anyOrganization.length === 0,
      mayReadPaths: mayAct && desk.paths.allowed,
      project: mayAct ? (desk.project?.name ?? null) : null,
    },
  }
}

function membershipsOf(desk: Desk, who: Who): Promise<Session['memberships']> {
  return desk.store.db
    .selectFrom('members')
    .innerJoin('organizations', 'organizations.organization_id', 'members.organization_id')
    .select(['members.organization_id as organization', 'organizations.name as name', 'members.role as role'])
    .select('organizations.simulated as simulated')
    .where('members.user_id', '=', who.user.id)
    .$if(who.only !== null, query => query.where('members.organization_id', '=', who.only ?? ''))
    .orderBy('organizations.name')
    .orderBy('members.organization_id')
    .limit(1_000)
    .execute()
}

/** Uses a link up. The cookie is added to `headers`. Codes: `session.link_invalid`. */
export async function enter(
  library: Library,
  access: Access,
  token: string,
  headers: Headers,
): Promise<Result<Who>> {
  const entered = await library.api
    .magicLinkVerify({ query: { token }, headers: new Headers(), returnHeaders: true })
    .catch(error => {
      // The library answers a bad token with a redirect to nowhere.
      if ((error as { statusCode?: number }).statusCode === 302) return null
      throw error
    })
  const cookies = entered?.headers.getSetCookie() ?? []
  const cookie = cookies[0]?.split(';')[0]
  if (!cookie)
    return refused('session.link_invalid', 'This link was used already, is past its hour, or never was one.')
  const asking = await access.whoAsks(new Headers({ cookie }))
  if (!asking.ok || asking.value.who === null) throw new Error('the session that was just made is not there')
  for (const one of cookies) headers.append('set-cookie', one)
  return accepted(asking.value.who)
}

/** Ends the session that the cookie names; a key has none to end. */
export async function leave(library: Library, request: Request, headers: Headers): Promise<void> {
  const cookie = request.headers.get('cookie')
  if (cookie === null) return
  const left = await library.api.signOut({ headers: new Headers({ cookie }), returnHeaders: true })
  for (const one of left.headers.getSetCookie()) headers.append('set-cookie', one)
}
