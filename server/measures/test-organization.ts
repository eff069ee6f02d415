// For tests: an organization on a whole server, with evidence that a test writes act by act.
import { type Charter, charterSchema } from '@equalizer/core'
import type { Observation } from '@equalizer/measure'
import type { Clock } from '../desk.ts'
import { startTestServer, type TestServer } from '../testing.ts'
import { putOrganization, putReading } from './testing.ts'

function movingClock(day: string): Clock & { set(day: string): void } {
  let now = Date.parse(`${day}T12:00:00Z`)
  return {
    // Every look is a little later, as it is with real ones.
    nowMs: () => {
      now += 1
      return now
    },
    today: () => new Date(now).toISOString().slice(0, 10),
    set(to) {
      now = Date.parse(`${to}T12:00:00Z`)
    },
  }
}

export const repo = { id: 'repo', kind: 'git', path: '.' } as const

/** Two units over one repository: who writes and who merges. */
export function smallCharter(change: Partial<Charter> = {}): Charter {
  const unit = (id: string, kind: string) => ({
    id,
    name: id === 'writes' ? 'Writing' : 'Merging',
    declared: 30,
    surfaces: [{ id: 'all', name: 'All of it', evidence: [{ source: 'repo', kinds: [kind] }] }],
  })
  return charterSchema.parse({
    equalizer: 1,
    organization: { id: 'small', name: 'Small' },
    units: [unit('writes', 'commit.authored'), unit('merges', 'commit.merged')],
    sources: [repo],
    ...change,
  })
}

/** `day who`, such as `2026-05-01 github:ada Ada Lovelace`. */
export function acts(kind: string, ...lines: readonly string[]): Observation[] {
  return lines.map((line, at) => {
    const [day = '', actor = '', ...name] = line.split(' ')
    return {
      id: `${kind} ${at} ${line}`,
      source: 'repo',
      kind,
      actor,
      ...(name.length > 0 ? { actorName: name.join(' ') } : {}),
      atMs: Date.parse(`${day}T09:00:00Z`),
      weight: 1n,
      asset: 'commit',
      decimals: 0,
      reference: `${at}`,
    }
  })
}

export interface TestOrganization {
  readonly server: TestServer
  readonly clock: ReturnType<typeof movingClock>
  /** Makes the organization, of which the server's steward is the steward. */
  make(id: string, charter?: Charter, given?: boolean): Promise<void>
  /** These acts are all the evidence from now on, and measured. */
  observe(id: string, observations: readonly Observation[], source?: string): Promise<void>
  /** Orders a measure and waits. */
  measured(id: string): Promise<void>
}

export async function startOrganizations(today: string): Promise<TestOrganization> {
  const clock = movingClock(today)
  const server = await startTestServer({ clock })
  const { desk } = server
  const measured = async (id: string) => {
    await desk.jobs.order(id, { kind: 'measure' })
    await desk.jobs.idle()
  }
  return {
    server,
    clock,
    measured,
    async make(id, charter = smallCharter(), given = true) {
      const named = { ...charter, organization: { ...charter.organization, id } }
      await putOrganization(desk, id, named, given)
      const member = { organization_id: id, user_id: server.steward.id, role: 'steward' } as const
      await desk.store.db.insertInto('members').values(member).execute()
    },
    async observe(id, observations, source = 'repo') {
      await putReading(desk, id, source, { observations })
      await measured(id)
    },
  }
}
