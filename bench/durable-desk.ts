// An organization for the door's benchmarks on an embedded database of its own, whose every commit is on the disk.
import { openStore } from '@equalizer/server'
import { type DoorDesk, openDesk } from './door-desk.ts'
import { assertDurable } from './door-plain.ts'

/** `publishes`: as in `openDesk`. */
export async function openDeskIn(folder: string, publishes = true): Promise<DoorDesk> {
  const store = await openStore({ folder })
  if (!store.ok) throw new Error(store.refusal.reason)
  await assertDurable(store.value)
  return openDesk(store.value, publishes)
}

export async function closeDesk(desk: DoorDesk): Promise<void> {
  await desk.close()
  await desk.store.close()
}
