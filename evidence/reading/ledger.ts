// The ledger of one reading: every row is counted as read and then as used, passed over or refused, with its place.

import { limits, type Refusal } from '@equalizer/core'
import type { SameClaim } from '@equalizer/measure'
import type { Account, Ledger, Noted, Place, RefusedRow } from '../reader.ts'
import { plainFacts } from './plain-facts.ts'

export interface LedgerOptions {
  /** Called with bytes or rows done of a total (null: unknown), as often as the reader reports. */
  readonly onProgress?: (done: number, total: number | null) => void
}

export interface OpenLedger extends Ledger {
  account(): Account
  /** Each pair once per rule, in the order in which the source gave them. */
  claims(): readonly SameClaim[]
}

export function createLedger(options: LedgerOptions = {}): OpenLedger {
  let rowsRead = 0
  let rowsUsed = 0
  let rowsRefused = 0
  const passedOver = new Map<string, number>()
  const refusedByCode = new Map<string, number>()
  const refusals: RefusedRow[] = []
  const notes = new Map<string, Noted>()
  const claims = new Map<string, SameClaim>()

  return {
    read(rows = 1) {
      rowsRead += rows
    },
    used(rows = 1) {
      rowsUsed += rows
    },
    passOver(reason, rows = 1) {
      passedOver.set(reason, (passedOver.get(reason) ?? 0) + rows)
    },
    refuse(place: Place, refusal: Refusal) {
      rowsRefused += 1
      refusedByCode.set(refusal.code, (refusedByCode.get(refusal.code) ?? 0) + 1)
      if (refusals.length < limits.refusalsKept) {
        const { file, line, column } = place
        const { code, reason, facts } = refusal
        refusals.push({ file, line, column, code, reason, facts: plainFacts(facts) })
      }
    },
    note(code, sentence, facts = {}) {
      if (notes.size < limits.notesKept) notes.set(sentence, { code, facts: plainFacts(facts) })
    },
    same(a, b, rule, detail) {
      const key = JSON.stringify(a < b ? [rule, a, b] : [rule, b, a])
      if (a !== b && !claims.has(key) && claims.size < limits.identityClaims) {
        claims.set(key, { a, b, rule, detail })
      }
    },
    progress(done, total) {
      options.onProgress?.(done, total)
    },
    account: () => ({
      rowsRead,
      rowsUsed,
      passedOver: Object.fromEntries(passedOver),
      rowsRefused,
      refusedByCode: Object.fromEntries(refusedByCode),
      refusals: [...refusals],
      notes: [...notes.keys()],
      noted: [...notes.values()],
    }),
    claims: () => [...claims.values()],
  }
}
