// Changes a charter: an act through the one door, whose entry makes one new version, signed and dated; then everybody
// hears of it and it is measured.
import type { Change } from '@equalizer/client'
import { accepted, type Charter, limits, type Result, refused, validCharter } from '@equalizer/core'
import type { Transaction } from 'kysely'
import type { Caller, Desk } from '../desk.ts'
import { keepDocuments } from '../door/documents.ts'
import { personOf } from '../persons/persons.ts'
import type { Tables } from '../store/tables.ts'
import { changeOf } from './changes.ts'
import { charterAct } from './charter-act.ts'
import { type CurrentCharter, currentCharter } from './current.ts'
import { tellOfCharter } from './tell.ts'

/** A caller: the person, and the name that a change is signed with. */
export type Signer = Pick<Caller, 'user' | 'by'>

export interface CharterChange {
  readonly kind: Exclude<Change['kind'], 'created'>
  /** What a sentence about it needs; a function where it depends on what stood there before. */
  readonly facts: Change['facts'] | ((before: Charter, after: Charter) => Change['facts'])
  /** Who sends it: as a person through the door, and by name in the list of changes. */
  readonly by: Signer
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
 * Codes: `charter.invalid`, `charter.too_large`, `charter.busy` (others change it all the time), `door.needs_decision`
 * (the rules of the organization do not let one person do this alone), the kernel's, and those of `edit`.
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
    if (after !== null) await tellOfCharter(desk, organization, before, after)
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
  const { db } = desk.store
  const before = await currentCharter(db, organization)
  const edited = change.edit(before.charter, before)
  if (!edited.ok) return edited
  const given = typeof change.given === 'function' ? change.given(before) : (change.given ?? before.given)
  const text = JSON.stringify(edited.value)
  if (text === JSON.stringify(before.charter) && given === before.given && !change.also) {
    const newest = await changeOf(db, organization, before.version)
    if (!newest) throw new Error(`Version ${before.version} of the charter of ${organization} is gone`)
    return accepted({ change: newest, before: before.charter, after: null })
  }
  const refusal = refusalOf(edited.value, text)
  if (refusal) return refusal
  const facts = typeof change.facts === 'function' ? change.facts(before.charter, edited.value) : change.facts
  const sent = await send(desk, organization, change, { before, after: edited.value, facts, given })
  if (sent === 'raced' || !sent.ok) return sent
  const made = await changeOf(db, organization, sent.value)
  if (!made) throw new Error(`Version ${sent.value} of the charter of ${organization} was not made`)
  return accepted({ change: made, before: before.charter, after: edited.value })
}

interface Edit {
  readonly before: CurrentCharter
  readonly after: Charter
  readonly facts: Change['facts']
  readonly given: boolean
}

/** Sends the act and answers the version that it made. */
async function send(
  desk: Desk,
  organization: string,
  change: CharterChange,
  edit: Edit,
): Promise<'raced' | Result<number>> {
  const { store, clock } = desk
  const version = edit.before.version + 1
  const act = charterAct(edit, change)
  if (!act.ok) return act
  const documents = Object.entries(act.value.documents).map(([cid, text]) => ({
    cid,
    bytes: Buffer.from(text),
  }))
  await keepDocuments(store.db, organization, documents, clock.nowMs())
  if (change.by.user === null) throw new Error('a change of the charter is sent by somebody')
  const by = await personOf(store.db, organization, change.by.user.id, clock.nowMs())
  const sent = await desk.door.send(organization, {
    command: { kind: 'act', act: act.value.act },
    by,
    atOnce: true,
    async also(trx) {
      await trx
        .updateTable('charters')
        .set({ given: edit.given, by: change.by.by })
        .where('organization_id', '=', organization)
        .where('version', '=', version)
        .execute()
      const more = await change.also?.(trx, version)
      return more ?? accepted(null)
    },
  })
  if (sent.ok) return accepted(version)
  return sent.refusal.code === 'charter.superseded' ? 'raced' : sent
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
