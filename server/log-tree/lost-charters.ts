// Charters whose document is gone with the database that held it: the last version that is known stands in for each, and is
// marked as doing so, until somebody writes the next.
import { sealCharter } from '@equalizer/capabilities'
import type { Entry } from '@equalizer/core'
import type { Transaction } from 'kysely'
import { currentCharter } from '../charter/current.ts'
import { fetchDocument } from '../door/documents.ts'
import type { Projections } from '../door/projections.ts'
import type { Tables } from '../store/tables.ts'

export interface LostCharters {
  readonly projections: Projections
  /** Versions that something else stands in for, so far. */
  readonly versions: readonly number[]
}

const noSalt = '0'.repeat(32)

interface Edited {
  readonly version: number
  readonly document: string
}

/** What is read is read within the transaction that writes. */
export function standIns(projections: Projections): LostCharters {
  const versions: number[] = []
  return {
    versions,
    projections: {
      async write(trx, organization, stored, changed) {
        const filled = []
        for (const one of stored)
          filled.push({
            ...one,
            documents: { ...one.documents, ...(await standInsOf(trx, organization, one.entry, versions)) },
          })
        await projections.write(trx, organization, filled, changed)
      },
    },
  }
}

/** By the CID of the document that is gone. */
async function standInsOf(
  trx: Transaction<Tables>,
  organization: string,
  entry: Entry,
  versions: number[],
): Promise<Record<string, string>> {
  const texts: Record<string, string> = {}
  for (const { type, data } of entry.events) {
    if (type !== 'charter.edited' || (entry.by === null && entry.seq === 0)) continue
    const { document, version } = data as unknown as Edited
    if ((await fetchDocument(trx, organization, document)) !== null) continue
    const { charter } = await currentCharter(trx, organization)
    const sealed = sealCharter({ salt: noSalt, charter, facts: { documentLost: true } })
    if (!sealed.ok) throw new Error(sealed.refusal.reason)
    texts[document] = sealed.value.text
    versions.push(version)
  }
  return texts
}
