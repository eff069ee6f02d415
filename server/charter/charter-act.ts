// The act by which one version of a charter becomes the next: a patch, or where people are touched a sealed document.
import { randomBytes } from 'node:crypto'
import { charterActs, sealCharter } from '@equalizer/capabilities'
import type { Change } from '@equalizer/client'
import {
  type AskedAct,
  accepted,
  type Charter,
  organizationUnit,
  type Payload,
  type Result,
} from '@equalizer/core'
import type { CurrentCharter } from './current.ts'

interface Edited {
  readonly before: CurrentCharter
  readonly after: Charter
  readonly facts: Change['facts']
}

export interface CharterAct {
  readonly act: AskedAct
  /** To be kept before it is sent, by CID. */
  readonly documents: Readonly<Record<string, string>>
}

/** Codes: `charter.too_large`. */
export function charterAct(
  { before, after, facts }: Edited,
  { kind, undoes }: { readonly kind: Exclude<Change['kind'], 'created'>; readonly undoes?: number },
): Result<CharterAct> {
  const salt = randomBytes(16).toString('hex')
  const version = { version: before.version, ...(undoes === undefined ? {} : { undoes }) }
  const made = charterActs(before.charter, after, {
    salt,
    kind,
    facts,
    ...(undoes === undefined ? {} : { undoes }),
  })
  if (!made.ok) return made
  const [act] = made.value.acts
  if (act)
    return accepted({
      act: { ...act, payload: { ...act.payload, ...version } },
      documents: made.value.documents,
    })
  // Nothing but its order, or who stands behind it, is otherwise: a version all the same.
  const sealed = sealCharter({ salt, charter: after, facts })
  if (!sealed.ok) return sealed
  const payload = { kind, facts: {}, document: sealed.value.cid, ...version } as Payload
  return accepted({
    act: { type: 'charter.edit', unit: organizationUnit, payload },
    documents: { [sealed.value.cid]: sealed.value.text },
  })
}
