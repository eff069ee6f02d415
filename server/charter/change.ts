// Changes a charter: one new version, signed and dated, or none; then everybody hears of it and it is measured.
import type { Change } from '@equalizer/client'
import { accepted, type Charter, limits, type Result, refused, validCharter } from '@equalizer/core'
import { sql, type Transaction } from 'kysely'
import type { Desk } from '../desk.ts'
import { place } from '../jobs/queue.ts'
import { readOtherwise } from '../sources/read-otherwise.ts'
import type { Tables } from '../store/tables.ts'
import { changeOf } from './changes.ts'
import { type CurrentCharter, currentCharter } from './current.ts'

export interface CharterChange {
  readonly kind: Exclude<Change['kind'], 'created'>
  /** What a sentence about it needs; a function where it depends on what stood there before. */
  readonly facts: Change['facts'] | ((before: Charter, after: Charter) => Change['facts'])
  /** Name of the person or key. */
  readonly by: string
  /** Pure: it is called again when somebody else changed the charter meanwhile. */
  readonly edit: (charter: Charter, current: CurrentCharter) => Result<Charter>
  /** Whether units and surfaces are what people said from now on; left out: as before. */
  readonly given?: boolean | ((current: CurrentCharter) => boolean)
  /** The version that this takes back. */
  readonly undoes?: number
  /** Rows that change with the charter, in the same transaction; a refusal takes all of it back. */
  readonly also?: (trx: Transaction<Tables>, version: number) => Promise<Result<null>> | Promise<void>
}

const attempts = 20

/**
 * Answers the change as the contract says it. An edit that changes nothing makes no version and answers the newest one.
 * Codes: `charter.invalid`, `charter.too_large`, `charter.busy` (others change it all the time), and those of `edit`.
 */
export async function changeCharter(
  desk: Desk,
  organization: string,
  change: CharterChange,
): Promise<Result<Change>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const done = await tryOnce(desk, organization, change)
    if (done === 'raced') continue
    if (!done.ok) return done
    const { change: made, before, after } = done.value
    if (after === null) return accepted(made)
    desk.bell.ring(organization, { event: 'changed', data: { what: 'charter' } })
    await readOtherwise(desk, organization, before, after)
    // It waits already, since it was placed with the change; this sets it going.
    const ordered = await desk.jobs.order(organization, { kind: 'measure' })
    if (!ordered.ok)
      desk.log.warn({ organization, code: ordered.refusal.code }, 'a change is not measured yet')
    return accepted(made)
  }
  return refused('charter.busy', 'Others are changing the charter right now. Please try again.')
}

interface Made {
  readonly change: Change
  readonly before: Charter
  /** null: nothing changed, and the change is the newest that there is. */
  readonly after: Charter | null
}

async function tryOnce(
  desk: Desk,
  organization: string,
  change: CharterChange,
): Promise<'raced' | Result<Made>> {
  const before = await currentCharter(desk.store.db, organization)
  const edited = change.edit(before.charter, before)
  if (!edited.ok) return edited
  const given = typeof change.given === 'function' ? change.given(before) : (change.given ?? before.given)
  const text = JSON.stringify(edited.value)
  if (text === JSON.stringify(before.charter) && given === before.given && !change.also) {
    const change = await changeOf(desk.store.db, organization, before.version)
    if (!change) throw new Error(`Version ${before.version} of the charter of ${organization} is gone`)
    return accepted({ change, before: before.charter, after: null })
  }
  const refusal = refusalOf(edited.value, text)
  if (refusal) return refusal
  const version = before.version + 1
  const facts = typeof change.facts === 'function' ? change.facts(before.charter, edited.value) : change.facts
  const { name } = edited.value.organization
  const renamed = name === before.charter.organization.name ? {} : { name }
  const write = async (trx: Transaction<Tables>) => {
    // First, since orders and claims of all servers wait for each other here. A full queue is told of afterwards.
    const measure = {
      organization,
      order: { kind: 'measure' },
      id: desk.newId(),
      nowMs: desk.clock.nowMs(),
    } as const
    await place(trx, measure)
    const taken = await trx
      .updateTable('organizations')
      .set({ charter_version: version, revision: sql`revision + 1`, ...renamed })
      .where('organization_id', '=', organization)
      .where('charter_version', '=', before.version)
      .executeTakeFirst()
    if (taken.numUpdatedRows === 0n) return null
    await trx
      .insertInto('charters')
      .values({
        organization_id: organization,
        version,
        charter: text,
        given,
        kind: change.kind,
        facts: JSON.stringify(facts),
        at_ms: desk.clock.nowMs(),
        by: change.by,
        undoes: change.undoes ?? null,
      })
      .execute()
    const more = await change.also?.(trx, version)
    if (more && !more.ok) throw new TakenBack(more)
    return changeOf(trx, organization, version)
  }
  try {
    const wrote = await desk.store.db.transaction().execute(write)
    return wrote ? accepted({ change: wrote, before: before.charter, after: edited.value }) : 'raced'
  } catch (error) {
    if (error instanceof TakenBack) return error.refused
    throw error
  }
}

/** Rolls the transaction back and carries a refusal out of it. */
class TakenBack extends Error {
  readonly refused: Result<never>
  constructor(refused: Result<never>) {
    super('refused')
    this.refused = refused
  }
}

/** What is stored can always be written as YAML and read back. */
function refusalOf(charter: Charter, text: string): Result<never> | null {
  if (text.length > limits.charterBytes) {
    const reason = `The charter would be larger than a charter may be (${limits.charterBytes} bytes)`
    return refused('charter.too_large', reason, { bytes: text.length })
  }
  const valid = validCharter(charter)
  return valid.ok ? null : valid
}
