// A store whose next transaction fails where it is told to: before its first write, after any of them, or once it is
// committed and nobody hears of it. Reading can fail, too.
import type { Kysely, KyselyPlugin, Transaction } from 'kysely'
import type { Store } from '../../store/store.ts'
import type { Tables } from '../../store/tables.ts'

/** `after`: so many statements of the transaction are done. */
export type Fault =
  | { readonly kind: 'reading'; readonly after: number }
  | { readonly kind: 'writing'; readonly after: number }
  | { readonly kind: 'committed' }

/** What whoever waits for an answer gets instead of one. */
export class Injected extends Error {
  override readonly name = 'Injected'
}

export interface FaultyStore extends Store {
  /** The next one; null: none. Answers whether the one before was used. */
  arm(fault: Fault | null): boolean
}

export function faultyStore(store: Store): FaultyStore {
  let armed: Fault | null = null

  function fire(kind: Fault['kind'], done: number): void {
    if (armed?.kind !== kind) return
    if ('after' in armed && done < armed.after) return
    const said = JSON.stringify(armed)
    armed = null
    throw new Injected(`the store was told to fail: ${said}`)
  }

  /** Fails once so many statements were answered. */
  function counting(kind: 'reading' | 'writing'): KyselyPlugin {
    let done = 0
    return {
      transformQuery({ node }) {
        if (kind === 'reading') fire(kind, done)
        return node
      },
      async transformResult({ result }) {
        done += 1
        if (kind === 'writing') fire(kind, done)
        return result
      },
    }
  }

  async function transaction<T>(run: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
    const answer = await store.db.transaction().execute(async trx => {
      fire('writing', 0)
      return run(trx.withPlugin(counting('writing')) as Transaction<Tables>)
    })
    fire('committed', 0)
    return answer
  }

  const reading = (): Kysely<Tables> => store.db.withPlugin(counting('reading'))
  const db = new Proxy(store.db, {
    get(_target, name) {
      if (name === 'transaction') return () => ({ execute: transaction })
      const from = armed?.kind === 'reading' ? reading() : store.db
      const found = Reflect.get(from, name, from)
      return typeof found === 'function' ? found.bind(from) : found
    },
  })

  return {
    ...store,
    db,
    arm(fault) {
      const used = armed === null
      armed = fault
      return used
    },
  }
}
