// Both databases for tests that hold on either: the embedded one, and a Postgres server where this machine has one.
import type { PostgresServer } from '@equalizer/testkit/postgres'
import { openStore } from './store/open-store.ts'
import type { Store } from './store/store.ts'
import { openTestStore } from './store/testing.ts'

type Both = readonly (readonly [kind: string, there: boolean, open: () => Promise<Store>])[]

/** `postgres` null: there is none here. `wanted` false: what else the tests need is not here. */
export function bothStores(postgres: PostgresServer | null, wanted: boolean): Both {
  const onPostgres = async () => {
    const store = await openStore({ folder: '', url: postgres?.url ?? '' })
    if (!store.ok) throw new Error(store.refusal.reason)
    return store.value
  }
  return [
    ['the embedded database', wanted, openTestStore],
    ['a Postgres server', wanted && postgres !== null, onPostgres],
  ]
}
