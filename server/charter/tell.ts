// After a charter changed: everybody hears of it, what is read otherwise is read again, and all of it is measured.
import type { Charter, Entry } from '@equalizer/core'
import type { Desk } from '../desk.ts'
import { readOtherwise } from '../sources/read-otherwise.ts'
import { charterVersion } from './current.ts'

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

const movesPositions: ReadonlySet<string> = new Set(['rules.changed', 'rules.group_set'])

/** Of moves, and of changes that a decision made: whoever sends one that is done at once tells of it themselves. */
export async function tellOfDecided(
  desk: Desk,
  organization: string,
  entries: readonly Entry[],
): Promise<void> {
  // What is declared of a unit follows its rules, so that a move is measured like a change of the charter.
  if (entries.some(({ events }) => events.some(({ type }) => movesPositions.has(type)))) {
    await desk.jobs.order(organization, { kind: 'measure' })
  }
  for (const { command, events } of entries) {
    if (command.kind === 'act' || command.kind === 'found') continue
    for (const { type, data } of events) {
      if (type !== 'charter.edited') continue
      const { version } = data as unknown as { version: number }
      const { db } = desk.store
      const after = await charterVersion(db, organization, version)
      const before = await charterVersion(db, organization, version - 1)
      if (before && after) await tellOfCharter(desk, organization, before.charter, after.charter)
    }
  }
}
