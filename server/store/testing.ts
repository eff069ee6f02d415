// A store for tests: in memory, migrated, gone when closed.
import { openEmbedded } from './embedded.ts'
import { ready } from './open-store.ts'
import type { Store } from './store.ts'

/** Opening costs a second or two: share one per test file, and close it. */
export async function openTestStore(): Promise<Store> {
  const store = await ready(await openEmbedded({ place: 'memory://' }), 'embedded', 'memory')
  if (!store.ok) throw new Error(store.refusal.reason)
  return store.value
}
