// Opens the door of a server: the kernel over what is plugged in, the tables it writes, and the clock that moves
// decisions on.
import { capabilities } from '@equalizer/capabilities'
import { createKernel, type Entry, limits } from '@equalizer/core'
import { nativeVerify } from '@equalizer/tlog/node'
import type { Desk, Door } from '../desk.ts'
import { ownLogRows } from '../own-log/own-log-rows.ts'
import { editsIn, erasedIn, erasureRows } from '../persons/erase-person.ts'
import { startEraser } from '../persons/eraser.ts'
import { openCapabilityTables } from './capability-rows.ts'
import { createDoor } from './door.ts'
import { wakesEarly } from './early.ts'
import { memberRows } from './member-rows.ts'
import { createProjections, type Projections } from './projections.ts'
import { revisionRows } from './revision-rows.ts'
import { startScheduler } from './scheduler.ts'

type Parts = Pick<Desk, 'store' | 'clock' | 'bell' | 'log'> & Partial<Pick<Desk, 'logs'>>

type Heard = (organization: string, entries: readonly Entry[]) => void

/** Every table that the door makes of the log. `more`: those of other parts of the server. */
export function doorProjections(more: readonly Projections[]): Projections {
  return createProjections(capabilities, [memberRows, revisionRows, ...more, ownLogRows, erasureRows])
}

export interface DoorOptions {
  /** Entries that one person may make of one organization's log in an hour. */
  readonly commandsPerHour?: number
}

/** `more`: tables that other parts of the server make of the log; `heard`: called after each batch that was stored. */
export function openDoor(
  { store, clock, bell, log, logs }: Parts,
  more: readonly Projections[] = [],
  heard: Heard = () => {},
  { commandsPerHour = limits.commandsPerHour }: DoorOptions = {},
): Door {
  const eraser = startEraser({ store, log })
  const tables = openCapabilityTables(store, capabilities).then(() => eraser.begin())
  // Whoever sends or reads hears of a fault.
  tables.catch(() => {})
  const kernel = createKernel(capabilities, { verify: nativeVerify })
  const projections = doorProjections(more)
  const onStored = (organization: string, entries: readonly Entry[]) => {
    bell.ring(organization, { event: 'changed', data: { what: 'decisions' } })
    heard(organization, entries)
    if (erasedIn(entries).length > 0 || editsIn(entries) > 0) eraser.clear()
    logs?.stored(organization)
    if (entries.some(entry => entry.events.some(event => event.stream.startsWith('decision')))) {
      scheduler.wake()
      early(organization, entries)
    }
  }
  const door = createDoor({
    store,
    clock,
    kernel,
    projections,
    commandsPerHour,
    onStored,
    ...(logs ? { mayAppend: logs.mayAppend } : {}),
  })
  const scheduler = startScheduler({ store, clock, door, log, after: tables })
  const early = wakesEarly({ store, door, log })
  return {
    ...door,
    ready: () => tables,
    send: (organization, asked) => tables.then(() => door.send(organization, asked)),
    moveOn: () => scheduler.run(),
    async close() {
      await scheduler.close()
      await door.close()
      await eraser.close()
    },
  }
}
