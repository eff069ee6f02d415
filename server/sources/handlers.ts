// Evidence over HTTP: uploads, paths, and the sources that are made of them.
import { basename } from 'node:path'
import { accepted, type Result, refused, withoutSource } from '@equalizer/core'
import { changeCharter } from '../charter/change.ts'
import type { Desk, Handlers } from '../desk.ts'
import { accountAnswer } from './account-answer.ts'
import { allowedPath } from './allowed-path.ts'
import { connectSource } from './connect.ts'
import { isHopeless, previewOf, unrecognized } from './preview.ts'
import { removeSource } from './rows.ts'
import { accountOf, jobsOfSource, type SourceFound, sourcesOf } from './source-state.ts'
import { shownName } from './stored-name.ts'
import { uploadHandlers } from './uploads.ts'

const minuteMs = 60_000

const pathHandlers: Handlers<'POST /api/organizations/{organization}/paths'> = {
  async 'POST /api/organizations/{organization}/paths'({ desk, input, body }) {
    const path = await allowedPath(desk, body.path)
    if (!path.ok) return path
    const name = shownName(basename(path.value))
    const understanding = await previewOf(desk, input.organization, {
      path: path.value,
      name,
      reading: body.reading,
    })
    return isHopeless(understanding) ? unrecognized(understanding, name) : accepted(understanding)
  },
}

export const sourceHandlers: Handlers<
  | 'GET /api/organizations/{organization}/sources'
  | 'POST /api/organizations/{organization}/sources'
  | 'GET /api/organizations/{organization}/sources/{source}'
  | 'PATCH /api/organizations/{organization}/sources/{source}'
  | 'POST /api/organizations/{organization}/sources/{source}/read'
  | 'DELETE /api/organizations/{organization}/sources/{source}'
> &
  typeof uploadHandlers &
  typeof pathHandlers = {
  ...uploadHandlers,
  ...pathHandlers,

  async 'GET /api/organizations/{organization}/sources'({ desk, input }) {
    const found = await sourcesOf(desk.store.db, input.organization)
    return accepted({ sources: found.map(({ state }) => state) })
  },

  async 'POST /api/organizations/{organization}/sources'({ desk, caller, input, body }) {
    const connected = await connectSource(desk, caller, input.organization, body)
    if (!connected.ok) return connected
    const { source, job, change } = connected.value
    const found = await knownSource(desk, input.organization, source)
    return found.ok ? accepted({ source: found.value.state, job, change }) : found
  },

  async 'GET /api/organizations/{organization}/sources/{source}'({ desk, input }) {
    const found = await knownSource(desk, input.organization, input.source)
    if (!found.ok) return found
    const { db } = desk.store
    const account = await accountOf(db, found.value)
    const jobs = await jobsOfSource(db, input.organization, input.source)
    return accepted({
      source: found.value.state,
      account: account === null ? null : accountAnswer(account),
      jobs,
    })
  },

  async 'PATCH /api/organizations/{organization}/sources/{source}'({ desk, input, body }) {
    const everyMs = body.everyMinutes === null ? null : body.everyMinutes * minuteMs
    await desk.store.db
      .updateTable('sources')
      .set({ every_ms: everyMs, next_read_ms: everyMs === null ? null : desk.clock.nowMs() + everyMs })
      .where('organization_id', '=', input.organization)
      .where('source_id', '=', input.source)
      .where('removed_ms', 'is', null)
      .execute()
    const found = await knownSource(desk, input.organization, input.source)
    if (!found.ok) return found
    desk.bell.ring(input.organization, { event: 'changed', data: { what: 'sources' } })
    return accepted(found.value.state)
  },

  async 'POST /api/organizations/{organization}/sources/{source}/read'({ desk, input }) {
    const found = await knownSource(desk, input.organization, input.source)
    if (!found.ok) return found
    if (found.value.row.removed_ms !== null) return unknownSource(input.source)
    return desk.jobs.order(input.organization, { kind: 'import', source: input.source })
  },

  async 'DELETE /api/organizations/{organization}/sources/{source}'({ desk, caller, input }) {
    const { organization, source } = input
    const found = await knownSource(desk, organization, source)
    if (!found.ok) return found
    const { row, state } = found.value
    if (row.removed_ms !== null) return unknownSource(source)
    if (row.origin === 'log') return refused('source.own_log', ownLog, { source })
    const change = await changeCharter(desk, organization, {
      kind: 'source.removed',
      facts: { source, name: row.name, kind: state.kind },
      by: caller,
      edit: (charter, { given }) => accepted(withoutSource(charter, source, { given })),
      also: async trx => {
        await removeSource(trx, organization, source, desk.clock.nowMs())
      },
    })
    if (!change.ok) return change
    await cancelReading(desk, found.value)
    desk.bell.ring(organization, { event: 'changed', data: { what: 'sources' } })
    return change
  },
}

const ownLog = 'What the organization decides here is always counted and cannot be taken back.'

async function cancelReading(desk: Desk, { state, row }: SourceFound): Promise<void> {
  const { job } = state
  if (job?.state === 'waiting' || job?.state === 'running')
    await desk.jobs.cancel(row.organization_id, job.id)
}

/** Code: `source.unknown`. One that was taken back is known. */
async function knownSource(desk: Desk, organization: string, source: string): Promise<Result<SourceFound>> {
  const [found] = await sourcesOf(desk.store.db, organization, source)
  return found ? accepted(found) : unknownSource(source)
}

function unknownSource(source: string): Result<never> {
  return refused('source.unknown', 'There is no such source', { source })
}
