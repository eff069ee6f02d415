// Organizations over HTTP: listed, started from what there is, renamed, removed for good.
import { basename } from 'node:path'
import type { Organization } from '@equalizer/client'
import { accepted, limits, type Result, refused } from '@equalizer/core'
import type { Call, Caller, Desk, Handlers } from '../desk.ts'
import { createOrganization } from './create.ts'
import { emptyPlan, examplePlan, type Plan, pathPlan } from './plan.ts'
import { removeOrganization } from './remove.ts'
import { renameOrganization } from './rename.ts'
import { organizationsOf } from './view.ts'

type Start = Call<'POST /api/organizations'>['body']['start']

const nameAtMost = 120
const emptyName = 'My organization'

export const organizationHandlers: Handlers<
  | 'GET /api/organizations'
  | 'POST /api/organizations'
  | 'GET /api/organizations/{organization}'
  | 'PATCH /api/organizations/{organization}'
  | 'DELETE /api/organizations/{organization}'
> = {
  async 'GET /api/organizations'({ desk, caller }) {
    return accepted({ organizations: await organizationsOf(desk.store.db, caller) })
  },

  async 'POST /api/organizations'({ desk, caller, body }) {
    const { count } = await desk.store.db
      .selectFrom('organizations')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    if (Number(count) >= limits.organizations) {
      const reason = `There are ${limits.organizations} organizations already, the most there may be`
      return refused('organization.too_many', reason, { limit: limits.organizations })
    }
    const plan = await planOf(desk, body.start)
    if (!plan.ok) return plan
    const name = (body.name ?? nameFrom(plan.value, body.start)).slice(0, nameAtMost).toWellFormed()
    const created = await createOrganization(desk, caller, plan.value, name)
    if (!created.ok) return created
    const organization = await shown(desk, caller, created.value.id)
    return organization.ok
      ? accepted({ organization: organization.value, jobs: [...created.value.jobs] })
      : organization
  },

  'GET /api/organizations/{organization}': ({ desk, caller, input }) =>
    shown(desk, caller, input.organization),

  async 'PATCH /api/organizations/{organization}'({ desk, caller, input, body }) {
    const renamed = await renameOrganization(desk, caller, input.organization, body.name)
    return renamed.ok ? shown(desk, caller, input.organization) : renamed
  },

  async 'DELETE /api/organizations/{organization}'({ desk, input }) {
    if (input.confirm !== input.organization) {
      const reason = 'Removing an organization cannot be undone; say its id once more to confirm'
      return refused('organization.not_confirmed', reason)
    }
    await removeOrganization(desk, input.organization)
    return accepted(undefined)
  },
}

async function planOf(desk: Desk, start: Start): Promise<Result<Plan>> {
  if (start.from === 'empty') return accepted(emptyPlan(emptyName))
  if (start.from === 'example') return accepted(examplePlan(desk.clock.today()))
  if (start.from === 'path') return pathPlan(desk, start.path, 'path')
  if (desk.project === null) {
    return refused('survey.not_found', 'This server does not run from a repository')
  }
  return pathPlan(desk, desk.project.path, 'project')
}

function nameFrom({ charter, given }: Plan, start: Start): string {
  if (given || start.from !== 'path') return charter.organization.name
  return basename(start.path) || charter.organization.name
}

async function shown(desk: Desk, caller: Caller, organization: string): Promise<Result<Organization>> {
  const [found] = await organizationsOf(desk.store.db, caller, organization)
  return found ? accepted(found) : refused('organization.unknown', 'There is no such organization')
}
