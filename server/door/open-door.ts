// Opens the door of a server: the kernel over what is plugged in, the tables it writes, and the clock that moves
// decisions on.
import { capabilities } from '@equalizer/capabilities'
import { createKernel, type Entry, type Kernel } from '@equalizer/core'
import type { Desk } from '../desk.ts'
import { openCapabilityTables } from './capability-rows.ts'
import { createDoor, type Door } from './door.ts'
import { memberRows } from './member-rows.ts'
import { createProjections, type Projections } from './projections.ts'
import { revisionRows } from './revision-rows.ts'
import { type Scheduler, startScheduler } from './scheduler.ts'
import { wakesEarly } from './early.ts'

export interface OpenDoor extends Door {
  readonly kernel: Kernel
  readonly scheduler: Scheduler
}

type Parts = Pick<Desk, 'store' | 'clock' | 'bell' | 'log'>

/** `more`: tables that other parts of the server make of the log. */
export async function openDoor(
  { store, clock, bell, log }: Parts,
  more: readonly Projections[] = [],
): Promise<OpenDoor> {
  await openCapabilityTables(store, capabilities)
  const kernel = createKernel(capabilities)
  const projections = createProjections(capabilities, [memberRows, revisionRows, ...more])
  const onStored = (organization: string, entries: readonly Entry[]) => {
    bell.ring(organization, { event: 'changed', data: { what: 'decisions' } })
    if (entries.some(entry => entry.events.some(event => event.stream.startsWith('decision')))) {
      scheduler.wake()
      early(organization, entries)
    }
  }
  const door = createDoor({ store, clock, kernel, projections, onStored })
  const scheduler = startScheduler({ store, clock, door, log })
  const early = wakesEarly({ store, door, log })
  return {
    ...door,
    kernel,
    scheduler,
    async close() {
      await scheduler.close()
      await door.close()
    },
  }
}
