// What is reported of one source: its account, settled, and what became of its observations.
import type { Refusal, Source } from '@equalizer/core'
import type { SourceReport } from '@equalizer/measure'
import type { Account } from '../reader.ts'
import type { Taken } from './intake.ts'

/** A refused source takes along the rows that were read and not yet judged, so that its account adds up too. */
function settled(account: Account, refusal: Pick<Refusal, 'code' | 'reason'> | null): Account {
  const passedOver = Object.values(account.passedOver).reduce((sum, rows) => sum + rows, 0)
  const open = account.rowsRead - account.rowsUsed - passedOver - account.rowsRefused
  if (refusal === null || open <= 0) return account
  const { code } = refusal
  const refusedByCode = { ...account.refusedByCode, [code]: (account.refusedByCode[code] ?? 0) + open }
  return { ...account, rowsRefused: account.rowsRefused + open, refusedByCode }
}

/**
 * `bytes`: size of a file; null for a folder or repository. `refusal`: the whole source was refused. `since`: the day
 * (YYYY-MM-DD) from which its facts without a date count, by the charter where it says so; null: the one that is
 * measured.
 */
export function sourceReport(
  source: Source,
  read: Account,
  taken: Taken,
  bytes: number | null,
  refusal: Pick<Refusal, 'code' | 'reason'> | null,
  since = source.since ?? null,
): SourceReport {
  const account = settled(read, refusal)
  return {
    id: source.id,
    kind: source.kind,
    path: source.path,
    bytes,
    ...(since === null ? {} : { since }),
    rowsRead: account.rowsRead,
    rowsUsed: account.rowsUsed,
    rowsRefused: account.rowsRefused,
    passedOver: { ...account.passedOver },
    observations: taken.observations,
    duplicates: taken.duplicates,
    unrouted: taken.unrouted,
    refusedByCode: { ...account.refusedByCode },
    refusals: account.refusals.map(({ file, line, column, code, reason }) => ({
      file,
      line,
      column,
      code,
      reason,
    })),
    refused: refusal ? { code: refusal.code, reason: refusal.reason } : null,
    notes: [...account.notes],
  }
}
