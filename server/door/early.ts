// Closes a vote before its time once nothing can change its outcome, where its rule says so.
import { type Entry, limits } from '@equalizer/core'
import type { Logger } from 'pino'
import type { Door } from '../desk.ts'
import type { Store } from '../store/store.ts'

interface Parts {
  readonly store: Store
  readonly door: Pick<Door, 'send'>
  readonly log: Logger
}

/** Asks the kernel after each batch of ballots; votes of more people than that wait for their deadline. */
export function wakesEarly({ store, door, log }: Parts) {
  const asking = new Set<string>()

  async function ask(organization: string, decision: string): Promise<void> {
    const row = await store.db
      .selectFrom('decisions')
      .select('early')
      .where('organization_id', '=', organization)
      .where('decision_id', '=', decision)
      .executeTakeFirst()
    if (row?.early !== true) return
    const { total } = await store.db
      .selectFrom('ballots')
      .select(at => at.fn.countAll<number>().as('total'))
      .where('organization_id', '=', organization)
      .where('decision_id', '=', decision)
      .executeTakeFirstOrThrow()
    if (Number(total) > limits.earlyBallots) return
    await door.send(organization, { command: { kind: 'advance', decision }, by: null })
  }

  return (organization: string, entries: readonly Entry[]): void => {
    for (const { events } of entries) {
      for (const { type, stream } of events) {
        if (type !== 'decision.ballot_cast') continue
        const decision = stream.slice('decision/'.length)
        const name = `${organization} ${decision}`
        if (asking.has(name)) continue
        asking.add(name)
        // A little later, so that ballots that arrive together are looked at once.
        setTimeout(() => {
          asking.delete(name)
          ask(organization, decision).catch(error =>
            log.error({ err: error, organization, decision }, 'early close'),
          )
        }, waitMs).unref()
      }
    }
  }
}

const waitMs = 50
