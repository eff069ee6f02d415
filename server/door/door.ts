// The one door of a server: commands go in one by one and come out in batches, each batch one transaction that moves the
// log of its organization on from the size it was decided at, or does nothing.
import { randomBytes } from 'node:crypto'
import { limits, type Result, refused } from '@equalizer/core'
import type { Door } from '../desk.ts'
import { sealCommand } from '../persons/sealed-command.ts'
import { runBatch } from './batch.ts'
import { createBrake } from './brake.ts'
import type { DoorParts, Lane } from './parts.ts'
import { readWith } from './read-with.ts'
import { createShelf } from './shelf.ts'

export function createDoor(parts: DoorParts): Omit<Door, 'moveOn' | 'ready'> {
  const lanes = new Map<string, Lane>()
  const salt = () => (parts.random ?? randomBytes)(16)
  let closed = false

  function laneOf(organization: string): Lane {
    const found = lanes.get(organization)
    if (found) {
      lanes.delete(organization)
      lanes.set(organization, found)
      return found
    }
    const made: Lane = {
      organization,
      waiting: [],
      shelf: createShelf(),
      brake: createBrake(organization, parts.commandsPerHour),
      head: null,
      draws: null,
      running: null,
    }
    lanes.set(organization, made)
    for (const [name, lane] of lanes) {
      if (lanes.size <= limits.lanes) break
      if (lane.running === null && lane.waiting.length === 0 && name !== organization) lanes.delete(name)
    }
    return made
  }

  async function run(lane: Lane): Promise<void> {
    while (lane.waiting.length > 0) await runBatch(parts, lane)
    lane.running = null
  }
  function wake(lane: Lane): void {
    // A turn later, so that whatever arrives together is stored together.
    lane.running ??= Promise.resolve().then(() => run(lane))
  }

  return {
    kernel: parts.kernel,
    braked: (organization, person) =>
      lanes.get(organization)?.brake.refusal(person, parts.clock.nowMs()) ?? null,
    send(organization, asked) {
      if (closed) return Promise.resolve(busy('The server is stopping.'))
      const lane = laneOf(organization)
      // One with a key may have been answered before.
      const braked = asked.key === undefined ? lane.brake.refusal(asked.by, parts.clock.nowMs()) : null
      if (braked) return Promise.resolve(braked)
      if (lane.waiting.length >= limits.commandsWaiting) {
        return Promise.resolve(busy('Too much is waiting to be decided right now. Please try again.'))
      }
      return new Promise((settle, fail) => {
        const sealed = sealCommand(asked.command, salt)
        lane.waiting.push({ ...asked, ...sealed, sentAs: asked.command, settle, fail })
        wake(lane)
      })
    },
    read: (organization, question) => readWith(parts, organization, question),
    async close() {
      closed = true
      await Promise.all([...lanes.values()].map(lane => lane.running))
    },
  }
}

const busy = (reason: string): Result<never> => refused('door.busy', reason)
